# The two commands a newcomer needs are `make run` and `make test`; `make` alone lists the others.
# Everything they need is set up on the way (.ci/setup), and everything they make is below build/.

PORT ?= 8017
DATA ?= build/data
# The sample city lives in the spring of 2017, and so does its clock.
NOW ?= 2017-03-10T09:00
JOBS ?= $(shell nproc)

XUESHI = build/bin/xueshi
NATIVE = build/dev/build.ninja
WASM = build/wasm-release/build.ninja

# Folders to use instead of the source packages that .ci/setup fetches.
OVERRIDES = $(foreach name,XUESHI_IMGUI_DIR XUESHI_HTTPLIB_DIR,\
    $(if $($(name)),-D$(name)=$(abspath $($(name)))))

.NOTPARALLEL:
.PHONY: always help build run test asan bench soak format tidy clean setup-build setup-test setup-soak setup-lint

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s%s\n", $$1, $$2 }' Makefile

setup-build setup-test setup-soak setup-lint: setup-%:
	@.ci/setup $*

build/%/build.ninja: CMakePresets.json build/overrides | setup-build
	cmake --preset $* -UXUESHI_IMGUI_DIR -UXUESHI_HTTPLIB_DIR $(OVERRIDES)
	@touch $@

# Written only when it changes: another override, or none any more, configures anew.
build/overrides: always
	@mkdir -p $(@D)
	@echo '$(OVERRIDES)' | cmp --silent - $@ || echo '$(OVERRIDES)' > $@

build: $(NATIVE) $(WASM) ## the program, the Node program and the web client
	@cmake --build --preset dev --parallel $(JOBS) --target xueshi
	@cmake --build --preset wasm-release --parallel $(JOBS) --target xueshi_node bundle

run: build ## a sample city at localhost; PORT=8017 DATA=<folder> NOW=<time of its clock>
	@test -e $(DATA)/xueshi.db || $(XUESHI) demo --data $(DATA)
	@$(XUESHI) serve --data $(DATA) --port $(PORT) --web build/web --now $(NOW)

test: setup-test $(NATIVE) $(WASM) ## everything: native, wasm, views, architecture, browser
	cmake --build --preset wasm-release --parallel $(JOBS)
	cmake --build --preset dev --parallel $(JOBS) --target all all_verify_interface_header_sets
	ctest --preset wasm-release --parallel $(JOBS)
	ctest --preset everything --parallel $(JOBS)

asan: build/asan/build.ninja ## the native tests with address and undefined behaviour sanitizers
	cmake --build --preset asan --parallel $(JOBS)
	ctest --preset asan --parallel $(JOBS)

bench: setup-test build ## measurements: printed, never failing, for they depend on the machine
	@cmake --build --preset wasm-release --parallel $(JOBS) --target benchmarks
	@cmake --build --preset dev --parallel $(JOBS) --target benchmark_cities
	@for script in $(sort $(wildcard tests/bench/*.mjs)); do node $$script || exit; done

soak: setup-soak build ## for hours: kills of a server under load, the simulation, the planner, a fuzzer on its reader
	@for script in $(sort $(wildcard tests/soak/*.mjs)); do node $$script || exit; done

format: setup-lint ## clang-format, in place
	find core web server tests -name '*.cpp' -o -name '*.h' | xargs clang-format -i

tidy: setup-lint $(NATIVE) ## clang-tidy over FILES=<…>, or over what differs from HEAD
	clang-tidy -p build/dev --quiet $(or $(FILES),$(shell git diff --name-only HEAD -- '*.cpp'))

clean: ## what was built; fetched sources and the sample city's data stay
	find build -mindepth 1 -maxdepth 1 ! -name deps ! -name data -exec rm -rf {} +

// The entry libFuzzer calls (`make soak`).
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/server/fuzz/qti_document_trial.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string trouble =
        xueshi::test::trouble_with_document({reinterpret_cast<const char*>(data), size});
    if (trouble.empty()) return 0;
    std::fprintf(stderr, "%s\n", trouble.c_str());
    std::abort();
}

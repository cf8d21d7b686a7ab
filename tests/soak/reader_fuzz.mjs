// libFuzzer on what the planner reads, for FUZZ_MINUTES (default 30), beginning with the inputs that are kept in
// tests/fuzz/planning_problems. An input that makes trouble is left in build/fuzz, to be kept beside them when it is
// mended; with FUZZ_KEEP=1 what reaches new code is added to the kept ones.

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

const MINUTES = Number(process.env.FUZZ_MINUTES ?? 30);
const KEPT = "tests/fuzz/planning_problems";
const FOUND = "build/fuzz/found";
const LONGEST = 2_048; // bytes

function run(program, args) {
  const { status } = spawnSync(program, args, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

run("cmake", ["--preset", "fuzz"]);
run("cmake", ["--build", "--preset", "fuzz", "--parallel", "2"]);
mkdirSync(FOUND, { recursive: true });
const fuzzer = "build/fuzz/bin/planning_problem_fuzzer";
run(fuzzer, [
  FOUND, KEPT, `-max_total_time=${Math.round(MINUTES * 60)}`, `-max_len=${LONGEST}`, "-timeout=20",
  "-artifact_prefix=build/fuzz/", "-print_final_stats=1", "-verbosity=0",
]);
if (process.env.FUZZ_KEEP === "1") run(fuzzer, ["-merge=1", `-max_len=${LONGEST}`, KEPT, FOUND]);
console.log(`planner's reader: nothing found in ${MINUTES} minutes`);

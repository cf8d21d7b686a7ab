// libFuzzer on what strangers' documents are read by, the planner's problems and QTI: FUZZ_MINUTES (default 30) for each,
// beginning with the inputs that are kept. An input that makes trouble is left in build/fuzz, to be kept beside them when
// it is mended; with FUZZ_KEEP=1 what reaches new code is added to the kept ones.

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

const MINUTES = Number(process.env.FUZZ_MINUTES ?? 30);
const READERS = [
  { fuzzer: "planning_problem_fuzzer", kept: "tests/fuzz/planning_problems", longest: 2_048 },
  { fuzzer: "qti_document_fuzzer", kept: "tests/server/fuzz/qti_documents", longest: 4_096 },
]; // the longest in bytes

function run(program, args) {
  const { status } = spawnSync(program, args, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

run("cmake", ["--preset", "fuzz"]);
run("cmake", ["--build", "--preset", "fuzz", "--parallel", "2"]);
for (const { fuzzer, kept, longest } of READERS) {
  const program = `build/fuzz/bin/${fuzzer}`;
  const found = `build/fuzz/found/${fuzzer}`;
  mkdirSync(found, { recursive: true });
  run(program, [
    found, kept, `-max_total_time=${Math.round(MINUTES * 60)}`, `-max_len=${longest}`, "-timeout=20",
    "-artifact_prefix=build/fuzz/", "-print_final_stats=1", "-verbosity=0",
  ]);
  if (process.env.FUZZ_KEEP === "1") run(program, ["-merge=1", `-max_len=${longest}`, kept, found]);
  console.log(`${fuzzer}: nothing found in ${MINUTES} minutes`);
}

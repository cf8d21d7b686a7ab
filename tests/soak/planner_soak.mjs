// The planner's soak: the brute force of tests/property on PROBLEMS (default 1,000,000) small problems, natively and
// then as WebAssembly under Node (WASM_PROBLEMS, default as many), each in two processes; and beside CBC on DUELS
// (default 200) problems of 50 to 5,000 offerings, one in three of them impossible.

import { spawn, spawnSync } from "node:child_process";

import { expectAgreement, impossibleProblem } from "../support/planner_duel.mjs";
import { duelProblem } from "../support/planning_problems.mjs";

const PROBLEMS = Number(process.env.PROBLEMS ?? 1_000_000);
const WASM_PROBLEMS = Number(process.env.WASM_PROBLEMS ?? PROBLEMS);
const DUELS = Number(process.env.DUELS ?? 200);
const PROCESSES = 2;
const SIZES = [50, 200, 1000, 50, 200, 5000];

const FILTER = "--gtest_filter=PlanOracle.AgreesWithEverySubsetTried";
const HOSTS = [
  { name: "natively", problems: PROBLEMS, preset: "dev", target: "property_tests", command: ["build/dev/bin/property_tests", FILTER] },
  {
    name: "as wasm",
    problems: WASM_PROBLEMS,
    preset: "wasm-release",
    target: "plan_oracle_tests",
    command: [process.execPath, "build/wasm-release/bin/plan_oracle_tests.js", FILTER],
  },
];

const began = performance.now();
const minutes = () => `${((performance.now() - began) / 60_000).toFixed(1)} minutes`;

function play([program, ...args], number, share) {
  return new Promise((done) => {
    const env = { ...process.env, XUESHI_PLAN_FIRST: String(1 + number * share), XUESHI_PLAN_SEEDS: String(share) };
    const child = spawn(program, args, { env });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += bytes));
    child.once("close", (status) => done({ said, isGood: status === 0 }));
  });
}

let failures = 0;
for (const { name, problems, preset, target, command } of HOSTS) {
  if (problems === 0) continue;
  const built = spawnSync("cmake", ["--build", "--preset", preset, "--target", target], { stdio: "inherit" });
  if (built.status !== 0) process.exit(1);
  const share = Math.ceil(problems / PROCESSES);
  const results = await Promise.all(Array.from({ length: PROCESSES }, (_, number) => play(command, number, share)));
  for (const { said, isGood } of results) if (!isGood) console.log(said);
  failures += results.filter(({ isGood }) => !isGood).length;
  console.log(`${share * PROCESSES} small problems against brute force ${name}, ${minutes()}`);
}

const seen = { optimal: 0, infeasible: 0 };
for (let seed = 1; seed <= DUELS; ++seed) {
  const size = SIZES[seed % SIZES.length];
  const isImpossible = seed % 3 === 0 && size < 5000;
  try {
    ++seen[expectAgreement(isImpossible ? impossibleProblem(seed, size) : duelProblem(seed, size))];
  } catch (error) {
    ++failures;
    console.log(`seed ${seed}, ${size} offerings${isImpossible ? ", impossible" : ""}: ${error.message}`);
  }
}
console.log(`against CBC ${seen.optimal} with a plan and ${seen.infeasible} without, ${failures} failures, ${minutes()}`);
if (failures > 0) process.exit(1);

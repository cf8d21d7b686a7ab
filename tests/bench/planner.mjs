// The exact planner against general solvers, in one run on one machine: HiGHS as WebAssembly under the same Node, and
// CBC as a program of its own. Then the planner alone: its tails, explanations, the frontier, and how it grows.
//
// PROBLEMS (default 200) is how many problems the tails are taken from, SLOWEST_OF (default 1,000) how many the slowest
// is sought among; SEED (default 1) where their seeds begin.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import loadHighs from "highs";

import { median, percentile, print, printMachine } from "./support/figures.mjs";
import { cbc, generalModel } from "../support/general_solver.mjs";
import { planningProblem } from "../support/planning_problems.mjs";

const OUTPUT = process.env.XUESHI_OUTPUT_DIR ?? "build";
const PROBLEMS = Number(process.env.PROBLEMS ?? 200);
const SLOWEST_OF = Number(process.env.SLOWEST_OF ?? 1000);
const SEED = Number(process.env.SEED ?? 1);
const DUELS = 9;
const WASM = ["node", [join(OUTPUT, "bin/xueshi.mjs"), "plan"]];
const NATIVE = [join(OUTPUT, "bin/xueshi"), ["plan"]];
const OBJECTIVES = [["fee", "-fit"], ["fee", "hours", "-fit"], ["-fit", "fee"], ["hours", "-fit"], ["fee"], ["count", "fee"]];

// Fee before fit, as one number: more than any plan's fit, so that a fen outweighs all of it.
const FIT_IN_A_PLAN = 200_000;
const costOf = ({ fee, fit }) => fee * FIT_IN_A_PLAN - fit;

function ask([program, args], problem, count = 1) {
  const run = spawnSync(program, [...args, "--count", String(count)], {
    input: typeof problem === "string" ? problem : JSON.stringify(problem),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

async function highsOf(model) {
  const highs = await loadHighs(); // a new one each time: none is slowed down by the one before
  const began = performance.now();
  const { Status, ObjectiveValue } = highs.solve(model, { mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false });
  return { ms: performance.now() - began, cost: Status === "Optimal" ? ObjectiveValue : null };
}

// As the peer is: started, the problem read, solved, the answer written.
function nativeProcess(problem) {
  const text = JSON.stringify(problem);
  const began = performance.now();
  const answer = ask(NATIVE, text);
  return { ms: performance.now() - began, answer };
}

const isSame = (cost, { totals }) => cost !== null && Math.abs(cost - costOf(totals)) <= 1e-6 * Math.abs(cost) + 0.5;
const ms = (value) => `${value.toFixed(1)} ms`;

function note({ ours, theirs, ratios }, own, their) {
  ours.push(own);
  theirs.push(their);
  ratios.push(their / own);
}

async function duel(size) {
  const wasm = { ours: [], theirs: [], ratios: [] };
  const native = { ours: [], theirs: [], ratios: [] };
  const solving = { ours: [], theirs: [], ratios: [] };
  let differing = 0;
  for (let seed = SEED; seed < SEED + DUELS; ++seed) {
    const problem = planningProblem(seed, size);
    const model = generalModel(problem, { weight: costOf });
    const answer = ask(WASM, problem, 5);
    const highs = await highsOf(model);
    const own = nativeProcess(problem);
    const peer = cbc(model, { isReadingTimed: true });
    if (!isSame(highs.cost, answer) || !isSame(peer.cost, answer)) ++differing;
    note(wasm, answer.work.milliseconds, highs.ms);
    note(native, own.ms, peer.ms);
    note(solving, own.answer.work.milliseconds, peer.ms - peer.readingMs);
  }
  const told = ({ ours, theirs, ratios }) => `${ms(median(ours))} : ${ms(median(theirs))} = 1 : ${median(ratios).toFixed(0)}`;
  print(`${size} offerings, wasm : HiGHS in wasm, medians of ${DUELS}`, told(wasm), "1 : 50");
  print(`${size} offerings, native : CBC, both without their start and their reading`, told(solving), "1 : 50");
  print("  whole processes", told(native), "1 : 50");
  if (differing > 0) console.log(`  ${differing} of ${DUELS} costs differ from a peer's (their tolerances, or a mistake of ours)`);
}

// Every objective in turn; one problem in three has a budget just at, or just above, what the cheapest plan costs.
function variedProblem(seed) {
  const problem = planningProblem(seed, 5000, { objective: OBJECTIVES[seed % OBJECTIVES.length] });
  if (seed % 3 !== 0) return problem;
  const least = ask(NATIVE, { ...problem, objective: ["fee"] }).totals.fee;
  return { ...problem, limits: { ...problem.limits, max_fee: Math.ceil(least * (seed % 2 ? 1 : 1.02)) } };
}

// `count` 1 is a fresh process's first plan, while V8 still compiles. A page's worker plans again and again: 3 takes the middle.
const timesOf = (problems, count = 3) => problems.map((problem) => ask(WASM, problem, count).work.milliseconds);
const tail = (times) => `p50 ${median(times).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)}, most ${Math.max(...times).toFixed(0)} ms`;
const seeds = (count) => Array.from({ length: count }, (_, i) => SEED + i);

// Each problem in a process of its own, its first plan; what takes longer than it may is asked again, planned thrice.
function printSlowest(goal) {
  const times = [];
  const again = [];
  for (const seed of seeds(SLOWEST_OF)) {
    const problem = variedProblem(seed);
    const [time] = timesOf([problem], 1);
    times.push(time);
    if (time > goal) again.push(...timesOf([problem]));
  }
  print(`5,000 offerings, wasm, ${SLOWEST_OF} problems, each the first plan of a fresh process`, tail(times), `most ${goal} ms`);
  if (again.length > 0) print(`  over ${goal} ms: ${again.length}; the middle of three`, tail(again));
}

// The memory the program holds when it ends, the document and the answer included.
function memoryOf(problem) {
  const memory = join(import.meta.dirname, "support/wasm_memory.mjs");
  const [program, args] = WASM;
  const folder = mkdtempSync(join(tmpdir(), "xueshi-bench-"));
  const file = join(folder, "bytes");
  spawnSync(program, ["--import", memory, ...args], {
    input: JSON.stringify(problem),
    env: { ...process.env, MEMORY_FILE: file },
    stdio: ["pipe", "ignore", "inherit"],
  });
  const bytes = Number(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true });
  return bytes / 2 ** 20;
}

function infeasibleProblem(seed) {
  const problem = planningProblem(seed, 5000);
  const least = ask(NATIVE, { ...problem, objective: ["fee"] }).totals.fee;
  return { ...problem, limits: { ...problem.limits, max_fee: least - 1 } };
}

printMachine(`planner under node ${process.version}`);
for (const size of [200, 1000, 5000]) await duel(size);

const varied = seeds(PROBLEMS).map(variedProblem);
print(`5,000 offerings, wasm, all objectives, tight budgets, ${PROBLEMS} problems`, tail(timesOf(varied)), "p95 16 ms, most 100 ms");
print("  each the first plan of a fresh process", tail(timesOf(varied, 1)));
print("5,000 offerings, wasm, infeasible: conflict and nearest, 20 problems", tail(timesOf(seeds(20).map(infeasibleProblem), 1)), "p95 100 ms");
const frontier = { by: "fee", best: "-fit", max_points: 32 };
const frontiers = seeds(20).map((seed) => planningProblem(seed, 5000, { frontier }));
print("5,000 offerings, wasm, frontier of 32 points, 20 problems", tail(timesOf(frontiers)), "p95 150 ms");
print("  each the first plan of a fresh process", tail(timesOf(frontiers, 1)));
printSlowest(100);
const megabytes = (problems) => `${Math.max(...problems.map(memoryOf)).toFixed(1)} MB`;
print("5,000 offerings, wasm's memory, one plan, the most of 9", megabytes(seeds(9).map(variedProblem)), "16 MB");
print("  a frontier; infeasible", `${megabytes(frontiers.slice(0, 3))}; ${megabytes(seeds(3).map(infeasibleProblem))}`);
const small = median(timesOf(seeds(9).map((seed) => planningProblem(seed, 1000))));
const large = median(timesOf(seeds(9).map((seed) => planningProblem(seed, 50_000))));
print("from 1,000 to 50,000 offerings, wasm", `${ms(small)} → ${ms(large)} = × ${(large / small).toFixed(0)}`, "× 50");

// How long the best allocation takes under Node: 20 courses over six years, each problem in a process of its own, the
// middle of three and of thirty; V8 is still compiling during the first.
//
// PROBLEMS (default 200) of each kind, SEED (default 1) where their seeds begin. Four kinds: courses in the sizes a
// catalogue has, and 20 sizes that all differ, each with years short as teachers' are (by one or two courses each) and
// with years that are short of all kinds of hours at random, which together just take what the courses bring.

import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { median, percentile, print, printMachine } from "./support/figures.mjs";

const OUTPUT = process.env.XUESHI_OUTPUT_DIR ?? "build";
const PROBLEMS = Number(process.env.PROBLEMS ?? 200);
const SEED = Number(process.env.SEED ?? 1);
const WASM = [process.execPath, [join(OUTPUT, "bin/xueshi.mjs")]];
const NATIVE = [join(OUTPUT, "bin/xueshi"), []];
const COURSES = 20;
const GOAL = 5;

// Small and quick to write down (mulberry32).
function chance(seed) {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const CATALOGUE = [20, 40, 40, 60, 60, 60, 80, 80, 100, 120];

// As teachers are: a year passes, or lacks some hours of one kind; the phase's own year has little yet.
function usualYear(below, year) {
  if (year === 2017) return [180 * below(2), 60 * below(4), 0];
  const lacking = 20 * (1 + below(12));
  return [() => [180, 540, 0], () => [180, 540 - lacking, 0], () => [180, 420 - lacking, 120]][below(3)]();
}
const anyYear = (below) => [below(181), below(540), below(3) ? 0 : below(120)];

function problem(seed, { sizes, years }) {
  const below = chance(seed);
  const staying = [];
  const short = [];
  for (let year = 2012; year <= 2017; ++year) {
    const hours = years(below, year);
    ["public", "professional", "elective"].forEach((category, i) => {
      if (hours[i] > 0) staying.push({ year, category, deci_hours: hours[i] });
    });
    const [p, s, e] = hours;
    if (year < 2016 && (p < 180 || s < 420 || p + s + e < 720)) short.push(year);
  }
  const taken = new Set();
  const courses = Array.from({ length: COURSES }, (_, i) => {
    let hours = sizes === "catalogue" ? CATALOGUE[below(CATALOGUE.length)] : 20 + below(180);
    while (sizes !== "catalogue" && taken.has(hours)) hours = 20 + below(180);
    taken.add(hours);
    const category = below(8) === 0 ? "public" : "professional";
    const years = category === "public" ? [2016, 2017] : [...short, 2016, 2017];
    return { id: `c${String(i).padStart(2, "0")}`, category, deci_hours: hours, year: 2017, years };
  });
  return { schema: "xueshi.allocation.problem/1", cycle_last: 2017, annual_years: [2016, 2017], staying, courses };
}

function ask([program, before], document, count) {
  const options = { input: JSON.stringify(document), encoding: "utf8" };
  return JSON.parse(execFileSync(program, [...before, "allocate", "--count", String(count)], options));
}

function measure(host, kind, count) {
  const answers = Array.from({ length: PROBLEMS }, (_, i) => ask(host, problem(SEED + i, kind), count));
  const times = answers.map(({ work }) => work.microseconds / 1000);
  const p95 = percentile(times, 0.95);
  const unproven = answers.filter(({ proven }) => !proven).length;
  const told = `p50 ${median(times).toFixed(1)}, p95 ${p95.toFixed(1)}, most ${Math.max(...times).toFixed(0)} ms`;
  return { told: unproven ? `${told}, ${unproven} unproven` : told, is_met: p95 <= GOAL };
}

printMachine(`allocation, ${PROBLEMS} problems of each kind from seed ${SEED}, node ${process.version}`);
const SIZES = [["catalogue", "sizes of a catalogue"], ["distinct", "20 different sizes"]];
for (const [sizes, told] of SIZES) {
  const kind = { sizes, years: usualYear };
  for (const count of [3, 30]) {
    const wasm = measure(WASM, kind, count);
    print(`20 courses, ${told}, years as teachers have them, wasm, of ${count}`, wasm.told, `p95 ${GOAL} ms${wasm.is_met ? "" : "   MISSED"}`);
  }
  print("  native", measure(NATIVE, kind, 3).told);
}
// These take seconds each where the hours are just what is missing.
for (const [sizes, told] of SIZES) {
  const native = measure(NATIVE, { sizes, years: anyYear }, 1);
  print(`20 courses, ${told}, years short of anything, native`, native.told, `p95 ${GOAL} ms${native.is_met ? "" : "   MISSED"}`);
}

// The planning problem as general solvers read it (the LP format), and CBC, which knows nothing of ours. Without caps,
// credited hours and frontiers; hours in tenths, so that all numbers are whole.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const KEYS = {
  fee: ({ fee }) => fee,
  hours: ({ hours }) => tenths(hours),
  fit: ({ fit }) => fit,
  count: () => 1,
};
const tenths = (hours) => Math.round(hours * 10);
const matches = ({ category, tag }, offering) =>
  (!category || offering.category === category) && (!tag || (offering.tags ?? []).includes(tag));

// What an offering adds to an objective's key, "-fit" for instance.
export const weightOf = (key) =>
  key.startsWith("-") ? (offering) => -KEYS[key.slice(1)](offering) : KEYS[key];

// Offerings that cannot all be taken: of one group, or running at one moment.
function* rivals({ offerings }) {
  const byGroup = new Map();
  const starts = new Set();
  for (const { group, sessions = [] } of offerings) {
    if (group) byGroup.set(group, []);
    for (const [start] of sessions) starts.add(start);
  }
  offerings.forEach(({ group }, i) => group && byGroup.get(group).push(i));
  yield* byGroup.values();
  for (const moment of starts) {
    const running = offerings.flatMap(({ sessions = [] }, i) =>
      sessions.some(([start, end]) => start <= moment && moment < end) ? [i] : [],
    );
    if (running.length > 1) yield running;
  }
}

function sum(terms) {
  const parts = terms.map(([factor, name]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`);
  const lines = [];
  for (let at = 0; at < parts.length; at += 8) lines.push(parts.slice(at, at + 8).join(" "));
  return lines.join("\n ");
}

// Minimises the sum of `weight` over what is taken. `atMost`: [weight, value] pairs that hold besides. `conditions`:
// only these requirements, limits and pins ("max_fee", "pin:C00001"); null: all. With `isShort` requirements may be
// missed, and the sum of what is missing is minimised, or is at most `shortfall`.
export function generalModel(problem, { weight = () => 0, atMost = [], conditions = null, isShort = false, shortfall = null }) {
  const { offerings, requirements, limits } = problem;
  const holds = (id) => conditions === null || conditions.includes(id);
  const over = (each) => offerings.map((offering, i) => [each(offering), `x${i}`]).filter(([factor]) => factor !== 0);
  const short = requirements.map((_, i) => [1, `s${i}`]);
  const rows = [];
  requirements.forEach(({ id, match, min_hours }, i) => {
    if (!holds(id)) return;
    const counted = over((each) => (matches(match, each) ? tenths(each.hours) : 0));
    rows.push(`${sum(isShort ? [...counted, short[i]] : counted.length > 0 ? counted : [[0, "x0"]])} >= ${tenths(min_hours)}`);
  });
  if (limits.max_hours !== undefined && holds("max_hours")) {
    rows.push(`${sum(over(KEYS.hours))} <= ${tenths(limits.max_hours)}`);
  }
  if (limits.max_fee !== undefined && holds("max_fee")) rows.push(`${sum(over(KEYS.fee))} <= ${limits.max_fee}`);
  for (const together of rivals(problem)) rows.push(`${sum(together.map((i) => [1, `x${i}`]))} <= 1`);
  offerings.forEach(({ id }, i) => {
    if (problem.pinned.includes(id) && holds(`pin:${id}`)) rows.push(`x${i} >= 1`);
    if (problem.excluded.includes(id)) rows.push(`x${i} <= 0`);
  });
  for (const [each, value] of atMost) rows.push(`${sum(over(each))} <= ${value}`);
  if (shortfall !== null) rows.push(`${sum(short)} <= ${shortfall}`);
  const cost = isShort && shortfall === null ? short : over(weight);
  const objective = cost.length > 0 ? sum(cost) : "0 x0";
  // CBC's reader stumbles over too many names that stand in no row.
  const used = new Set([objective, ...rows].join("\n").match(/\bx\d+/g));
  const names = offerings.map((_, i) => `x${i}`).filter((name) => used.has(name));
  const binaries = [];
  for (let at = 0; at < names.length; at += 12) binaries.push(names.slice(at, at + 12).join(" "));
  return [
    "Minimize",
    ` cost: ${objective}`,
    "Subject To",
    ...rows.map((row, i) => ` r${i}: ${row}`),
    "Binary",
    ` ${binaries.join("\n ")}`,
    "End",
    "",
  ].join("\n");
}

// CBC as a program of its own, without any gap: the least cost, or null when nothing satisfies the model. `ms` is what
// the whole process takes, `readingMs` (when asked for) what it takes to start and to read the model.
export function cbc(model, { isReadingTimed = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "xueshi-cbc-"));
  try {
    const file = join(folder, "model.lp");
    writeFileSync(file, model);
    const run = (...steps) => {
      const began = performance.now();
      const said = execFileSync("cbc", [file, ...steps], { encoding: "utf8" });
      return { said, ms: performance.now() - began };
    };
    const readingMs = isReadingTimed ? run("quit").ms : undefined;
    const { said, ms } = run("ratioGap", "0", "allowableGap", "0", "solve");
    if (said.includes("Result - Optimal solution found")) {
      return { ms, readingMs, cost: Number(/Objective value:\s+(-?[\d.e+]+)/.exec(said)[1]) };
    }
    if (!/Problem (is|proven) infeasible|relaxation infeasible|Pre-processing says infeasible/.test(said)) throw new Error(`what CBC says is not known:\n${said}`);
    return { ms, readingMs, cost: null };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

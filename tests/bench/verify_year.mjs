// How long the official verification of a year takes over a whole city, and which results a draft of other rules would
// change; from projections of the feeds, and their making.
//
// TEACHERS (default 135,323), RECORDS of each (default 30). The most memory is read while the command runs.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { print, printMachine } from "./support/figures.mjs";

const XUESHI = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "bin/xueshi");
const FILL = `${process.env.XUESHI_BUILD_DIR ?? "build/dev"}/bin/recorded_city`;
const TEACHERS = process.env.TEACHERS ?? "135323";
const RECORDS = process.env.RECORDS ?? "30";
const GOAL = "2 s, 512 MB";

const folder = mkdtempSync(join(tmpdir(), "xueshi-year-"));
const data = join(folder, "city");

function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended
  }
}

async function timed(what, options, goal) {
  const began = performance.now();
  const child = spawn(XUESHI, ["verify-year", "--data", data, "--year", "2016", "--now", "2017-08-01T09:00", ...options]);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 10);
  const answer = [];
  child.stdout.on("data", (bytes) => answer.push(bytes));
  const status = await new Promise((done) => child.on("close", done));
  clearInterval(watch);
  if (status !== 0) throw new Error(`verify-year ended with ${status}`);
  print(what, `${((performance.now() - began) / 1000).toFixed(1)} s, ${peak.toFixed(0)} MB`, goal);
  return Buffer.concat(answer).toString();
}

// A year would ask for 90 hours, as from 2021 on.
function draft() {
  const pack = JSON.parse(readFileSync("core/packs/guangzhou-2012/annual.json", "utf8"));
  pack.requirements.at(-1).minimum = 90;
  const file = join(folder, "draft.json");
  writeFileSync(file, JSON.stringify(pack));
  return file;
}

try {
  printMachine(`the verification of ${TEACHERS} teachers with ${RECORDS} records each`);
  execFileSync(XUESHI, ["demo", "--data", data, "--teachers", TEACHERS]);
  execFileSync(FILL, [data, RECORDS]);
  await timed("projections made from all events, and every result", ["--rehearse"]);
  for (let round = 0; round < 3; ++round) await timed("every result", ["--rehearse"], GOAL);
  for (let round = 0; round < 3; ++round) {
    const lines = await timed("whose result a draft would change", ["--what-if", draft()], GOAL);
    if (round === 2) print("", `${JSON.parse(lines.trim().split("\n").at(-1)).changed} results`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

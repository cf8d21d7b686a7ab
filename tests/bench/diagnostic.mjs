// How well the product's adaptive test measures: simulated teachers take it with the bank that ships, natively and in
// wasm. The figures are the same on both; only the time an item takes is the host's, processor time.
//
// TEACHERS (default 10000) take each level's test; SEED (default 1) is of everything that chance decides.

import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { print, printMachine } from "./support/figures.mjs";

const OUTPUT = process.env.XUESHI_OUTPUT_DIR ?? "build";
const TEACHERS = process.env.TEACHERS ?? "10000";
const SEED = process.env.SEED ?? "1";
const BANK = "core/packs/item-banks/guangzhou-it-capability/v1";
const BANKS = ["level-1.json", "level-2.json"].flatMap((file) => ["--bank", join(BANK, file)]);
const FRAMEWORK = ["--framework", "core/packs/frameworks/it-capability-2014.json"];
const NATIVE = [join(OUTPUT, "bin/xueshi"), []];
const WASM = [process.execPath, [join(OUTPUT, "bin/xueshi.mjs")]];

function measure([program, before], teachers) {
  const options = ["bench", "diagnostic", ...BANKS, ...FRAMEWORK, "--teachers", teachers, "--seed", SEED];
  return JSON.parse(execFileSync(program, [...before, ...options], { encoding: "utf8" }));
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;
// Whether a goal is met stands beside it: a miss must not have to be looked for.
const goal = (words, is_met) => `${words}${is_met ? "" : "   MISSED"}`;

function printLevel({ level, items, as_believed: run, mistaken, uncontrolled }) {
  console.log(`level ${level}, ${items} items`);
  const length = run.mean_items_within;
  print("  items until the standard error is 0.35, |θ| ≤ 1.5, mean", length.toFixed(2), goal("≤ 12", length <= 12));
  print("    of these runs end by the standard error, not by length", percent(run.reached_within));
  print("    of everybody", run.mean_items.toFixed(2));
  print("    with every item open to everybody", uncontrolled.mean_items_within.toFixed(2));
  const is_covered = ({ coverage }) => coverage >= 0.94 && coverage <= 0.96;
  print("  the 95 % interval holds the ability", percent(run.coverage), goal("94–96 %", is_covered(run)));
  const is_shown = ({ largest_exposure: share }) => share <= 0.25;
  print(`  most often shown item (${run.most_exposed})`, percent(run.largest_exposure), goal("≤ 25 %", is_shown(run)));
  print("    within one stage and subject", percent(run.largest_exposure_of_audience));
  const is_alike = ({ shared_themes: share }) => share >= 0.9;
  print("  recommended themes shared with the whole bank's, of both together", percent(run.shared_themes), goal("≥ 90 %", is_alike(run)));
  print("    of the whole bank's, those found", percent(run.found_themes));
  console.log("  with true a × e^N(0, 0.2) and b + N(0, 0.3):");
  print("    items, |θ| ≤ 1.5, mean", mistaken.mean_items_within.toFixed(2), goal("≤ 12", mistaken.mean_items_within <= 12));
  print("    the 95 % interval holds the ability", percent(mistaken.coverage), goal("94–96 %", is_covered(mistaken)));
  print(`    most often shown item (${mistaken.most_exposed})`, percent(mistaken.largest_exposure), goal("≤ 25 %", is_shown(mistaken)));
  print("    recommended themes shared with the whole bank's", percent(mistaken.shared_themes), goal("≥ 90 %", is_alike(mistaken)));
}

printMachine(`diagnostic, ${TEACHERS} teachers, seed ${SEED}, node ${process.version}`);
const { levels } = measure(NATIVE, TEACHERS);
levels.forEach(printLevel);
const wasm = measure(WASM, "1000").levels;
const microseconds = (measured) => measured.map((level) => level.as_believed.microseconds_an_item.toFixed(0)).join(", ");
print("processor time from a response to the next item, levels I and II, native", `${microseconds(levels)} µs`);
print("  in wasm, 1,000 teachers", `${microseconds(wasm)} µs`);

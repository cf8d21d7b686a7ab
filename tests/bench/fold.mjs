// What 50,000 events cost at the start, in wasm under Node: fold_bench.cpp, built by `make bench`. Each kind of
// work apart, for the feeds together.

import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { median, print, printMachine } from "./support/figures.mjs";

const PROGRAM = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "wasm-release", "bin", "fold_bench.js");

printMachine(`fold in wasm, Node ${process.versions.node}`);
const lines = execFileSync("node", [PROGRAM], { encoding: "utf8" }).trim().split("\n");
const turns = new Map();
for (const line of lines) {
  const [feed, ...figures] = line.split(" ");
  const [events, bytes, pages, payloads, apply] = figures.map(Number);
  turns.set(feed, [...(turns.get(feed) ?? []), { events, bytes, pages, payloads, apply }]);
}
const middle = (feed, part) => median(turns.get(feed).map((turn) => turn[part]));
const both = (part) => [...turns.keys()].reduce((sum, feed) => sum + middle(feed, part), 0);
const first = [...turns.values()].reduce((sum, [{ pages, payloads, apply }]) => sum + pages + payloads + apply, 0);
const ms = (value) => `${value.toFixed(0)} ms`;
const parts = ["pages", "payloads", "apply"];

const sizes = [...turns].map(([feed, [{ events, bytes }]]) => `${events} of ${feed} (${(bytes / 1e6).toFixed(1)} MB)`);
print(`fold of ${both("events")} events: ${sizes.join(", ")}`, ms(both("apply")), "250 ms");
print("  reading their pages before", ms(both("pages")));
print("  reading the events in them", ms(both("payloads")));
print("  together, median; the first time in a process", `${ms(parts.reduce((sum, part) => sum + both(part), 0))}; ${ms(first)}`, "250 ms");
for (const feed of turns.keys()) {
  print(`  of ${feed}: pages, events, apply`, parts.map((part) => middle(feed, part).toFixed(0)).join(" + ") + " ms");
}

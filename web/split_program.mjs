// node split_program.mjs <program.wasm> <doors> <first.wasm> <second.wasm> [<wasm-split option>…]
//
// Parts a program, which must have its names, in two. The file of doors names functions, one a line, without
// their parameters: they go into the second part, and with them every function that is called by functions of
// the second part alone. What the host calls and what is called through pointers stays in the first, unless
// it is a door itself, and so does what a line names after "stays ". A function that is not found stops the build.
//
// WASM_OPT and WASM_SPLIT name Binaryen's tools.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const kRoomForGraph = 1 << 30;
const kStays = "stays ";

const plain = (name) =>
  name.replace(/\\([0-9a-f]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));

// Binaryen's own text: a line a function, filled grey if exported, rounded if in the table; then a line a call.
function readCallGraph(text) {
  const fixed = new Set();
  const callers = new Map();
  for (const line of text.split("\n")) {
    const [, caller, callee] = /^ {2}"(.*)" -> "(.*)";/.exec(line) ?? [];
    if (caller !== undefined) {
      if (!callers.has(callee)) callers.set(callee, new Set());
      callers.get(callee).add(caller);
      continue;
    }
    const [, name, style] = /^ {2}"(.*)" \[(style=.*)\]/.exec(line) ?? [];
    if (name === undefined) continue;
    if (!callers.has(name)) callers.set(name, new Set());
    if (/rounded|gray|turquoise/.test(style)) fixed.add(name);
  }
  return { fixed, callers };
}

function behind(lines, { fixed, callers }) {
  const second = new Set();
  const find = (wanted) => {
    const found = [...callers.keys()].filter((name) => plain(name).startsWith(`${wanted}(`));
    if (found.length === 0) throw new Error(`no function ${wanted} in the program: renamed, or inlined?`);
    return found;
  };
  for (const line of lines) {
    if (line.startsWith(kStays)) for (const name of find(line.slice(kStays.length))) fixed.add(name);
    else for (const name of find(line)) second.add(name);
  }
  const isBehind = (name) => {
    const by = callers.get(name);
    if (second.has(name) || fixed.has(name) || by.size === 0) return false;
    return [...by].every((caller) => caller === name || second.has(caller));
  };
  for (let before = 0; before < second.size; ) {
    before = second.size;
    for (const name of callers.keys()) if (isBehind(name)) second.add(name);
  }
  return second;
}

const [program, doorsFile, first, second, ...options] = process.argv.slice(2);
const doors = readFileSync(doorsFile, "utf8")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "" && !line.startsWith("#"));
const graph = execFileSync(process.env.WASM_OPT ?? "wasm-opt", [program, "--print-call-graph", "-o", "/dev/null"], {
  encoding: "utf8",
  maxBuffer: kRoomForGraph,
  stdio: ["ignore", "pipe", "ignore"],
});
const chosen = behind(doors, readCallGraph(graph));
const folder = mkdtempSync(join(tmpdir(), "xueshi-split-"));
try {
  const list = join(folder, "functions");
  writeFileSync(list, [...chosen].join("\n"));
  execFileSync(
    process.env.WASM_SPLIT ?? "wasm-split",
    [program, "--enable-mutable-globals", `--split-funcs=@${list}`, "-o1", first, "-o2", second, ...options],
    { stdio: "inherit" },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// node split_program.mjs <program.wasm> <parts> <folder> [<wasm-split option>…]
//
// Parts a program, which must have its names, and writes client.wasm and one file for each part that the file of
// parts names. A line "part <name>" begins a part; the lines after it name its doors, functions without their
// parameters: they go into that part, and with them every function to which all ways lead through its doors or those of
// later parts. What the host calls and what is called through pointers stays in the first, unless it is a door
// itself, and so does what a line names after "stays ". A function that is not found stops the build.
//
// A part is given what it needs of those before it under the name of the one before ("primary": the first).
//
// WASM_OPT and WASM_SPLIT name Binaryen's tools.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const kRoomForGraph = 1 << 30;
const kPart = "part ";
const kStays = "stays ";
const kFeatures = "--enable-mutable-globals";

const plain = (name) =>
  name.replace(/\\([0-9a-f]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));

// Binaryen's own text: a line a function, filled grey if exported, rounded if in the table; then a line a call.
function readCallGraph(text) {
  const fixed = new Set();
  const called = new Set();
  const callees = new Map();
  const note = (name) => callees.get(name) ?? callees.set(name, new Set()).get(name);
  for (const line of text.split("\n")) {
    const [, caller, callee] = /^ {2}"(.*)" -> "(.*)";/.exec(line) ?? [];
    if (caller !== undefined) {
      note(caller).add(callee);
      note(callee);
      if (caller !== callee) called.add(callee);
      continue;
    }
    const [, name, style] = /^ {2}"(.*)" \[(style=.*)\]/.exec(line) ?? [];
    if (name === undefined) continue;
    note(name);
    if (/rounded|gray|turquoise/.test(style)) fixed.add(name);
  }
  return { fixed, called, callees };
}

function readParts(text) {
  const parts = [];
  const stays = [];
  for (const line of text.split("\n").map((line) => line.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith(kStays)) stays.push(line.slice(kStays.length));
    else if (line.startsWith(kPart)) parts.push({ name: line.slice(kPart.length), doors: [] });
    else parts.at(-1).doors.push(line);
  }
  return { parts, stays };
}

// The functions behind `doors`: those that nothing reaches but through one. Functions that call each other go together.
function behind(doors, stays, { fixed, called, callees }) {
  const names = [...callees.keys()];
  const find = (wanted) => {
    const found = names.filter((name) => plain(name).startsWith(`${wanted}(`));
    if (found.length === 0) throw new Error(`no function ${wanted} in the program: renamed, or inlined?`);
    return found;
  };
  const closed = new Set(doors.flatMap(find));
  const roots = [...fixed, ...stays.flatMap(find), ...names.filter((name) => !called.has(name))];
  const first = new Set();
  const ways = roots.filter((name) => !closed.has(name));
  while (ways.length > 0) {
    const name = ways.pop();
    if (first.has(name)) continue;
    first.add(name);
    for (const callee of callees.get(name)) if (!closed.has(callee)) ways.push(callee);
  }
  return new Set(names.filter((name) => !first.has(name)));
}

const read = (...command) =>
  execFileSync(process.env.WASM_OPT ?? "wasm-opt", [kFeatures, ...command, "-o", "/dev/null"], {
    encoding: "utf8",
    maxBuffer: kRoomForGraph,
    stdio: ["ignore", "pipe", "ignore"],
  });

// A module's functions in their order, as wasm-split calls them: by name, or by number where they have none.
const functionsOf = (module) =>
  read(module, "--print-function-map")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.slice(line.indexOf(":") + 1));

const [program, partsFile, folder, ...options] = process.argv.slice(2);
const { parts, stays } = readParts(readFileSync(partsFile, "utf8"));
const graph = readCallGraph(read(program, "--print-call-graph"));
const work = mkdtempSync(join(tmpdir(), "xueshi-split-"));

function split(module, functions, from, first, second, more) {
  const list = join(work, "functions");
  writeFileSync(list, functions.join("\n"));
  execFileSync(
    process.env.WASM_SPLIT ?? "wasm-split",
    [module, kFeatures, `--import-namespace=${from}`, `--split-funcs=@${list}`, "-o1", first, "-o2", second, ...more],
    { stdio: "inherit" },
  );
}

// What is cut off is written in the order of its labels' bytes, behind what it imports.
const inOrder = (cut) => [...cut].sort((a, b) => Buffer.compare(Buffer.from(a.label), Buffer.from(b.label)));

try {
  // What is cut off is cut again. Names in the files would be downloaded, so they are left out, and which function is
  // which is told by its place.
  let rest = program;
  let names = functionsOf(program);
  let name = "client";
  parts.forEach((part, i) => {
    const doors = parts.slice(i).flatMap((each) => each.doors);
    const chosen = behind(doors, stays, graph);
    const cut = functionsOf(rest)
      .map((label, place) => ({ label, name: names[place] }))
      .filter((each) => chosen.has(each.name));
    const isLast = i + 1 === parts.length;
    const from = i === 0 ? "primary" : name;
    const next = isLast ? join(folder, `${part.name}.wasm`) : join(work, `rest${i}.wasm`);
    const labels = cut.map((each) => each.label);
    split(rest, labels, from, join(folder, `${name}.wasm`), next, options);
    if (!isLast) {
      const imported = functionsOf(next).slice(0, -cut.length);
      names = [...imported, ...inOrder(cut).map((each) => each.name)];
    }
    [rest, name] = [next, part.name];
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}

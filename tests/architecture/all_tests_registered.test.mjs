// Every test file is run by ctest: asked of ctest itself, since a file can stand in a folder, and
// even in a build file, and still never run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";

import { files, kRoot, matches, read, without_comments } from "./source_tree.mjs";

const build = process.env.XUESHI_BUILD_DIR ?? join(kRoot, "build", "dev");

const registered = JSON.parse(
  execFileSync("ctest", ["--test-dir", build, "--show-only=json-v1"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  }),
).tests;
const names = new Set(registered.map(({ name }) => name));
const commands = registered.flatMap(({ command }) => command ?? []);

const compiled = JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8"));

test("every C++ test file is compiled into a program that ctest runs", () => {
  const programs = new Set(commands.map((word) => basename(word)));
  const wrong = files("tests", (path) => path.endsWith("_test.cpp")).filter((path) => {
    const entry = compiled.find(({ file }) => file === join(kRoot, path));
    const program = /CMakeFiles\/(\w+)\.dir/.exec(entry?.output ?? entry?.command ?? "")?.[1];
    return !programs.has(program);
  });
  assert.deepEqual(wrong, []);
});

test("every promise in a C++ test file is known to ctest", () => {
  const wrong = [];
  for (const path of files("tests", (path) => path.endsWith("_test.cpp"))) {
    const code = without_comments(read(path));
    for (const [, suite, name] of code.matchAll(/^\s*TEST(?:_F)?\(\s*(\w+),\s*(\w+)\s*\)/gm)) {
      if (!names.has(`${suite}.${name}`)) wrong.push(`${path}: ${suite}.${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("every script test is a test of ctest", () => {
  // Those of tests/node need both hosts and are run by the WebAssembly tree, which this one cannot ask.
  assert.match(read("tests/CMakeLists.txt"), /^ *xueshi_script_tests\(node\)/m);
  const scripts = files("tests", (path) => path.endsWith(".test.mjs") && !path.startsWith("tests/node/"));
  assert.deepEqual(scripts.filter((path) => !commands.includes(join(kRoot, path))), []);
});

test("a test is skipped only with the issue that says why", () => {
  const pattern = /\bGTEST_SKIP\b|\bDISABLED_\w+|\b(?:test|it|describe)\.(?:skip|todo)\b|\bskip: true/g;
  const wrong = files("tests", (path) => /(_test\.cpp|\.test\.mjs)$/.test(path))
    .filter((path) => path !== "tests/architecture/all_tests_registered.test.mjs")
    .flatMap((path) => {
      const lines = read(path).split("\n");
      return matches(path, read(path), pattern).filter((found) => {
        const line = Number(found.split(":")[1]);
        return !lines.slice(Math.max(0, line - 2), line).some((text) => /#\d+|issues\/\d+/.test(text));
      });
    });
  assert.deepEqual(wrong, []);
});

// The shape of the repository: what stands at the root, names, sizes.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";

import { files, is_cpp, is_script, kRoot, read } from "./source_tree.mjs";

const kRootEntries = [
  ...["CMakeLists.txt", "CMakePresets.json", "Makefile", "CHANGELOG.md", "LICENSE"],
  ...["package.json", "package-lock.json", ".npmrc", ".gitignore", ".editorconfig"],
  ...["web", "core", "server", "shell", "tests", "docs", ".ci"],
  // Not committed.
  ...[".git", "build", "node_modules", ".cache", "CMakeUserPresets.json"],
];

// One per folder by nature, or data whose folder is part of its name.
const kMayRepeat = /(^|\/)main\.cpp$|(^|\/)(CMakeLists\.txt|README[^/]*\.md|index\.html|package\.json)$|^core\/packs\//;

const kMaxLines = 600;
const kNineInTen = 400;
const kMaxMedian = 120;
const kMayBeLong = /^core\/packs\/|(^|\/)(golden|locale|data)\/|^package-lock\.json$/;

test("the root holds nothing but its own few entries", () => {
  const strangers = readdirSync(kRoot).filter(
    (name) => !kRootEntries.includes(name) && !/^README|^\.clang-/.test(name),
  );
  assert.deepEqual(strangers, []);
});

test("a file's name is enough to find it", () => {
  const places = new Map();
  for (const path of files("", (path) => !kMayRepeat.test(path))) {
    const name = basename(path).toLowerCase();
    places.set(name, [...(places.get(name) ?? []), path]);
  }
  assert.deepEqual([...places.values()].filter((paths) => paths.length > 1), []);
});

test("folders and files are named in small letters", () => {
  const wrong = ["core", "web", "server", "shell", "tests"].flatMap((folder) =>
    files(folder, (path) => !/^([a-z0-9_.-]+\/)*([a-z0-9_.-]+|CMakeLists\.txt)$/.test(path)),
  );
  assert.deepEqual(wrong, []);
});

const line_count = (path) => read(path).split("\n").length - 1;

test(`no file is longer than ${kMaxLines} lines`, () => {
  const is_source = (path) =>
    is_cpp(path) || is_script(path) || /\.(css|html|cmake|txt|json|sql|md)$|Makefile$|^\.ci\//.test(path);
  const long = files("", (path) => is_source(path) && !kMayBeLong.test(path))
    .map((path) => [path, line_count(path)])
    .filter(([, lines]) => lines > kMaxLines);
  assert.deepEqual(long, []);
});

test(`C++ files: half up to ${kMaxMedian} lines, nine in ten up to ${kNineInTen}`, () => {
  const sizes = ["core", "web", "server"]
    .flatMap((folder) => files(folder, (path) => is_cpp(path) && !kMayBeLong.test(path)))
    .map(line_count)
    .sort((left, right) => left - right);
  const share = (part) => sizes[Math.floor((sizes.length - 1) * part)];
  assert.ok(share(0.5) <= kMaxMedian, `median ${share(0.5)}`);
  assert.ok(share(0.9) <= kNineInTen, `90 % ${share(0.9)}`);
});

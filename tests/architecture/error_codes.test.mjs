// An error's code is what a program may rely on: each stands in docs/formats with its meaning, and means one thing.
import assert from "node:assert/strict";
import { test } from "node:test";

import { files, is_cpp, read, without_comments } from "./source_tree.mjs";

// Of the command line, whose answer is a sentence; and of the core's own callers, which check before they ask.
const kNotOnAnyWire = new Set(["BadArguments", "RunHasEnded"]);

const kDeclared = ["core", "server"].flatMap((folder) =>
  files(folder, is_cpp).flatMap((path) =>
    [...without_comments(read(path)).matchAll(/\bErrorCode\s+k\w+\s*\{\s*"(\w+)"/g)].map(([, code]) => ({ path, code })),
  ),
);

test("every error code is described in docs/formats", () => {
  const pages = files("docs/formats", (path) => path.endsWith(".md")).map(read).join("\n");
  const missing = kDeclared.filter(({ code }) => !kNotOnAnyWire.has(code) && !pages.includes(`\`${code}\``));
  assert.deepEqual(missing, []);
  assert.ok(kDeclared.length > 40, "the declarations were found");
});

test("no two declarations share an error code", () => {
  const codes = kDeclared.map(({ code }) => code);
  assert.deepEqual(codes.filter((code, i) => codes.indexOf(code) !== i), []);
});

// The two sides of the input plane count the same things in the same order.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { INPUT } from "../../shell/bridges/plane_events.js";
import { FIELDS, OPERATIONS } from "../../shell/bridges/plane_patch.js";
import { DEFAULTS, INPUT_MODES, ROLES, STATE } from "../../shell/bridges/roles.js";

const header = (name) =>
  readFileSync(new URL(`../../web/ui/${name}`, import.meta.url), "utf8").replace(/\/\/.*/g, "");

// The enumerators of an enum, with their values.
function enumerators(text, name) {
  const body = new RegExp(`enum (?:class )?${name}[^{]*\\{([^}]*)\\}`).exec(text)[1];
  let next = 0;
  return body
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [label, value] = part.split("=").map((word) => word.trim());
      next = value === undefined ? next : Number(value);
      return [label, next++];
    });
}

// kEnterSubmits → enterSubmits
const plain = (label) =>
  label.replace(/^k(Patch)?/, "").replace(/^./, (letter) => letter.toLowerCase());

const semantics = header("semantics.h");
const patch = header("plane_patch.h");

test("every role has its element", () => {
  assert.deepEqual(enumerators(semantics, "Role").map(([label]) => label), ROLES);
});

test("states have the same bits", () => {
  const expected = Object.fromEntries(
    enumerators(semantics, "NodeState").map(([label, bit]) => [plain(label), bit]),
  );
  assert.deepEqual(STATE, expected);
});

test("inputs have the same kinds", () => {
  const names = { TextChanged: "text" };
  const expected = Object.fromEntries(
    enumerators(semantics, "Kind").map(([label, value]) => [names[label] ?? plain(label), value]),
  );
  assert.deepEqual(INPUT, expected);
});

test("every keyboard has its input mode", () => {
  assert.equal(enumerators(semantics, "Keyboard").length, INPUT_MODES.length);
});

test("patches have the same fields and operations", () => {
  const fields = enumerators(patch, "PatchField").map(([label, bit]) => [bit, plain(label)]);
  assert.deepEqual(FIELDS.map(([bit, name]) => [bit, name]), fields);
  assert.equal(OPERATIONS.length, enumerators(patch, "PatchOperation").length);
});

test("every field but role and rectangle has a default", () => {
  const named = FIELDS.map(([, name]) => name).filter((name) => name !== "role" && name !== "rect");
  assert.deepEqual(Object.keys(DEFAULTS).sort(), named.sort());
});

// Rows that leave lend their elements to rows that come.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { createRecycling } from "../../shell/bridges/recycling.js";

let recycling;

function element(parent = null) {
  const made = {
    isConnected: true,
    parentElement: parent,
    contains: (other) => {
      for (let at = other; at; at = at.parentElement) if (at === made) return true;
      return false;
    },
  };
  return made;
}

function node(role, parent) {
  return { role, kind: { isPlain: role !== "Field" }, element: element(parent?.element) };
}

// A row with its parts, in the order patches remove them.
function row(...roles) {
  const made = node("Row", null);
  return [made, ...roles.map((role) => node(role, made))];
}

beforeEach(() => {
  globalThis.document = { activeElement: null };
  recycling = createRecycling();
});

test("a row and its parts are taken by their roles", () => {
  const leaving = row("Button", "Cell", "Cell", "Text");
  const [old, button, first, second, text] = leaving;
  assert.equal(recycling.take("Row", leaving), old);
  assert.equal(recycling.take("Cell", leaving), first);
  assert.equal(recycling.take("Button", leaving), button);
  assert.equal(recycling.take("Cell", leaving), second);
  assert.equal(recycling.take("Cell", leaving), null);
  assert.deepEqual(recycling.finish(leaving), [text]);
});

test("parts come from the row that was taken, not from another", () => {
  const leaving = [...row("Cell"), ...row("Cell")];
  recycling.take("Row", leaving);
  assert.equal(recycling.take("Cell", leaving), leaving[1]);
  assert.equal(recycling.take("Cell", leaving), null);
  assert.equal(recycling.take("Row", leaving), leaving[2]);
  assert.equal(recycling.take("Cell", leaving), leaving[3]);
});

test("the row with the focus in it is kept, and so are its parts", () => {
  const focused = row("Button");
  const other = row("Button");
  document.activeElement = focused[1].element;
  const leaving = [...focused, ...other];
  assert.equal(recycling.take("Row", leaving), other[0]);
  assert.equal(recycling.take("Button", leaving), other[1]);
  assert.equal(recycling.take("Row", leaving), null);
  assert.equal(recycling.take("Button", leaving), null);
  assert.deepEqual(recycling.finish(leaving), focused);
});

test("fields are never filled anew, nor is anything outside of rows", () => {
  const leaving = row("Field");
  recycling.take("Row", leaving);
  assert.equal(recycling.take("Field", leaving), null);
  assert.equal(createRecycling().take("Button", [node("Button", null)]), null);
});

test("a taken row waits to be placed; the next patch starts afresh", () => {
  const leaving = row("Cell");
  recycling.take("Row", leaving);
  assert.ok(recycling.isUnplaced(leaving[0].element));
  recycling.placed(leaving[0].element);
  assert.ok(!recycling.isUnplaced(leaving[0].element));
  assert.deepEqual(recycling.finish(leaving), [leaving[1]]);
  assert.equal(recycling.take("Cell", row("Cell")), null);
});

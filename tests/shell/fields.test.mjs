// Text goes to the program and comes back frames later, and typing goes on meanwhile.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { createFields } from "../../shell/bridges/fields.js";

let reported;
let fields;
let node;

// A person types: the element holds the text before anybody hears of it.
function type(text, isComposing = false) {
  node.element.value = text;
  fields.typed(node, { isComposing });
}

// A frame in which the program sends a value, or nothing new.
function frame(value) {
  if (value !== undefined) {
    node.value = value;
    fields.valueArrived(node);
  }
  fields.frameEnded();
}

beforeEach(() => {
  reported = [];
  fields = createFields({ report: (_, text) => reported.push(text) });
  node = { value: "", element: { value: "", isConnected: true }, kind: { isField: true } };
});

test("each change is told once", () => {
  type("a");
  type("a");
  type("ab");
  assert.deepEqual(reported, ["a", "ab"]);
});

test("nothing is told while composing, and the result once", () => {
  fields.compositionStarted(node);
  type("ni", true);
  type("你", true);
  fields.compositionEnded(node);
  type("你"); // some engines send the last input after the end
  assert.deepEqual(reported, ["你"]);
});

test("a composition whose end was not told ends with the first plain input", () => {
  fields.compositionStarted(node);
  type("x", false);
  assert.equal(fields.isComposing(node), false);
  assert.deepEqual(reported, ["x"]);
});

test("an echo of an older text does not undo what was typed since", () => {
  type("a");
  type("ab");
  frame("a");
  assert.equal(node.element.value, "ab");
  type("abc");
  frame("ab");
  frame("abc");
  assert.equal(node.element.value, "abc");
});

test("a value of the program's own is written", () => {
  type("draft");
  frame("draft");
  frame("完成");
  assert.equal(node.element.value, "完成");
});

test("clearing after sending is written, though the empty text was typed before", () => {
  type("a");
  type("");
  type("b");
  frame("b");
  frame("");
  assert.equal(node.element.value, "");
});

test("what the program refuses goes back after some frames, not at once", () => {
  type("a");
  frame("a");
  type("a7");
  frame();
  frame();
  assert.equal(node.element.value, "a7");
  frame();
  assert.equal(node.element.value, "a");
});

test("nothing is written while composing", () => {
  type("a");
  frame("a");
  fields.compositionStarted(node);
  node.element.value = "an";
  frame("changed elsewhere");
  assert.equal(node.element.value, "an");
  for (let i = 0; i < 9; ++i) frame();
  assert.equal(node.element.value, "an");
});

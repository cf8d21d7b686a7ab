// A slider is moved by its own place and answered by the program's.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { createSliders } from "../../shell/bridges/sliders.js";

let steps;
let sliders;
let node;

function move(place) {
  node.element.value = String(place);
  sliders.moved(node);
}

function answer(place) {
  node.rowIndex = place;
  sliders.placeArrived(node);
}

beforeEach(() => {
  steps = [];
  sliders = createSliders({ report: (_, count) => steps.push(count) });
  node = { rowIndex: 2, element: { value: "2" } };
});

test("moves are told as steps from the place told before", () => {
  move(3);
  move(5);
  move(5);
  move(1);
  assert.deepEqual(steps, [1, 2, -4]);
});

test("a late answer does not pull the thumb back", () => {
  move(3);
  move(4);
  answer(3);
  assert.equal(node.element.value, "4");
  answer(4);
  move(5);
  assert.deepEqual(steps, [1, 1, 1]);
});

test("a step the program does not take is taken back", () => {
  move(3);
  for (let i = 0; i < 3; ++i) sliders.frameEnded();
  assert.equal(node.element.value, "2");
});

test("the program moves the thumb by itself", () => {
  answer(5);
  assert.equal(node.element.value, "5");
});

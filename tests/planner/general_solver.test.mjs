// The exact planner against CBC, which shares nothing with it (tests/support/planner_duel.mjs): a few problems of each
// size and kind; many in `make soak`.

import assert from "node:assert/strict";
import { test } from "node:test";

import { expectAgreement, impossibleProblem } from "../support/planner_duel.mjs";
import { duelProblem } from "../support/planning_problems.mjs";

for (const [size, count] of [[50, 24], [200, 12], [1000, 6], [5000, 1]]) {
  test(`${size} offerings: every key as a general solver has it`, () => {
    for (let seed = 1; seed <= count; ++seed) assert.equal(expectAgreement(duelProblem(seed, size)), "optimal", `seed ${seed}`);
  });
}

// Conditions of a conflict that speak of few of the offerings: most of them stand in no row of the general solver's model.
for (const seed of [105, 198]) {
  test(`a conflict about few of 50 offerings, problem ${seed}`, () => {
    assert.equal(expectAgreement(impossibleProblem(seed, 50)), "infeasible");
  });
}

for (const [size, count] of [[50, 16], [200, 8], [1000, 2]]) {
  test(`${size} offerings, and nothing fits: the conflict is minimal, the nearest plan the nearest`, () => {
    for (let seed = 1; seed <= count; ++seed) {
      assert.equal(expectAgreement(impossibleProblem(seed, size)), "infeasible", `seed ${seed}`);
    }
  });
}

// Ours against CBC on one problem: every key of the objective in turn, and where nothing fits that the conflict is one, and
// minimal, and the nearest plan's shortfall and keys the least there are.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { cbc, generalModel, weightOf } from "./general_solver.mjs";
import { duelProblem } from "./planning_problems.mjs";

export function planOf(problem) {
  const program = join(process.env.XUESHI_OUTPUT_DIR ?? "build", "bin/xueshi");
  const run = spawnSync(program, ["plan"], { input: JSON.stringify(problem), encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout);
}

// A budget one fen, or a third, below the cheapest plan; every other one with a pinned offering besides.
export function impossibleProblem(seed, size) {
  const problem = duelProblem(seed, size);
  const { status, totals } = planOf({ ...problem, objective: ["fee"] });
  if (status === "infeasible") return problem; // as it is
  const { fee } = totals;
  const max_fee = seed % 4 < 2 ? fee - 1 : Math.floor((fee * 2) / 3);
  return { ...problem, limits: { ...problem.limits, max_fee }, pinned: seed % 2 === 0 ? [problem.offerings[seed % size].id] : [] };
}

const scaled = (key, totals) => {
  const value = totals[key.replace("-", "")] * (key.endsWith("hours") ? 10 : 1);
  return Math.round(key.startsWith("-") ? -value : value);
};

const costOf = (model) => {
  const { cost } = cbc(model);
  return cost === null ? null : Math.round(cost);
};

function expectLeastKeys(problem, totals, more) {
  const atMost = [];
  for (const key of problem.objective) {
    const weight = weightOf(key);
    const least = costOf(generalModel(problem, { weight, atMost, ...more }));
    assert.equal(scaled(key, totals), least, `the key ${key}, after ${atMost.length} others`);
    atMost.push([weight, least]);
  }
}

function expectMinimal(problem, conflict) {
  assert.equal(costOf(generalModel(problem, { conditions: conflict })), null, `${conflict} can hold together`);
  for (const id of conflict) {
    const rest = conflict.filter((each) => each !== id);
    assert.notEqual(costOf(generalModel(problem, { conditions: rest })), null, `${rest} cannot hold without ${id} either`);
  }
}

// Answers the status, so that who calls can see to it that both were tried.
export function expectAgreement(problem) {
  const answer = planOf(problem);
  if (answer.status === "optimal") {
    expectLeastKeys(problem, answer.totals, {});
    return answer.status;
  }
  assert.equal(costOf(generalModel(problem, {})), null, "there is a plan");
  expectMinimal(problem, answer.conflict);
  const shortfall = costOf(generalModel(problem, { isShort: true }));
  if (answer.nearest === null) {
    assert.equal(shortfall, null, "pins and limits can hold together");
    return answer.status;
  }
  const missing = Object.values(answer.nearest.short).reduce((all, hours) => all + Math.round(hours * 10), 0);
  assert.equal(missing, shortfall);
  expectLeastKeys(problem, answer.nearest.totals, { isShort: true, shortfall });
  return answer.status;
}

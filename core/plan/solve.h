// The exact planner's one door. Pure: no clock, no randomness, the same answer for the same
// problem.
//
// Requires a problem that `validate` accepted. The answer is a proven optimum of the contract's
// total order (objective, then fewest offerings, then the smallest ascending list of ids) or a
// proof that there is none; there is no time limit and no guess.
#pragma once

#include "core/plan/planning_answer.h"
#include "core/plan/planning_problem.h"

namespace xueshi::plan {

PlanningAnswer solve(const PlanningProblem& problem);

}  // namespace xueshi::plan

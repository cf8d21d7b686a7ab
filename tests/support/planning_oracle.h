// What the planning contract says, by trying every subset: slow, obvious, and independent of the
// planner.
//
// Only for problems of up to about fourteen offerings. Shares the problem's types with core and
// nothing else.
#pragma once

#include <cstdint>
#include <string>

#include "core/plan/planning_answer.h"
#include "core/plan/planning_problem.h"

namespace xueshi::testing {

// Empty when the answer is exactly what the contract demands, else what differs.
std::string disagreement(const plan::PlanningProblem& problem, const plan::PlanningAnswer& answer);

// A small random problem with every feature of the contract; the same one for the same seed.
plan::PlanningProblem random_small_problem(std::uint64_t seed);

std::string describe(const plan::PlanningProblem& problem);

}  // namespace xueshi::testing

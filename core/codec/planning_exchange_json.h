// The other direction of the planning contract: a problem written, an answer read. With these a
// program asks a planner that runs elsewhere (the browser's worker) by the same two documents as
// everybody else. Where a problem is refused, a third tells why.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/plan/planning_answer.h"
#include "core/plan/planning_problem.h"

namespace xueshi::codec {

// read_planning_problem reads back an equal problem.
std::string write_planning_problem(const plan::PlanningProblem& problem);

// What write_planning_answer wrote, but for the time it took.
Result<plan::PlanningAnswer> read_planning_answer(std::string_view bytes);

std::string write_planning_refusal(const Error& error);

// The code of the error that was written; empty when the bytes are no refusal.
std::string read_planning_refusal(std::string_view bytes);

}  // namespace xueshi::codec

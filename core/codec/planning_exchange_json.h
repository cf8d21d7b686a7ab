// How the page and its planner's worker speak: a problem of the planning contract written, and the pieces it is
// answered with, the first of which holds the contract's answer. Where a problem is refused, another document
// tells why.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/plan/plan_pieces.h"
#include "core/plan/planning_problem.h"

namespace xueshi::codec {

// read_planning_problem reads back an equal problem. `further` are offerings beside the problem's own: what
// write_offering wrote of each, with commas between, so that thousands need not be written anew for each question.
std::string write_planning_problem(const plan::PlanningProblem& problem, std::string_view further = {});

std::string write_offering(const plan::Offering& offering);

std::string write_plan_piece(const plan::PlanPiece& piece);

// What write_plan_piece wrote. Only ever between two parts of one release, so without a schema.
Result<plan::PlanPiece> read_plan_piece(std::string_view bytes);

std::string write_planning_refusal(const Error& error);

// The code of the error that was written; empty when the bytes are no refusal.
std::string read_planning_refusal(std::string_view bytes);

}  // namespace xueshi::codec

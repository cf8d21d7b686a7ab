// The planning contract's two documents: xueshi.plan.problem/1 read strictly, xueshi.plan.answer/1
// written.
//
// Required in a problem: schema, requirements, offerings, objective; lists not given are empty.
// Hours are read from the number's own text and must be whole tenths. A refusal's subject is the
// path of the field
// ("offerings[3].hours"), so that a caller can name it in one line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/plan/planning_answer.h"
#include "core/plan/planning_problem.h"

namespace xueshi::codec {

// A problem that plan::validate accepts, or what is wrong with the bytes.
Result<plan::PlanningProblem> read_planning_problem(std::string_view bytes);

// `nanoseconds` is what the solve took, measured by the caller: core has no clock.
std::string write_planning_answer(const plan::PlanningAnswer& answer, std::int64_t nanoseconds);

// The tenths a JSON number states exactly ("4.5", "45e-1", "4.50"); none when it is negative, finer
// than a tenth or too large.
std::optional<std::int64_t> parse_exact_tenths(std::string_view number);

}  // namespace xueshi::codec

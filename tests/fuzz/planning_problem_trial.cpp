#include "tests/fuzz/planning_problem_trial.h"

#include "core/codec/planning_exchange_json.h"
#include "core/codec/planning_problem_json.h"
#include "core/plan/solve.h"
#include "tests/support/planning_oracle.h"

namespace xueshi::testing {
namespace {

// Brute force tries every subset.
constexpr std::size_t kFewOfferings = 8;

}  // namespace

std::string trouble_with_problem(std::string_view bytes) {
    const Result<plan::PlanningProblem> problem = codec::read_planning_problem(bytes);
    if (!problem) {
        const std::string& field = problem.error().subject;
        if (field.empty()) return "a refusal that names nothing";
        return field.find('\n') == std::string::npos ? "" : "a refusal of two lines";
    }
    const Result<plan::PlanningProblem> again = codec::read_planning_problem(codec::write_planning_problem(*problem));
    if (!again) return "what was written is refused: " + again.error().subject;
    if (codec::write_planning_problem(*again) != codec::write_planning_problem(*problem)) {
        return "what was written is another problem";
    }
    if (problem->offerings.size() > kFewOfferings) return {};
    return disagreement(*problem, plan::solve(*problem));
}

}  // namespace xueshi::testing

// Every way out is true: it leads to the plan it promises, and changing less would not have been enough.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/codec/planning_problem_json.h"
#include "core/plan/solve.h"
#include "core/plan/way_out.h"
#include "tests/support/planning_oracle.h"

namespace xueshi::testing {
namespace {

constexpr std::uint64_t kProblems = 6'000;

std::string best_of(const plan::PlanningProblem& problem) {
    const plan::PlanningAnswer answer = plan::solve(problem);
    const auto* optimal = std::get_if<plan::OptimalAnswer>(&answer.verdict);
    if (optimal == nullptr) return "none";
    std::string ids;
    for (const std::string& id : optimal->best.chosen) ids += id + ' ';
    return ids;
}

std::string promised_by(const plan::WayOut& way) {
    std::string ids;
    for (const std::string& id : way.plan.chosen) ids += id + ' ';
    return ids;
}

// The contract has no "-hours" without a limit, and alternatives cost time here.
plan::PlanningProblem infeasible_candidate(std::uint64_t seed) {
    plan::PlanningProblem problem = random_small_problem(seed);
    problem.alternatives.reset();
    problem.frontier.reset();
    return problem;
}

TEST(WayOutOracle, EachWayLeadsToItsPlanAndChangesTheLeast) {
    std::array<int, 4> seen{};
    for (std::uint64_t seed = 1; seed <= kProblems; ++seed) {
        const plan::PlanningProblem problem = infeasible_candidate(seed);
        const plan::PlanningAdvice advice = plan::advise(problem);
        const bool is_infeasible = std::holds_alternative<plan::InfeasibleAnswer>(advice.answer.verdict);
        ASSERT_TRUE(is_infeasible || advice.ways_out.empty());
        for (const plan::WayOut& way : advice.ways_out) {
            SCOPED_TRACE("seed " + std::to_string(seed) + '\n' + describe(problem));
            ++seen[static_cast<std::size_t>(way.kind)];
            plan::PlanningProblem changed = problem;
            switch (way.kind) {
                case plan::WayOutKind::RaiseMaxFee:
                    ASSERT_GT(way.max_fee, *problem.limits.max_fee);
                    changed.limits.max_fee = way.max_fee;
                    ASSERT_EQ(best_of(changed), promised_by(way));
                    changed.limits.max_fee = way.max_fee - 1;
                    ASSERT_EQ(best_of(changed), "none");
                    break;
                case plan::WayOutKind::RaiseMaxHours:
                    ASSERT_GT(way.max_hours, *problem.limits.max_hours);
                    changed.limits.max_hours = way.max_hours;
                    ASSERT_EQ(best_of(changed), promised_by(way));
                    changed.limits.max_hours = DeciHours{way.max_hours.tenths - 1};
                    ASSERT_EQ(best_of(changed), "none");
                    break;
                case plan::WayOutKind::DropPin:
                    std::erase(changed.pinned, way.pin);
                    ASSERT_EQ(best_of(changed), promised_by(way));
                    break;
                case plan::WayOutKind::TakeNearest:
                    ASSERT_FALSE(way.missing.empty());
                    for (const auto& [id, missing] : way.missing) {
                        for (plan::Requirement& requirement : changed.requirements) {
                            if (requirement.id == id) requirement.min_hours = requirement.min_hours - missing;
                        }
                    }
                    ASSERT_EQ(best_of(changed), promised_by(way));
                    break;
            }
        }
    }
    for (const int count : seen) EXPECT_GT(count, 100);
}

}  // namespace
}  // namespace xueshi::testing

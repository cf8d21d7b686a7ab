// The planner against brute force: every feature of the contract, 20,000 random small problems
// (XUESHI_PLAN_SEEDS sets another number and XUESHI_PLAN_FIRST another beginning, for the soak).
#include <cstdlib>

#include <gtest/gtest.h>

#include "core/plan/solve.h"
#include "tests/support/planning_oracle.h"

namespace xueshi::testing {
namespace {

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* wanted = std::getenv(name);
    return wanted == nullptr ? otherwise : std::strtoull(wanted, nullptr, 10);
}

TEST(PlanOracle, AgreesWithEverySubsetTried) {
    std::uint64_t infeasible = 0;
    const std::uint64_t problems = number_from("XUESHI_PLAN_SEEDS", 20'000);
    const std::uint64_t first = number_from("XUESHI_PLAN_FIRST", 1);
    for (std::uint64_t seed = first; seed < first + problems; ++seed) {
        const plan::PlanningProblem problem = random_small_problem(seed);
        ASSERT_TRUE(plan::validate(problem).ok()) << "seed " << seed;
        const plan::PlanningAnswer answer = plan::solve(problem);
        infeasible += answer.verdict.index();
        ASSERT_EQ(disagreement(problem, answer), "") << "seed " << seed << '\n'
                                                     << describe(problem);
    }
    EXPECT_GT(infeasible, problems / 10);
    EXPECT_LT(infeasible, problems * 9 / 10);
}

TEST(PlanOracle, GivesTheSameAnswerAgain) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const plan::PlanningProblem problem = random_small_problem(seed);
        EXPECT_EQ(plan::solve(problem).nodes, plan::solve(problem).nodes) << "seed " << seed;
    }
}

}  // namespace
}  // namespace xueshi::testing

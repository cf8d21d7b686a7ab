// What is answered piece by piece is what is answered at once.
#include <gtest/gtest.h>

#include "core/codec/planning_problem_json.h"
#include "core/plan/plan_pieces.h"
#include "core/plan/solve.h"
#include "tests/support/planning_oracle.h"

namespace xueshi::testing {
namespace {

constexpr std::uint64_t kProblems = 4'000;

plan::PlanningProblem with_requests(std::uint64_t seed) {
    plan::PlanningProblem problem = random_small_problem(seed);
    if (!problem.limits.max_hours) problem.limits.max_hours = whole_hours(40);
    problem.alternatives = {static_cast<std::int64_t>(seed % 4), static_cast<std::int64_t>(1 + seed % 3)};
    constexpr plan::FrontierRequest kTrades[] = {{{plan::Measure::Fee, false}, {plan::Measure::Fit, true}, 0},
                                                 {{plan::Measure::Hours, false}, {plan::Measure::Fee, false}, 0},
                                                 {{plan::Measure::Fit, true}, {plan::Measure::Fee, false}, 0},
                                                 {{plan::Measure::Fee, false}, {plan::Measure::Fee, false}, 0}};
    problem.frontier = kTrades[seed / 4 % 4];
    problem.frontier->max_points = static_cast<std::int64_t>(seed / 16 % 9);
    return problem;
}

std::string text_of(const plan::PlanningAnswer& answer) { return codec::write_planning_answer(answer, 0); }

TEST(PlanPiecesOracle, TogetherThePiecesSayWhatIsSaidAtOnce) {
    std::array<int, 3> seen{};
    for (std::uint64_t seed = 1; seed <= kProblems; ++seed) {
        const plan::PlanningProblem problem = with_requests(seed);
        SCOPED_TRACE("seed " + std::to_string(seed) + '\n' + describe(problem));
        plan::PlanPieces pieces(problem);
        plan::PlanningAnswer together;
        std::size_t stops = 0;
        bool is_last = false;
        while (const auto piece = pieces.next()) {
            ASSERT_FALSE(is_last) << "a piece after the last";
            is_last = piece->is_last;
            ++seen[piece->content.index()];
            if (const auto* advice = std::get_if<plan::PlanningAdvice>(&piece->content)) together = advice->answer;
            auto* optimal = std::get_if<plan::OptimalAnswer>(&together.verdict);
            if (const auto* further = std::get_if<plan::FurtherPlans>(&piece->content)) {
                optimal->alternatives = further->plans;
            }
            if (const auto* frontier = std::get_if<plan::FrontierStops>(&piece->content)) {
                ASSERT_GE(frontier->plans.size(), stops) << "a stop was taken back";
                stops = frontier->plans.size();
                optimal->frontier = frontier->plans;
            }
        }
        ASSERT_TRUE(is_last);
        plan::PlanningAnswer at_once = plan::solve(problem);
        if (auto* optimal = std::get_if<plan::OptimalAnswer>(&together.verdict)) {
            // What was asked for and is empty is no piece.
            if (!optimal->alternatives) optimal->alternatives.emplace();
            if (!optimal->frontier) optimal->frontier.emplace();
        }
        at_once.nodes = together.nodes = 0;
        ASSERT_EQ(text_of(together), text_of(at_once));
    }
    EXPECT_GT(seen[1], 1'000);
    EXPECT_GT(seen[2], 2'000);
}

}  // namespace
}  // namespace xueshi::testing

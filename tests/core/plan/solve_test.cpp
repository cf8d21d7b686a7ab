// The planning contract, sentence by sentence, on problems small enough to check by hand.
#include "core/plan/solve.h"

#include <limits>

#include <gtest/gtest.h>

namespace xueshi::plan {
namespace {

using Ids = std::vector<std::string>;

Offering offering(std::string id,
                  std::int64_t tenths,
                  std::int64_t fee,
                  std::int64_t fit = 0,
                  std::string category = "professional",
                  Ids tags = {}) {
    Offering made;
    made.id = std::move(id);
    made.category = std::move(category);
    made.tags = std::move(tags);
    made.hours = {tenths};
    made.fee = fee;
    made.fit = fit;
    return made;
}

Session session(std::int64_t start, std::int64_t end) { return {{start}, {end}}; }

// One requirement over everything, and nothing else.
PlanningProblem needing(std::int64_t tenths,
                        std::vector<Offering> offerings,
                        std::vector<ObjectiveKey> objective = {}) {
    PlanningProblem problem;
    problem.requirements = {{"total", {}, {tenths}}};
    problem.offerings = std::move(offerings);
    problem.objective = std::move(objective);
    return problem;
}

constexpr ObjectiveKey kFee{Measure::Fee, false};
constexpr ObjectiveKey kHours{Measure::Hours, false};
constexpr ObjectiveKey kMostFit{Measure::Fit, true};

OptimalAnswer optimal(const PlanningProblem& problem) {
    EXPECT_TRUE(validate(problem).ok());
    PlanningAnswer answer = solve(problem);
    const auto* found = std::get_if<OptimalAnswer>(&answer.verdict);
    EXPECT_NE(found, nullptr);
    return found == nullptr ? OptimalAnswer{} : *found;
}

InfeasibleAnswer infeasible(const PlanningProblem& problem) {
    EXPECT_TRUE(validate(problem).ok());
    PlanningAnswer answer = solve(problem);
    const auto* none = std::get_if<InfeasibleAnswer>(&answer.verdict);
    EXPECT_NE(none, nullptr);
    return none == nullptr ? InfeasibleAnswer{} : *none;
}

TEST(Planner, TakesNothingWhenNothingIsNeeded) {
    EXPECT_EQ(optimal(needing(0, {offering("A", 10, 0)})).best.chosen, Ids{});
}

TEST(Planner, MinimisesTheFirstKeyThenTheNext) {
    auto problem = needing(
        60, {offering("A", 60, 5), offering("B", 70, 4), offering("C", 60, 4)}, {kFee, kHours});
    EXPECT_EQ(optimal(problem).best.chosen, Ids{"C"});
}

TEST(Planner, FailsOneTenthBelowTheTotal) {
    EXPECT_EQ(infeasible(needing(720, {offering("A", 719, 0)})).conflict, Ids{"total"});
}

TEST(Planner, BreaksTiesByFewestThenBySmallestIds) {
    auto problem = needing(
        20,
        {offering("B", 10, 1), offering("A", 10, 1), offering("C", 10, 1), offering("D", 20, 2)},
        {kFee});
    EXPECT_EQ(optimal(problem).best.chosen, Ids{"D"});
    problem.excluded = {"D"};
    EXPECT_EQ(optimal(problem).best.chosen, (Ids{"A", "B"}));
}

TEST(Planner, ComparesIdsAsBytes) {
    auto problem = needing(10, {offering("a", 10, 0), offering("Z", 10, 0), offering("é", 10, 0)});
    EXPECT_EQ(optimal(problem).best.chosen, Ids{"Z"});
}

TEST(Planner, CountsOneOfferingTowardsEveryRequirementItMatches) {
    PlanningProblem problem;
    problem.requirements = {{"it", {{}, "it"}, {20}}, {"both", {"professional", "it"}, {20}}};
    problem.offerings = {offering("A", 20, 0, 0, "public", {"it"}),
                         offering("B", 20, 9, 0, "professional", {"it"})};
    EXPECT_EQ(optimal(problem).best.chosen, Ids{"B"});
}

TEST(Planner, CountsCappedHoursOnlyUpToTheCap) {
    auto problem = needing(25,
                           {offering("A", 20, 1, 0, "x", {"research"}),
                            offering("B", 20, 1, 0, "x", {"research"}),
                            offering("C", 15, 9)},
                           {kFee});
    problem.caps = {{"research", {{}, "research"}, {10}}};
    const auto best = optimal(problem).best;
    EXPECT_EQ(best.chosen, (Ids{"A", "C"}));
    EXPECT_EQ(best.counted.at(0).second.tenths, 25);
    EXPECT_EQ(best.totals.hours.tenths, 35);
}

TEST(Planner, CountsCreditedHoursAgainstTheCapToo) {
    auto problem =
        needing(15, {offering("A", 20, 1, 0, "x", {"research"}), offering("B", 15, 9)}, {kFee});
    problem.caps = {{"research", {{}, "research"}, {10}}};
    problem.credited = {{"x", {"research"}, {10}}};
    EXPECT_EQ(optimal(problem).best.chosen, Ids{"B"});
}

TEST(Planner, LeavesCreditedHoursOutOfTheHoursLimit) {
    auto problem = needing(30, {offering("A", 20, 1)});
    problem.credited = {{"x", {}, {10}}};
    problem.limits.max_hours = DeciHours{20};
    EXPECT_EQ(optimal(problem).best.chosen, Ids{"A"});
}

TEST(Planner, TakesAtMostOneOfAGroup) {
    auto problem = needing(20, {offering("A", 10, 0), offering("B", 10, 0), offering("C", 10, 7)});
    problem.offerings[0].group = problem.offerings[1].group = "g";
    EXPECT_EQ(optimal(problem).best.chosen, (Ids{"A", "C"}));
}

TEST(Planner, LetsSessionsTouchButNotOverlap) {
    auto problem = needing(20, {offering("A", 10, 0), offering("B", 10, 0)});
    problem.offerings[0].sessions = {session(540, 720), session(600, 660)};  // its own may overlap
    problem.offerings[1].sessions = {session(720, 900)};
    EXPECT_EQ(optimal(problem).best.chosen, (Ids{"A", "B"}));
    problem.offerings[1].sessions = {session(719, 900)};
    EXPECT_EQ(infeasible(problem).conflict, Ids{"total"});
}

TEST(Planner, KeepsPinsAndExclusions) {
    auto problem =
        needing(10, {offering("A", 10, 0), offering("B", 10, 5), offering("C", 10, 1)}, {kFee});
    problem.excluded = {"A", "A"};
    EXPECT_EQ(optimal(problem).best.chosen, Ids{"C"});
    problem.pinned = {"B"};
    EXPECT_EQ(optimal(problem).best.chosen, Ids{"B"});
}

TEST(Planner, MaximisesFitWithinTheHours) {
    auto problem =
        needing(10,
                {offering("A", 10, 3, 5), offering("B", 20, 0, 9), offering("C", 10, 2, 5)},
                {kMostFit, kFee});
    problem.limits.max_hours = DeciHours{20};
    EXPECT_EQ(optimal(problem).best.chosen, (Ids{"A", "C"}));
}

TEST(Planner, TakesFreeHourlessOfferingsOnlyForTheirFit) {
    auto problem = needing(
        10, {offering("A", 10, 1, 1), offering("B", 0, 0, 1), offering("C", 0, 0, 0)}, {kMostFit});
    problem.limits.max_hours = DeciHours{10};
    EXPECT_EQ(optimal(problem).best.chosen, (Ids{"A", "B"}));
}

TEST(Planner, ListsTheNextBestPlansInOrder) {
    auto problem =
        needing(10, {offering("A", 10, 1), offering("B", 10, 2), offering("C", 10, 3)}, {kFee});
    problem.alternatives = {2, 1};
    const auto plans = *optimal(problem).alternatives;
    ASSERT_EQ(plans.size(), 2u);
    EXPECT_EQ(plans[0].chosen, Ids{"B"});
    EXPECT_EQ(plans[1].chosen, Ids{"C"});  // as dear as A and B together, but fewer
}

TEST(Planner, MakesAlternativesDifferAsAsked) {
    auto problem =
        needing(10, {offering("A", 10, 1), offering("B", 10, 2), offering("C", 1, 0)}, {kFee});
    problem.alternatives = {3, 2};
    const auto plans = *optimal(problem).alternatives;
    ASSERT_FALSE(plans.empty());
    EXPECT_EQ(plans[0].chosen, Ids{"B"});
}

TEST(Planner, DrawsTheFrontierFromTheCheapestToTheMostFitting) {
    auto problem = needing(
        10, {offering("A", 10, 0, 1), offering("B", 10, 4, 5), offering("C", 10, 8, 9)}, {kFee});
    problem.limits.max_hours = DeciHours{10};
    problem.frontier = {kFee, kMostFit, 5};
    const auto points = *optimal(problem).frontier;
    ASSERT_EQ(points.size(), 3u);
    EXPECT_EQ(points[0].chosen, Ids{"A"});
    EXPECT_EQ(points[1].chosen, Ids{"B"});
    EXPECT_EQ(points[2].chosen, Ids{"C"});
}

TEST(Planner, NamesAMinimalConflict) {
    auto problem = needing(20, {offering("A", 10, 5), offering("B", 10, 6)});
    problem.requirements.push_back({"it", {{}, "it"}, {0}});
    problem.limits = {10, DeciHours{100}};
    EXPECT_EQ(infeasible(problem).conflict, (Ids{"total", "max_fee"}));
}

TEST(Planner, NamesTwoPinsThatClash) {
    auto problem = needing(500, {offering("A", 10, 0), offering("B", 10, 0)});
    problem.offerings[0].sessions = problem.offerings[1].sessions = {session(0, 60)};
    problem.pinned = {"B", "A"};
    const auto none = infeasible(problem);
    EXPECT_EQ(none.conflict, (Ids{"pin:B", "pin:A"}));
    EXPECT_FALSE(none.nearest.has_value());
}

TEST(Planner, ComesAsNearAsItCan) {
    auto problem =
        needing(30, {offering("A", 10, 1), offering("B", 10, 1), offering("C", 10, 9)}, {kFee});
    problem.limits.max_fee = 5;
    const auto none = infeasible(problem);
    ASSERT_TRUE(none.nearest.has_value());
    EXPECT_EQ(none.nearest->plan.chosen, (Ids{"A", "B"}));
    ASSERT_EQ(none.nearest->missing.size(), 1u);
    EXPECT_EQ(none.nearest->missing[0].second.tenths, 10);
}

TEST(Planner, StaysExactNearTheLargestFees) {
    constexpr std::int64_t kHuge = std::numeric_limits<std::int64_t>::max() / 2;
    auto problem = needing(
        10,
        {offering("A", 10, kHuge, 3), offering("B", 10, kHuge - 1, 1), offering("C", 10, 0, 2)},
        {kMostFit, kFee, kHours});
    problem.limits.max_hours = DeciHours{20};
    EXPECT_EQ(optimal(problem).best.chosen, (Ids{"A", "C"}));
}

TEST(PlanningProblem, IsRefusedByTheNameOfTheField) {
    const auto subject_of = [](const PlanningProblem& problem) {
        const auto outcome = validate(problem);
        return outcome.ok() ? std::string() : outcome.error().subject;
    };
    auto problem = needing(10, {offering("A", 10, 1), offering("A", 10, 1)});
    EXPECT_EQ(subject_of(problem), "offerings[1].id");
    problem.offerings[1].id = "B";
    EXPECT_EQ(subject_of(problem), "");
    problem.pinned = {"A", "A"};
    EXPECT_EQ(subject_of(problem), "pinned[1]");
    problem.pinned = {"A"};
    problem.excluded = {"B", "A"};
    EXPECT_EQ(subject_of(problem), "excluded[1]");
    problem.excluded = {"X"};
    EXPECT_EQ(subject_of(problem), "excluded[0]");
    problem.excluded.clear();
    problem.requirements.push_back({"pin:A", {}, {0}});
    EXPECT_EQ(subject_of(problem), "requirements[1].id");
    problem.requirements.pop_back();
    problem.objective = {kFee, kMostFit};
    EXPECT_EQ(subject_of(problem), "objective[1]");
    problem.objective = {kFee, {Measure::Fee, true}};
    EXPECT_EQ(subject_of(problem), "objective[1]");
    problem.objective.clear();
    problem.frontier = {kFee, kMostFit, 3};
    EXPECT_EQ(subject_of(problem), "frontier.best");
    problem.frontier.reset();
    problem.caps = {{"x", {}, {10}}, {"y", {"professional", {}}, {10}}};
    EXPECT_EQ(subject_of(problem), "offerings[0]");
    problem.caps.clear();
    problem.offerings[0].fee = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(subject_of(problem), "offerings[1].fee");
    problem.offerings[0].fee = 0;
    problem.offerings[1].sessions = {session(60, 60)};
    EXPECT_EQ(subject_of(problem), "offerings[1].sessions[0]");
}

}  // namespace
}  // namespace xueshi::plan

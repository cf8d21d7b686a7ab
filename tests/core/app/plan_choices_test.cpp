#include "core/app/select_plan.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/plan/fit.h"
#include "tests/support/proposals.h"

namespace xueshi::app {
namespace {

using testing::propose;

class PlanChoicesTest : public ::testing::Test {
  protected:
    PlanChoicesTest() {
        testing::publish_choices(world_);
        world_.draft("p1", "均衡").mark("public").mark("IT10").mark("OWN0");
    }
    PlanChoices choices(const PlanProposals& proposals) const {
        return select_plan(world_.input(), nullptr, &proposals).choices;
    }
    testing::PlanningWorld world_;
};

TEST_F(PlanChoicesTest, TellsWhatComesAndGoesAgainstTheDraft) {
    const PlanChoices shown = choices(propose(world_));
    ASSERT_NE(shown.proposal(), nullptr);
    const PlanChoice& best = *shown.proposal();
    EXPECT_FALSE(best.is_draft());
    EXPECT_EQ(best.runs.size(), best.comes.size() + 3 - best.goes.size());
    ASSERT_EQ(best.goes.size(), 1u) << "the dear course gives way where the fee comes first";
    EXPECT_EQ(best.goes[0].title, "语文课 0");
    EXPECT_EQ(best.sessions, 1u);
    EXPECT_EQ(shown.draft.fee_fen, 2000 + 6000);
    EXPECT_EQ(shown.draft.count, 3u);
    const auto* run = world_.shared.catalogue.find(CourseRunId{"OWN0"});
    EXPECT_GT(shown.draft.fit, plan::fit_of(*run, testing::teacher_profile()));
    ASSERT_FALSE(best.counted.empty());
    for (const PlanChoice::Counted& each : best.counted) EXPECT_GE(each.hours, each.minimum) << each.name.zh;
}

TEST_F(PlanChoicesTest, AProposalThatWasTakenIsTheDraft) {
    const PlanProposals proposals = propose(world_);
    const PlanChoice best = *choices(proposals).proposal();
    world_.mark("OWN0", plan::PlanMark::None);
    for (const CourseRunId& id : best.run_ids()) world_.mark(id.text);
    const PlanChoices shown = choices(proposals);
    EXPECT_TRUE(shown.proposal()->is_draft());
    EXPECT_EQ(shown.draft.fee_fen, shown.proposal()->figures.fee_fen);
    EXPECT_EQ(shown.draft.fit, shown.proposal()->figures.fit);
    EXPECT_EQ(shown.draft.hours, shown.proposal()->figures.hours);
}

TEST_F(PlanChoicesTest, WhatIsHeldIsNeitherTakenNorGivenUp) {
    world_.confirm("s1", {"public"});
    const PlanChoices shown = choices(propose(world_));
    for (const auto* runs : {&shown.proposal()->comes, &shown.proposal()->goes}) {
        for (const ChoiceRun& run : *runs) EXPECT_NE(run.id, CourseRunId{"public"});
    }
}

TEST_F(PlanChoicesTest, ComparedPlansSayWhatTheyShareAndStopsRiseInFeeAndFit) {
    const PlanChoices shown = choices(propose(world_));
    ASSERT_EQ(shown.compared.size(), 3u);
    for (const PlanChoice& choice : shown.compared) {
        const auto differs = std::count_if(
            choice.runs.begin(), choice.runs.end(), [](const ChoiceRun& run) { return !run.is_in_all; });
        EXPECT_GT(differs, 0);
        EXPECT_LT(static_cast<std::size_t>(differs), choice.runs.size());
        EXPECT_TRUE(std::is_partitioned(choice.runs.begin(), choice.runs.end(), [](const ChoiceRun& run) {
            return !run.is_in_all;
        })) << "what differs stands first";
    }
    ASSERT_GT(shown.stops.size(), 2u);
    for (std::size_t i = 1; i < shown.stops.size(); ++i) {
        EXPECT_GT(shown.stops[i].figures.fee_fen, shown.stops[i - 1].figures.fee_fen);
        EXPECT_GT(shown.stops[i].figures.fit, shown.stops[i - 1].figures.fit);
    }
}

TEST_F(PlanChoicesTest, ARunThatLooksLikeAnotherPlansIsNoDifference) {
    PlanProposals proposals = propose(world_);
    ASSERT_TRUE(proposals.advice.has_value());
    const PlanChoice best = *choices(proposals).proposal();
    // Three plans of the best one's runs, but that each has another run of the first course.
    const catalogue::CourseRun* original = world_.shared.catalogue.find(best.runs.front().id);
    ASSERT_NE(original, nullptr);
    const catalogue::CourseRun first = *original;
    proposals.further.clear();
    for (const std::string twin : {"TWIN1", "TWIN2"}) {
        catalogue::CourseRun run = first;
        run.id = CourseRunId{twin};
        world_.publish(run);
        plan::ProposedPlan plan = std::get<plan::OptimalAnswer>(proposals.advice->answer.verdict).best;
        std::replace(plan.chosen.begin(), plan.chosen.end(), first.id.text, twin);
        proposals.further.push_back(plan);
    }
    for (const PlanChoice& choice : choices(proposals).compared) {
        EXPECT_TRUE(std::all_of(choice.runs.begin(), choice.runs.end(),
                                [](const ChoiceRun& run) { return run.is_in_all; }));
    }
}

TEST_F(PlanChoicesTest, WhereNothingFitsItShowsWhyAndTheNearestPlan) {
    world_.tell(plan::PlanLimitsChanged{PlanId{"p1"}, {std::int64_t{3'000}, std::nullopt}});
    const PlanProposals proposals = propose(world_);
    const PlanProjection plan = select_plan(world_.input(), nullptr, &proposals);
    EXPECT_TRUE(plan.trouble.has_value());
    EXPECT_EQ(plan.choices.proposal(), nullptr);
    ASSERT_TRUE(plan.choices.nearest.has_value());
    EXPECT_LE(plan.choices.nearest->figures.fee_fen, 3'000);
}

TEST_F(PlanChoicesTest, ListsTheCoursesThatAreNeverProposed) {
    world_.mark("IT12", plan::PlanMark::Excluded);
    const PlanProjection plan = select_plan(world_.input(), nullptr);
    ASSERT_EQ(plan.excluded.size(), 1u);
    EXPECT_EQ(plan.excluded[0].title, "课程 IT12");
    const PlanChoices shown = choices(propose(world_));
    for (const ChoiceRun& run : shown.proposal()->runs) EXPECT_NE(run.id, CourseRunId{"IT12"});
}

}  // namespace
}  // namespace xueshi::app

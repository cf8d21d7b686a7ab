#include "core/plan/plan_draft.h"

#include <gtest/gtest.h>

namespace xueshi::plan {
namespace {

const PlanId kPlan{"p1"};

PlanDrafts one_draft() {
    PlanDrafts drafts;
    apply(drafts, PlanNamed{kPlan, "均衡"}, Stamp{1, 0, "a"});
    return drafts;
}

PlanDrafts with_marks(std::vector<std::pair<std::string, PlanMark>> marks) {
    PlanDrafts drafts = one_draft();
    std::int64_t at = 2;
    for (const auto& [run, mark] : marks) {
        apply(drafts, PlanMarkChanged{kPlan, CourseRunId{run}, mark}, Stamp{at++, 0, "a"});
    }
    return drafts;
}

TEST(PlanDraft, TakesTheLaterOfTwoDevicesMarksInAnyOrder) {
    const PlanMarkChanged pinned{kPlan, CourseRunId{"R1"}, PlanMark::Pinned};
    const PlanMarkChanged removed{kPlan, CourseRunId{"R1"}, PlanMark::None};
    PlanDrafts forward = one_draft();
    apply(forward, pinned, Stamp{5, 0, "desk"});
    apply(forward, removed, Stamp{6, 0, "phone"});
    PlanDrafts backward = one_draft();
    apply(backward, removed, Stamp{6, 0, "phone"});
    apply(backward, pinned, Stamp{5, 0, "desk"});
    EXPECT_EQ(forward, backward);
    EXPECT_EQ(forward[kPlan].mark_of(CourseRunId{"R1"}), PlanMark::None);
}

TEST(PlanDraft, DoesNotExistBeforeItIsNamedNorAfterItIsDiscarded) {
    PlanDrafts drafts;
    apply(drafts, PlanMarkChanged{kPlan, CourseRunId{"R1"}, PlanMark::Chosen}, Stamp{2, 0, "a"});
    EXPECT_FALSE(drafts[kPlan].exists()) << "a mark may arrive before the name";
    apply(drafts, PlanNamed{kPlan, "均衡"}, Stamp{1, 0, "a"});
    EXPECT_TRUE(drafts[kPlan].exists());
    EXPECT_EQ(drafts[kPlan].chosen().size(), 1u);
    apply(drafts, PlanDiscarded{kPlan, true}, Stamp{3, 0, "a"});
    EXPECT_FALSE(drafts[kPlan].exists());
}

TEST(PlanDraft, MarkingTwiceChangesNothing) {
    const PlanDrafts drafts = with_marks({{"R1", PlanMark::Chosen}});
    const auto events = decide(drafts, MarkCourseRun{kPlan, CourseRunId{"R1"}, PlanMark::Chosen});
    ASSERT_TRUE(events);
    EXPECT_TRUE(events->empty());
}

TEST(PlanDraft, AdoptingAProposalKeepsPinsAndDropsTheOtherChosen) {
    PlanDrafts drafts = with_marks(
        {{"R1", PlanMark::Pinned}, {"R2", PlanMark::Chosen}, {"R3", PlanMark::Chosen}, {"R4", PlanMark::Excluded}});
    const auto events = decide(drafts, AdoptProposal{kPlan, {CourseRunId{"R1"}, CourseRunId{"R3"}, CourseRunId{"R5"}}});
    ASSERT_TRUE(events);
    std::int64_t at = 100;
    for (const PlanMarkChanged& event : *events) apply(drafts, event, Stamp{at++, 0, "a"});
    const PlanDraft& draft = drafts[kPlan];
    EXPECT_EQ(draft.mark_of(CourseRunId{"R1"}), PlanMark::Pinned);
    EXPECT_EQ(draft.mark_of(CourseRunId{"R2"}), PlanMark::None);
    EXPECT_EQ(draft.mark_of(CourseRunId{"R4"}), PlanMark::Excluded);
    EXPECT_EQ(draft.chosen(), (std::vector<CourseRunId>{CourseRunId{"R1"}, CourseRunId{"R3"}, CourseRunId{"R5"}}));
}

TEST(PlanDraft, RefusesBadNamesAndTooManyDrafts) {
    EXPECT_EQ(decide(one_draft(), NamePlan{kPlan, ""}).error().code, kPlanNameInvalid);
    EXPECT_EQ(decide(one_draft(), NamePlan{kPlan, std::string(61, 'x')}).error().code, kPlanNameInvalid);
    PlanDrafts drafts;
    for (std::size_t i = 0; i < kMaxDrafts; ++i) {
        apply(drafts, PlanNamed{PlanId{"p" + std::to_string(i)}, "x"}, Stamp{1, 0, "a"});
    }
    EXPECT_EQ(decide(drafts, NamePlan{PlanId{"one-more"}, "x"}).error().code, kTooManyPlans);
    EXPECT_TRUE(decide(drafts, NamePlan{PlanId{"p0"}, "renamed"})) << "renaming is no new draft";
}

TEST(PlanDraft, RefusesCommandsOnADraftThatIsNotThere) {
    const PlanId gone{"gone"};
    EXPECT_EQ(decide(one_draft(), MarkCourseRun{gone, CourseRunId{"R1"}, PlanMark::Chosen}).error().code, kUnknownPlan);
    EXPECT_EQ(decide(one_draft(), DiscardPlan{gone}).error().code, kUnknownPlan);
    EXPECT_EQ(decide(one_draft(), SetPlanLimits{gone, {}}).error().code, kUnknownPlan);
    EXPECT_EQ(decide(one_draft(), AdoptProposal{gone, {}}).error().code, kUnknownPlan);
}

TEST(PlanDraft, WantsEveryPriorityExactlyOnce) {
    EXPECT_TRUE(decide(one_draft(), SetPlanPriorities{kPlan, default_priorities()}));
    EXPECT_EQ(decide(one_draft(), SetPlanPriorities{kPlan, {PlanPriority::LeastFee}}).error().code,
              kPrioritiesIncomplete);
    PlanPriorities twice = default_priorities();
    twice[0] = twice[1];
    EXPECT_EQ(decide(one_draft(), SetPlanPriorities{kPlan, twice}).error().code, kPrioritiesIncomplete);
}

}  // namespace
}  // namespace xueshi::plan

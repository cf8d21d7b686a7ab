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

// One device: what it knows, and what it decided, stamped as the journal does.
struct Device {
    std::string node;
    PlanDrafts drafts;

    template <class Event>
    std::pair<Event, Stamp> tell(Event event, std::int64_t at) {
        const Stamp stamp{at, 0, node};
        note_replaced(drafts, event, node);
        apply(drafts, event, stamp);
        return {event, stamp};
    }
    template <class Event>
    void hear(const std::pair<Event, Stamp>& told) {
        apply(drafts, told.first, told.second);
    }
};

const CourseRunId kRun{"R1"};

class TwoDevices : public ::testing::Test {
  protected:
    TwoDevices() { phone_.hear(desk_.tell(PlanNamed{kPlan, "均衡"}, 1)); }
    void expect_agreement() {
        EXPECT_EQ(desk_.drafts, phone_.drafts);
        EXPECT_FALSE(desk_.drafts[kPlan].discarded.is_contested());
    }

    Device desk_{"desk", {}};
    Device phone_{"phone", {}};
};

TEST_F(TwoDevices, KeepBothMarksOfOneRunUntilOneOfThemDecides) {
    const auto pinned = desk_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::Pinned}, 5);
    const auto removed = phone_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::None}, 6);
    desk_.hear(removed);
    phone_.hear(pinned);
    expect_agreement();
    EXPECT_TRUE(desk_.drafts[kPlan].marks[kRun].is_contested());
    EXPECT_EQ(desk_.drafts[kPlan].mark_of(kRun), PlanMark::None);

    const auto shown = decide(desk_.drafts, MarkCourseRun{kPlan, kRun, PlanMark::None});
    ASSERT_EQ(shown->size(), 1u) << "confirming what is shown is a decision";
    phone_.hear(desk_.tell(shown->front(), 7));
    expect_agreement();
    EXPECT_FALSE(phone_.drafts[kPlan].marks[kRun].is_contested());
}

TEST_F(TwoDevices, DisagreeAboutNothingWhenTheyChangeDifferentParts) {
    const auto named = desk_.tell(PlanNamed{kPlan, "少花钱"}, 5);
    const auto marked = phone_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::Chosen}, 6);
    desk_.hear(marked);
    phone_.hear(named);
    expect_agreement();
    EXPECT_FALSE(desk_.drafts[kPlan].name.is_contested());
    EXPECT_FALSE(desk_.drafts[kPlan].marks[kRun].is_contested());
}

TEST_F(TwoDevices, KeepADraftOneDiscardedAndTheOtherWentOnWith) {
    const auto marked = desk_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::Chosen}, 5);
    const auto discarded = phone_.tell(PlanDiscarded{kPlan, true}, 6);
    EXPECT_FALSE(phone_.drafts[kPlan].exists());
    desk_.hear(discarded);
    phone_.hear(marked);
    EXPECT_EQ(desk_.drafts, phone_.drafts);
    EXPECT_TRUE(phone_.drafts[kPlan].exists()) << "the later discard did not know of the mark";
    EXPECT_TRUE(phone_.drafts[kPlan].discarded.is_contested());

    const auto again = decide(phone_.drafts, DiscardPlan{kPlan});
    ASSERT_TRUE(again);
    desk_.hear(phone_.tell(*again, 7));
    expect_agreement();
    EXPECT_FALSE(desk_.drafts[kPlan].exists());
}

TEST_F(TwoDevices, KeepingADraftEndsTheDisagreementAboutIt) {
    const auto marked = desk_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::Chosen}, 5);
    const auto discarded = phone_.tell(PlanDiscarded{kPlan, true}, 6);
    desk_.hear(discarded);
    phone_.hear(marked);
    const auto kept = decide(desk_.drafts, KeepPlan{kPlan});
    ASSERT_EQ(kept->size(), 1u);
    phone_.hear(desk_.tell(kept->front(), 7));
    expect_agreement();
    EXPECT_TRUE(phone_.drafts[kPlan].exists());
    EXPECT_TRUE(decide(desk_.drafts, KeepPlan{kPlan})->empty());
}

TEST_F(TwoDevices, ADiscardThatKnewEveryEditIsNoDisagreement) {
    phone_.hear(desk_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::Chosen}, 5));
    desk_.hear(phone_.tell(PlanMarkChanged{kPlan, CourseRunId{"R2"}, PlanMark::Chosen}, 6));
    desk_.hear(phone_.tell(PlanDiscarded{kPlan, true}, 7));
    expect_agreement();
    EXPECT_FALSE(desk_.drafts[kPlan].exists());
}

TEST_F(TwoDevices, AnEditOfADraftKnownAsDiscardedDoesNotSpeakForItsReturn) {
    phone_.hear(desk_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::Chosen}, 5));
    desk_.hear(phone_.tell(PlanDiscarded{kPlan, true}, 6));
    const auto undone = desk_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::None}, 7);
    EXPECT_TRUE(desk_.drafts[kPlan].discarded.is_contested()) << "the person is asked";
    phone_.hear(undone);
    EXPECT_EQ(desk_.drafts, phone_.drafts);
}

TEST_F(TwoDevices, ListAtMostAStampPerDeviceTheyReplace) {
    const auto first = desk_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::Chosen}, 5);
    EXPECT_TRUE(first.first.replaces->empty()) << "its own writes are not listed";
    phone_.hear(first);
    const auto second = phone_.tell(PlanMarkChanged{kPlan, kRun, PlanMark::None}, 6);
    EXPECT_EQ(second.first.replaces, (std::vector<Stamp>{first.second}));
    const auto third = phone_.tell(PlanMarkChanged{kPlan, CourseRunId{"R2"}, PlanMark::Chosen}, 7);
    EXPECT_TRUE(third.first.replaces->empty()) << "what was seen is said once";
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

#include "core/app/undo.h"

#include <gtest/gtest.h>

#include "core/app/apply.h"
#include "core/app/decide.h"

namespace xueshi::app {
namespace {

const PlanId kPlan{"p1"};

class UndoTest : public ::testing::Test {
  protected:
    void record(const std::vector<Event>& events) {
        for (const Event& event : events) apply(state_, {event, Stamp{++at_, 0, "a"}, 0});
    }
    // Does the events and takes them back; what is shown must be as before.
    void expect_restored(const std::vector<Event>& events) {
        const TeacherState before = state_;
        const std::vector<Event> inverse = inverse_of(before, events);
        record(events);
        record(inverse);
        ASSERT_EQ(state_.plans.contains(kPlan) && state_.plans.at(kPlan).exists(),
                  before.plans.contains(kPlan) && before.plans.at(kPlan).exists());
        if (!before.plans.contains(kPlan)) return;
        const plan::PlanDraft& now = state_.plans.at(kPlan);
        const plan::PlanDraft& then = before.plans.at(kPlan);
        EXPECT_EQ(now.name.value(), then.name.value());
        EXPECT_EQ(now.chosen(), then.chosen());
        EXPECT_EQ(now.limits.value(), then.limits.value());
        EXPECT_EQ(now.priorities_or_default(), then.priorities_or_default());
    }

    TeacherState state_;
    std::int64_t at_ = 0;
};

TEST_F(UndoTest, RestoresEveryKindOfDeviceEvent) {
    expect_restored({plan::PlanNamed{kPlan, "均衡"}});
    record({plan::PlanNamed{kPlan, "均衡"}, plan::PlanDiscarded{kPlan, false}});
    expect_restored({plan::PlanNamed{kPlan, "少花钱"}});
    record({plan::PlanMarkChanged{kPlan, CourseRunId{"R1"}, plan::PlanMark::Pinned}});
    expect_restored({plan::PlanMarkChanged{kPlan, CourseRunId{"R1"}, plan::PlanMark::None},
                     plan::PlanMarkChanged{kPlan, CourseRunId{"R2"}, plan::PlanMark::Chosen}});
    expect_restored({plan::PlanLimitsChanged{kPlan, {20'000, std::nullopt}}});
    expect_restored({plan::PlanPrioritiesChanged{
        kPlan, {plan::PlanPriority::BestFit, plan::PlanPriority::LeastFee, plan::PlanPriority::FewestHours,
                plan::PlanPriority::FewestCourses}}});
    expect_restored({plan::PlanDiscarded{kPlan, true}});
}

// The phone's mark arrives between a step and its undo: undoing replaces what stands by then.
TEST_F(UndoTest, ReplacesWhatStandsWhenItIsUndone) {
    const auto tell = [&](Event event, const std::string& node) {
        note_replaced(state_, event, node);
        apply(state_, {event, Stamp{++at_, 0, node}, 0});
    };
    const auto mark_of = [](plan::PlanMark mark) {
        return plan::PlanMarkChanged{kPlan, CourseRunId{"R1"}, mark};
    };
    tell(plan::PlanNamed{kPlan, "均衡"}, "a");
    plan::PlanMarkChanged elsewhere = mark_of(plan::PlanMark::Excluded);
    note_replaced(state_.plans, elsewhere, "phone");
    const std::vector<Event> inverse = inverse_of(state_, {mark_of(plan::PlanMark::Pinned)});
    tell(mark_of(plan::PlanMark::Pinned), "a");
    apply(state_, {elsewhere, Stamp{++at_, 0, "phone"}, 0});
    const auto& mark = state_.plans.at(kPlan).marks.at(CourseRunId{"R1"});
    EXPECT_TRUE(mark.is_contested());
    tell(inverse.front(), "a");
    EXPECT_FALSE(mark.is_contested());
    EXPECT_EQ(mark.value(), plan::PlanMark::None);
}

TEST_F(UndoTest, TakingBackThatADraftWasKeptDoesNotDiscardIt) {
    plan::PlanNamed named{kPlan, "均衡"};
    note_replaced(state_.plans, named, "a");
    apply(state_, {named, Stamp{1, 0, "a"}, 0});
    apply(state_, {plan::PlanDiscarded{kPlan, true, {{}}}, Stamp{2, 0, "phone"}, 0});
    ASSERT_TRUE(state_.plans.at(kPlan).exists());
    const std::vector<Event> inverse = inverse_of(state_, {plan::PlanDiscarded{kPlan, false}});
    ASSERT_EQ(inverse.size(), 1u);
    EXPECT_FALSE(std::get<plan::PlanDiscarded>(inverse.front()).discarded);
}

TEST_F(UndoTest, LeavesTheServersFactsAlone) {
    EXPECT_TRUE(inverse_of(state_, {SelectionWithdrawn{SelectionId{"s1"}, {}}, ProfileConfirmed{{1}}}).empty());
}

}  // namespace
}  // namespace xueshi::app

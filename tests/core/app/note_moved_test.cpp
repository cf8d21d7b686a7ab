#include <gtest/gtest.h>

#include "core/app/apply.h"
#include "core/app/decide.h"

namespace xueshi::app {
namespace {

const PlanId kPlan{"p1"};
const CourseRunId kRun{"R1"};

Event mark_of(plan::PlanMark mark, Replaced replaces) {
    return plan::PlanMarkChanged{kPlan, kRun, mark, std::move(replaces)};
}

// A device whose identity was renewed sends its second mark under another name; its first is in the feed.
void expect_no_disagreement(const Stamp& from, const Stamp& to) {
    TeacherState state;
    apply(state, {plan::PlanNamed{kPlan, "均衡", {{}}}, Stamp{1, 0, "desk"}, 0});
    apply(state, {mark_of(plan::PlanMark::Pinned, {{}}), Stamp{4, 0, "desk"}, 0});
    Event second = mark_of(plan::PlanMark::None, {{}});
    note_moved(second, from, to);
    apply(state, {second, to, 0});
    EXPECT_FALSE(state.plans.at(kPlan).marks.at(kRun).is_contested());
    EXPECT_EQ(state.plans.at(kPlan).mark_of(kRun), plan::PlanMark::None);
    EXPECT_EQ(state.plans.at(kPlan).contested_parts(), 0u);
}

TEST(NoteMoved, AnEventGoesOnReplacingWhatItsFirstIdentityWrote) {
    expect_no_disagreement({5, 3, "desk"}, {5, 3, "a"});
    expect_no_disagreement({5, 0, "desk"}, {5, 0, "z"});
    expect_no_disagreement({5, 0, "desk"}, {9, 0, "z"});
    expect_no_disagreement({99, 0, "desk"}, {5, 0, "a"});
}

TEST(NoteMoved, LeavesAloneWhatIsNotMovedOrOlderThanTheField) {
    Event same = mark_of(plan::PlanMark::None, {{}});
    note_moved(same, {5, 0, "desk"}, {6, 0, "desk"});
    EXPECT_TRUE(std::get<plan::PlanMarkChanged>(same).replaces->empty());
    Event old = mark_of(plan::PlanMark::None, {});
    note_moved(old, {5, 0, "desk"}, {5, 0, "phone"});
    EXPECT_FALSE(std::get<plan::PlanMarkChanged>(old).replaces.has_value());
}

}  // namespace
}  // namespace xueshi::app

#include "core/app/plan_disagreement.h"

#include <gtest/gtest.h>

#include "core/app/select_home.h"
#include "core/app/select_plan.h"
#include "tests/support/planning_world.h"

namespace xueshi::app {
namespace {

using plan::PlanMark;

const PlanId kPlan{"p1"};
const CourseRunId kRun{"r1"};

plan::PlanMarkChanged mark_of(PlanMark mark) { return {kPlan, kRun, mark}; }

class PlanDisagreementTest : public ::testing::Test {
  protected:
    PlanDisagreementTest() { world_.publish(testing::course_run("r1")).draft("p1", "均衡"); }
    std::vector<PlanDisagreement> found() const { return select_plan(world_.input(), nullptr).disagreements; }

    testing::PlanningWorld world_;
};

TEST_F(PlanDisagreementTest, NamesTheRunBothSidesAndTheDeviceOfEach) {
    EXPECT_TRUE(found().empty());
    world_.tell_apart(mark_of(PlanMark::Pinned), mark_of(PlanMark::Excluded));
    const auto disagreements = found();
    ASSERT_EQ(disagreements.size(), 1u);
    EXPECT_EQ(disagreements[0].part, PlanPart::Run);
    EXPECT_EQ(disagreements[0].title, "课程 r1");
    ASSERT_EQ(disagreements[0].sides.size(), 2u);
    const DisagreementSide& shown = disagreements[0].sides[0];
    EXPECT_EQ(std::get<PlanMark>(shown.value), PlanMark::Excluded) << "the later one";
    EXPECT_FALSE(shown.is_this_device);
    EXPECT_TRUE(disagreements[0].sides[1].is_this_device);
    EXPECT_EQ(std::get<plan::MarkCourseRun>(settling(disagreements[0], 1)).mark, PlanMark::Pinned);
}

TEST_F(PlanDisagreementTest, MarksTheRowOfTheRunAndTheTabOfTheDraft) {
    world_.tell_apart(mark_of(PlanMark::Pinned), mark_of(PlanMark::Chosen));
    const PlanProjection plan = select_plan(world_.input(), nullptr);
    ASSERT_EQ(plan.groups.size(), 1u);
    EXPECT_TRUE(plan.groups[0].runs[0].is_contested);
    EXPECT_TRUE(plan.tabs[0].is_contested);
}

TEST_F(PlanDisagreementTest, TellsTheLimitThatDiffers) {
    const auto limits = [](std::int64_t fee, std::int32_t hours) {
        return plan::PlanLimitsChanged{kPlan, {fee, whole_hours(hours)}};
    };
    world_.tell_apart(limits(100, 80), limits(200, 80));
    EXPECT_EQ(found().at(0).part, PlanPart::FeeLimit);
    world_.tell_apart(limits(100, 80), limits(100, 90));
    EXPECT_EQ(found().at(0).part, PlanPart::HoursLimit);
    world_.tell_apart(limits(100, 80), limits(200, 90));
    EXPECT_EQ(found().at(0).part, PlanPart::Limits);
}

TEST_F(PlanDisagreementTest, EqualValuesAreOneSide) {
    world_.tell_apart(plan::PlanNamed{kPlan, "甲"}, plan::PlanNamed{kPlan, "甲"});
    EXPECT_TRUE(found().empty());
    plan::PlanNamed third{kPlan, "乙", {{}}};
    world_.tell(third);  // by this device, later: it replaces this device's own alone
    const auto disagreements = found();
    ASSERT_EQ(disagreements.size(), 1u);
    EXPECT_EQ(disagreements[0].sides.size(), 2u);
}

TEST_F(PlanDisagreementTest, ADiscardedDraftIsKeptAndAskedAboutFirst) {
    world_.tell_apart(mark_of(PlanMark::Chosen), plan::PlanDiscarded{kPlan, true});
    const auto disagreements = found();
    ASSERT_EQ(disagreements.size(), 1u);
    EXPECT_EQ(disagreements[0].part, PlanPart::Existence);
    EXPECT_EQ(disagreements[0].title, "均衡");
    EXPECT_TRUE(std::get<bool>(disagreements[0].sides[0].value));
    EXPECT_TRUE(disagreements[0].sides[0].is_this_device);
    EXPECT_TRUE(std::holds_alternative<plan::KeepPlan>(settling(disagreements[0], 0)));
    EXPECT_TRUE(std::holds_alternative<plan::DiscardPlan>(settling(disagreements[0], 1)));
}

TEST_F(PlanDisagreementTest, HomeCountsThoseOfEveryDraftAndLeadsToOne) {
    const auto task = [&]() -> std::optional<HomeTask> {
        const auto tasks = select_home(world_.input()).tasks;
        if (tasks.empty() || tasks[0].kind != HomeTaskKind::SettleDisagreements) return std::nullopt;
        return tasks[0];
    };
    EXPECT_FALSE(task());
    world_.tell_apart(mark_of(PlanMark::Pinned), mark_of(PlanMark::None));
    world_.draft("p2", "少花钱");
    ASSERT_TRUE(task());
    EXPECT_EQ(task()->count, 1u);
    EXPECT_EQ(task()->plan_id, kPlan) << "another draft than the one being edited";
    world_.tell_apart(plan::PlanNamed{world_.edited, "甲"}, plan::PlanNamed{world_.edited, "乙"});
    EXPECT_EQ(task()->count, 2u);
    EXPECT_EQ(task()->plan_id, PlanId{"p2"});
}

}  // namespace
}  // namespace xueshi::app

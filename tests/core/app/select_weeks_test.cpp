#include "core/app/select_weeks.h"

#include <gtest/gtest.h>

#include "core/app/select_plan.h"
#include "tests/support/planning_world.h"

namespace xueshi::app {
namespace {

using testing::PlanningWorld;

WeeksProjection weeks_of(const PlanningWorld& world) {
    return select_plan(world.input(), nullptr).weeks;
}

TEST(SelectWeeks, RunsFromTodaysMondayToTheTermsLastWeek) {
    PlanningWorld world;  // Monday, 20 March 2017
    world.publish(testing::course_run("r1")).draft("p1", "均衡").mark("r1");
    const WeeksProjection weeks = weeks_of(world);
    EXPECT_EQ(format_date(weeks.first_day), "2017-03-20");
    EXPECT_EQ(weeks.day_count, 14 * 7);  // 19 June is the Monday of the fourteenth week
    EXPECT_EQ(weeks.today, 0);
    EXPECT_EQ(weeks.term_begin, 30);
    EXPECT_EQ(weeks.term_end, 92);
}

TEST(SelectWeeks, CutsBarsAtTheAxisAndJoinsThoseOfOneKindAndTime) {
    PlanningWorld world;
    world.publish(testing::public_subject())
        .publish(testing::course_run("r1"))
        .publish(testing::course_run("r2"));
    world.draft("p1", "均衡").mark("public").mark("r1").mark("r2");
    const WeeksProjection weeks = weeks_of(world);
    ASSERT_EQ(weeks.bars.size(), 2u);
    EXPECT_EQ(weeks.bars[0].begin_day, 0);
    EXPECT_EQ(weeks.bars[0].end_day, weeks.day_count);
    EXPECT_EQ(weeks.bars[1].count, 2u);
    EXPECT_EQ(weeks.bars[1].hours, whole_hours(12));
    EXPECT_NE(weeks.bars[0].lane, weeks.bars[1].lane);
}

TEST(SelectWeeks, PutsClashingSessionsInDifferentLanes) {
    PlanningWorld world;
    world.publish(testing::taught_run("a", "2017-05-13T09:00", "2017-05-13T12:00"))
        .publish(testing::taught_run("b", "2017-05-13T11:00", "2017-05-13T15:00"));
    world.draft("p1", "均衡").mark("a").mark("b");
    const WeeksProjection weeks = weeks_of(world);
    ASSERT_EQ(weeks.blocks.size(), 2u);
    EXPECT_TRUE(weeks.blocks[0].clashes);
    EXPECT_NE(weeks.blocks[0].lane, weeks.blocks[1].lane);
    EXPECT_EQ(weeks.blocks[0].day, 54);
    EXPECT_GE(weeks.lane_count, 2);
}

TEST(SelectWeeks, ShowsTheTermAloneWhenItIsPast) {
    PlanningWorld world;
    world.now = testing::moment("2017-09-01T09:00");
    const WeeksProjection weeks = weeks_of(world);
    EXPECT_EQ(format_date(weeks.first_day), "2017-04-17");
    EXPECT_EQ(weeks.today, -1);
}

TEST(SelectWeeks, AYearWithoutAPhaseAndRunsHasNoCalendar) {
    PlanningWorld world;
    world.now = testing::moment("2015-05-01T09:00");
    EXPECT_EQ(weeks_of(world).day_count, 0);
}

}  // namespace
}  // namespace xueshi::app

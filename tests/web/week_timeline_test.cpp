#include "web/ui/week_timeline.h"

#include <array>

#include <gtest/gtest.h>

namespace xueshi::ui {
namespace {

TEST(WeekTimeline, SpreadsDaysEvenlyOverTheAxis) {
    EXPECT_FLOAT_EQ(timeline_x(0, 98, 100, 700), 100);
    EXPECT_FLOAT_EQ(timeline_x(49, 98, 100, 700), 450);
    EXPECT_FLOAT_EQ(timeline_x(98, 98, 100, 700), 800);
}

TEST(WeekTimeline, ClampsWhatLiesOutside) {
    EXPECT_FLOAT_EQ(timeline_x(-5, 98, 100, 700), 100);
    EXPECT_FLOAT_EQ(timeline_x(200, 98, 100, 700), 800);
    EXPECT_FLOAT_EQ(timeline_x(3, 0, 100, 700), 800);
}

template <std::size_t N>
std::array<PlacedLabel, N> placed(const std::array<float, N>& marks,
                                  const std::array<float, N>& widths) {
    std::array<PlacedLabel, N> places;
    place_labels(marks, widths, 0, 400, 8, places);
    return places;
}

TEST(WeekTimeline, PutsALabelToTheRightOfItsMark) {
    const auto places = placed<1>({50}, {60});
    EXPECT_TRUE(places[0].is_shown);
    EXPECT_FLOAT_EQ(places[0].x, 58);
}

TEST(WeekTimeline, TurnsALabelOverWhereTheAxisEnds) {
    const auto places = placed<1>({380}, {60});
    EXPECT_TRUE(places[0].is_shown);
    EXPECT_FLOAT_EQ(places[0].x, 312);
}

TEST(WeekTimeline, LeavesOutALabelThatWouldTouchTheOneBefore) {
    const auto places = placed<3>({50, 80, 200}, {60, 60, 60});
    EXPECT_TRUE(places[0].is_shown);
    EXPECT_FALSE(places[1].is_shown);
    EXPECT_TRUE(places[2].is_shown);
}

}  // namespace
}  // namespace xueshi::ui

#include "web/ui/hours_dial.h"

#include <array>

#include <gtest/gtest.h>

namespace xueshi::ui {
namespace {

constexpr float kTurn = 6.2831853f;

std::array<int, 5> counts(const DialShares& shares, int tick_count) {
    std::array<int, 5> result{};
    for (int i = 0; i < tick_count; ++i) ++result[static_cast<std::size_t>(tick_state(shares, i))];
    return result;
}

TEST(HoursDial, GivesEachTickTheStateAtItsMiddle) {
    // 4.5 verified, 6 earned, 18 in progress, 20 planned of 72: a half counts for the earlier
    // state.
    const DialShares shares{45, 60, 180, 200};
    EXPECT_EQ(tick_state(shares, 4), TickState::Verified);
    EXPECT_EQ(tick_state(shares, 5), TickState::Earned);
    EXPECT_EQ(tick_state(shares, 10), TickState::Earned);
    EXPECT_EQ(tick_state(shares, 11), TickState::InProgress);
    EXPECT_EQ(tick_state(shares, 28), TickState::InProgress);
    EXPECT_EQ(tick_state(shares, 29), TickState::Planned);
    EXPECT_EQ(tick_state(shares, 48), TickState::Planned);
    EXPECT_EQ(tick_state(shares, 49), TickState::Missing);
    EXPECT_EQ(counts(shares, 72), (std::array<int, 5>{23, 20, 18, 6, 5}));
}

TEST(HoursDial, ShowsNothingForLessThanHalfATick) {
    EXPECT_EQ(tick_state({4, 0, 0, 0}, 0), TickState::Missing);
    EXPECT_EQ(tick_state({5, 0, 0, 0}, 0), TickState::Verified);
}

TEST(HoursDial, IsFullAndNoMoreWhenMoreIsDoneThanNeeded) {
    EXPECT_EQ(counts({0, 900, 0, 0}, 72), (std::array<int, 5>{0, 0, 0, 72, 0}));
}

TEST(HoursDial, StartsAtTheTopAndRunsClockwiseWithinOneTurn) {
    float before = 0;
    for (int i = 0; i < 72; ++i) {
        const float angle = tick_angle(i, 72, 6);
        EXPECT_GT(angle, before);
        before = angle;
    }
    EXPECT_LT(before, kTurn);
    EXPECT_NEAR(tick_angle(0, 72, 6), kTurn - before, 1e-4f);  // symmetrical about the top
}

TEST(HoursDial, LeavesAGapOfSixteenPercentBetweenGroups) {
    const float inside = tick_angle(1, 72, 6) - tick_angle(0, 72, 6);
    const float across = tick_angle(6, 72, 6) - tick_angle(5, 72, 6);
    EXPECT_NEAR(across - inside, 0.16f * kTurn / 12, 1e-4f);
}

TEST(HoursDial, PlacesAShorterLastGroupInItsOwnAngle) {
    // 90 ticks in groups of 8: the last group has 2 and takes two ninetieths of the circle.
    EXPECT_GT(tick_angle(88, 90, 8), kTurn * 88 / 90);
    EXPECT_LT(tick_angle(89, 90, 8), kTurn);
}

}  // namespace
}  // namespace xueshi::ui

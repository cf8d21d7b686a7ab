#include "web/ui/requirement_bar.h"

#include <gtest/gtest.h>

namespace xueshi::ui {
namespace {

TEST(RequirementBar, EndsAtTheMarkWhenTheMinimumIsJustReached) {
    const BarSegments bar = bar_segments({0, 0, 180, 0}, 180);
    ASSERT_EQ(bar.count, 1);
    EXPECT_EQ(bar.items[0].state, TickState::InProgress);
    EXPECT_FLOAT_EQ(bar.items[0].begin, 0);
    EXPECT_FLOAT_EQ(bar.end, kMinimumMarkShare);
}

TEST(RequirementBar, KeepsTheMarkInPlaceWhateverTheMinimumIs) {
    for (const int minimum : {180, 420, 720}) {
        EXPECT_FLOAT_EQ(bar_segments({minimum / 2, 0, 0, minimum / 2}, minimum).end,
                        kMinimumMarkShare);
    }
}

TEST(RequirementBar, StacksTheStatesWithoutOverlap) {
    const BarSegments bar = bar_segments({45, 60, 180, 200}, 720);
    ASSERT_EQ(bar.count, 4);
    for (int i = 1; i < bar.count; ++i) {
        EXPECT_FLOAT_EQ(bar.items[static_cast<std::size_t>(i)].begin,
                        bar.items[static_cast<std::size_t>(i - 1)].end);
    }
    EXPECT_NEAR(bar.end, 0.75f * 485 / 720, 1e-6f);
}

TEST(RequirementBar, LeavesOutStatesWithNothingInThem) {
    const BarSegments bar = bar_segments({0, 60, 0, 40}, 420);
    ASSERT_EQ(bar.count, 2);
    EXPECT_EQ(bar.items[0].state, TickState::Earned);
    EXPECT_EQ(bar.items[1].state, TickState::Planned);
}

TEST(RequirementBar, IsCutAtTheFullWidth) {
    const BarSegments bar = bar_segments({0, 0, 0, 4000}, 420);
    EXPECT_FLOAT_EQ(bar.end, 1);
    // What begins beyond the end is not drawn at all.
    EXPECT_EQ(bar_segments({600, 0, 0, 100}, 420).count, 1);
}

TEST(RequirementBar, IsFullWithoutAMinimumAndEmptyWithoutAnything) {
    EXPECT_FLOAT_EQ(bar_segments({0, 10, 0, 0}, 0).end, 1);
    EXPECT_EQ(bar_segments({}, 420).count, 0);
    EXPECT_EQ(bar_segments({}, 0).count, 0);
}

}  // namespace
}  // namespace xueshi::ui

#include "web/ui/animator.h"

#include <gtest/gtest.h>

namespace xueshi::ui {
namespace {

TEST(Animator, EasesFromRestToItsTargetAndStops) {
    Animator animator;
    animator.begin_frame(0, false);
    EXPECT_FLOAT_EQ(animator.ease(1, 1, 0, 0.1), 0);
    EXPECT_TRUE(animator.is_moving());
    animator.begin_frame(0.05, false);
    const float half_way = animator.ease(1, 1, 0, 0.1);
    EXPECT_GT(half_way, 0.5f);  // ease-out: fast first
    EXPECT_LT(half_way, 1);
    animator.begin_frame(0.1, false);
    EXPECT_FLOAT_EQ(animator.ease(1, 1, 0, 0.1), 1);
    EXPECT_FALSE(animator.is_moving());
}

TEST(Animator, AsksForNothingWhileEverythingRests) {
    Animator animator;
    animator.begin_frame(0, false);
    EXPECT_FLOAT_EQ(animator.ease(1, 0, 0, 0.1), 0);
    EXPECT_FLOAT_EQ(animator.follow(2, 40, 0.1), 40);
    EXPECT_FALSE(animator.is_moving());
}

TEST(Animator, TurnsAroundWhereItIs) {
    Animator animator;
    animator.begin_frame(0, false);
    animator.ease(1, 1, 0, 0.1);
    animator.begin_frame(0.05, false);
    const float up = animator.ease(1, 1, 0, 0.1);
    EXPECT_FLOAT_EQ(animator.ease(1, 0, 0, 0.1), up);
    animator.begin_frame(0.2, false);
    EXPECT_FLOAT_EQ(animator.ease(1, 0, 0, 0.1), 0);
}

TEST(Animator, JumpsToTheEndWhenMotionIsReduced) {
    Animator animator;
    animator.begin_frame(0, true);
    EXPECT_FLOAT_EQ(animator.ease(1, 1, 0, 0.1), 1);
    EXPECT_FLOAT_EQ(animator.follow(2, 10, 0.1), 10);
    EXPECT_FLOAT_EQ(animator.follow(2, 20, 0.1), 20);
    EXPECT_FALSE(animator.is_moving());
}

TEST(Animator, ForgetsWhatIsNoLongerDrawn) {
    Animator animator;
    animator.begin_frame(0, false);
    EXPECT_FLOAT_EQ(animator.follow(1, 10, 0.1), 10);
    animator.begin_frame(1, false);  // not drawn in this frame
    animator.begin_frame(2, false);
    EXPECT_FLOAT_EQ(animator.follow(1, 50, 0.1), 50);  // new again: no movement
    EXPECT_FALSE(animator.is_moving());
}

}  // namespace
}  // namespace xueshi::ui

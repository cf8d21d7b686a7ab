#include "core/app/select_profile.h"

#include <gtest/gtest.h>

#include "tests/support/planning_world.h"

namespace xueshi::app {
namespace {

using testing::PlanningWorld;

TEST(SelectProfile, TellsWhetherAndWhenItWasConfirmed) {
    PlanningWorld world;
    EXPECT_EQ(select_profile(world.input()).confirmation, ProfileConfirmation::Never);
    world.tell(ProfileConfirmed{world.now});
    const ProfileProjection confirmed = select_profile(world.input());
    EXPECT_EQ(confirmed.confirmation, ProfileConfirmation::Current);
    EXPECT_EQ(confirmed.confirmed_at, world.now);
    world.tell(ProfileRecorded{testing::teacher_profile()});
    EXPECT_EQ(select_profile(world.input()).confirmation, ProfileConfirmation::Outdated);
}

TEST(SelectProfile, WarnsOfWhatLooksWrong) {
    PlanningWorld world;
    EXPECT_TRUE(select_profile(world.input()).warnings.empty());
    organisation::TeacherProfile profile = testing::teacher_profile();
    profile.title.clear();
    profile.teaching_since_year = 2030;
    world.tell(ProfileRecorded{profile});
    EXPECT_EQ(select_profile(world.input()).warnings,
              (std::vector{ProfileWarning::NoTitle, ProfileWarning::NoTeachingYear}));
}

TEST(SelectProfile, KeepsTheChosenTheme) {
    PlanningWorld world;
    world.tell(ThemeChosen{ThemeChoice::Dark});
    EXPECT_EQ(select_profile(world.input()).theme, ThemeChoice::Dark);
}

}  // namespace
}  // namespace xueshi::app

#include "core/app/select_special.h"

#include <gtest/gtest.h>

#include "tests/support/special_world.h"

namespace xueshi::app {
namespace {

using enrolment::EnrolmentState;
using enrolment::PlaceState;
using organisation::OrgRole;

class SelectSpecial : public ::testing::Test, protected testing::SpecialWorld {
  protected:
    ProjectLine line() { return select_projects(input()).lines.at(0); }
    ProjectProjection project() { return select_project(input(), roster.project.id); }
    void be(OrgRole role, const UnitId& unit) {
        roles = {role};
        unit_id = unit;
    }
};

TEST_F(SelectSpecial, AProjectIsOpenWithItsSeatsAndConditions) {
    EXPECT_EQ(line().group, ProjectGroup::Open);
    EXPECT_EQ(line().seats, (Seats{1, 0, 0}));
    EXPECT_EQ(line().hours, whole_hours(48));
    EXPECT_TRUE(project().can_sign_up);
    roster.project.eligibility.least_teaching_years = 60;
    EXPECT_EQ(line().group, ProjectGroup::NotForMe);
    EXPECT_GT(line().unmet.at(0).missing_years, 0);
    EXPECT_FALSE(project().can_sign_up);
}

TEST_F(SelectSpecial, TheWindowOfSignUpDecidesTheGroup) {
    roster.now = testing::moment("2017-03-07T23:59");
    EXPECT_EQ(line().group, ProjectGroup::Later);
    roster.now = testing::moment("2017-03-26T00:00");
    EXPECT_EQ(line().group, ProjectGroup::Closed);
    EXPECT_FALSE(project().can_sign_up);
    roster.project.mode = enrolment::SignupMode::OrganiserPlaced;
    EXPECT_EQ(line().group, ProjectGroup::Closed);
}

TEST_F(SelectSpecial, TheTrackShowsWhatIsDoneWhatIsDueAndWhoActed) {
    roster.bring(me(), 1);
    const ProjectProjection shown = project();
    ASSERT_EQ(shown.track.size(), 4u);
    EXPECT_EQ(shown.track[0].state, StepState::Done);
    EXPECT_EQ(shown.track[1].state, StepState::Done);
    EXPECT_EQ(shown.track[1].by.name, "principal of " + me().school_id.text);
    EXPECT_FALSE(shown.track[1].receipt.empty());
    EXPECT_EQ(shown.track[2].state, StepState::Due);
    EXPECT_EQ(shown.track[3].state, StepState::Later);
    EXPECT_TRUE(shown.can_withdraw);
    EXPECT_FALSE(shown.withdrawal_needs_reason);
    roster.now = testing::moment("2017-04-09T00:00");
    EXPECT_TRUE(project().track[2].is_overdue);
}

TEST_F(SelectSpecial, WhoWaitsSeesTheirPosition) {
    roster.bring(colleague("first"), 2);
    roster.bring(me(), 2);
    ASSERT_TRUE(line().own.has_value());
    EXPECT_EQ(line().own->place, PlaceState::Waiting);
    EXPECT_EQ(line().own->position, 1);
    EXPECT_EQ(line().seats, (Seats{1, 1, 1}));
}

TEST_F(SelectSpecial, WhatWasReturnedCanBeHandedInAgainWhileSignUpIsOpen) {
    roster.bring(me(), 0);
    const auto principal = testing::principal_of(me().school_id.text);
    EXPECT_EQ(roster.review(principal, me().teacher_id.text, 0, enrolment::Verdict::Return, "请更正学科"), "");
    EXPECT_TRUE(project().can_hand_in_again);
    EXPECT_EQ(project().track[1].state, StepState::Stopped);
    EXPECT_EQ(project().track[1].note, "请更正学科");
    EXPECT_EQ(line().own->reason, "请更正学科");
    roster.now = testing::moment("2017-03-26T00:00");
    EXPECT_FALSE(project().can_hand_in_again);
}

TEST_F(SelectSpecial, WhatIsOnItsWayIsShownAndNotAskedForTwice) {
    waiting = {enrolment::SignUp{EnrolmentId{"e"}, roster.project.id}};
    EXPECT_TRUE(line().is_on_its_way);
    EXPECT_EQ(line().group, ProjectGroup::Own);
    EXPECT_FALSE(project().can_sign_up);
}

TEST_F(SelectSpecial, AfterAWithdrawalOneMaySignUpAgain) {
    roster.bring(me(), 1);
    EXPECT_EQ(roster.withdraw(me()), "");
    EXPECT_EQ(line().own->state, EnrolmentState::Withdrawn);
    EXPECT_TRUE(project().can_sign_up);
    EXPECT_FALSE(project().can_withdraw);
}

}  // namespace
}  // namespace xueshi::app

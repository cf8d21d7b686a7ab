#include "core/enrolment/study_away.h"

#include <gtest/gtest.h>

#include "tests/support/roster_world.h"

namespace xueshi::enrolment {
namespace {

using testing::date;

// The project starts on 2 May: its plan is due on 18 April (R25).
class StudyAwayTest : public ::testing::Test {
  protected:
    StudyAwayTest() { world.project.has_study_away = true; }
    std::string submit(const char* from = "2017-05-08", const char* until = "2017-05-12") {
        return world.act(testing::institution(),
                         SubmitStudyAway{world.project.id, {"深圳", "观摩课堂", date(from), date(until)}});
    }
    std::string review(bool is_approved, std::string reason = {}) {
        return world.act(testing::centre(), ReviewStudyAway{world.project.id, is_approved, std::move(reason)});
    }
    testing::RosterWorld world;
};

TEST_F(StudyAwayTest, TwoWeeksBeforeTheStartIsInTimeToTheEndOfTheDay) {
    world.now = testing::moment("2017-04-18T23:59");
    EXPECT_EQ(submit(), "");
    world.now = testing::moment("2017-04-19T00:00");
    EXPECT_EQ(submit(), "StudyAwayLate");
    EXPECT_EQ(review(true), "");
    EXPECT_EQ(world.roster.study_away.state(), StudyAwayState::Approved);
}

TEST_F(StudyAwayTest, TheCentreLetsALatePlanInWithAReasonOnly) {
    EXPECT_EQ(world.act(testing::centre(), AllowLateStudyAway{world.project.id, "改期"}), "StepNotDue") << "it is not late";
    world.now = testing::moment("2017-04-20T09:00");
    EXPECT_EQ(world.act(testing::centre(), AllowLateStudyAway{world.project.id, " "}), "ReasonRequired");
    EXPECT_EQ(world.act(testing::institution(), AllowLateStudyAway{world.project.id, "改期"}), "NotYourStep");
    EXPECT_EQ(world.act(testing::centre(), AllowLateStudyAway{world.project.id, "改期"}), "");
    EXPECT_EQ(submit(), "");
    EXPECT_EQ(review(true), "");
    EXPECT_EQ(world.act(testing::centre(), AllowLateStudyAway{world.project.id, "改期"}), "StepNotDue") << "it was let in";
}

TEST_F(StudyAwayTest, WhatWasRefusedMayBeHandedInAgainAndWhatWasApprovedNot) {
    EXPECT_EQ(submit(), "");
    EXPECT_EQ(review(false), "ReasonRequired");
    EXPECT_EQ(review(false, "与任务无关"), "");
    EXPECT_EQ(review(true), "StepNotDue");
    EXPECT_EQ(submit("2017-05-09", "2017-05-10"), "");
    EXPECT_EQ(world.roster.study_away.plan()->from, date("2017-05-09"));
    EXPECT_EQ(review(true), "");
    EXPECT_EQ(submit(), "AlreadyEnded");
}

TEST_F(StudyAwayTest, EveryBadPlanIsRefusedByNameAndChangesNothing) {
    const ProjectRoster before = world.roster;
    EXPECT_EQ(submit("2017-05-01", "2017-05-12"), "BadStudyAwayDates");
    EXPECT_EQ(submit("2017-05-12", "2017-05-08"), "BadStudyAwayDates");
    EXPECT_EQ(submit("2017-06-09", "2017-06-11"), "BadStudyAwayDates");
    const SubmitStudyAway empty{world.project.id, {{}, "观摩", date("2017-05-08"), date("2017-05-12")}};
    EXPECT_EQ(world.act(testing::institution(), empty), "OutOfRange");
    EXPECT_EQ(world.act(testing::centre(), empty), "NotYourStep");
    EXPECT_EQ(world.act(testing::actor("other", organisation::OrgRole::Institution, "elsewhere"), empty), "NotYourStep");
    EXPECT_EQ(review(true), "StepNotDue");
    world.project.has_study_away = false;
    EXPECT_EQ(submit(), "NoStudyAway");
    EXPECT_EQ(world.roster, before);
}

}  // namespace
}  // namespace xueshi::enrolment

#include "core/app/select_registers.h"

#include <gtest/gtest.h>

#include "tests/support/registers_desk.h"

namespace xueshi::app {
namespace {

using registration::RegistrationState;
using testing::activity;

class SelectRegisters : public ::testing::Test {
  protected:
    testing::RegistersDesk desk_;
};

TEST_F(SelectRegisters, ADepartmentSeesWhatItRegisteredAndHowMuchOfItCounts) {
    ASSERT_EQ(desk_.world.register_hours(desk_.research, "r1", "anna", activity("联合教研", "2017-03-06", "2017-03-07", 70)), "");
    ASSERT_EQ(desk_.world.register_hours(desk_.research, "r2", "anna", activity("说课", "2017-03-08", "2017-03-08", 60)), "");
    const RegistersProjection page = desk_.page(desk_.research);
    EXPECT_TRUE(page.is_open);
    EXPECT_TRUE(page.entries.research);
    EXPECT_EQ(page.research_cap, whole_hours(10)) << "R28";
    ASSERT_EQ(page.of(RegisterTab::Recorded).size(), 2u);
    const RegisterLine* capped = page.find(desk_.key("anna", "r2"));
    ASSERT_NE(capped, nullptr);
    EXPECT_EQ(capped->counted, whole_hours(3)) << "7 and 6 of 10";
    EXPECT_EQ(capped->research_cap, whole_hours(10));
    EXPECT_TRUE(capped->acts.correct);
    EXPECT_TRUE(capped->acts.cancel);
}

TEST_F(SelectRegisters, ADeclarationIsDueAtTheDistrictAndInReviewAtTheSchool) {
    ASSERT_EQ(desk_.declare("d1"), "");
    EXPECT_EQ(desk_.page(desk_.district).due(), 1u);
    const RegistersProjection school = desk_.page(desk_.school);
    EXPECT_EQ(school.due(), 0u);
    ASSERT_EQ(school.of(RegisterTab::InReview).size(), 1u);
    EXPECT_TRUE(school.of(RegisterTab::InReview)[0].acts.withdraw);
    ASSERT_EQ(desk_.review("d1", enrolment::Verdict::Return), "");
    EXPECT_EQ(desk_.page(desk_.school).due(), 1u) << "sent back to it";
    EXPECT_EQ(desk_.due(desk_.school), 1u) << "and counted alone";
    EXPECT_EQ(desk_.due(desk_.district), 0u);
    EXPECT_EQ(desk_.page(desk_.district).due(), 0u);
}

TEST_F(SelectRegisters, WhatIsOnItsWayIsToldAndChangesNothing) {
    ASSERT_EQ(desk_.declare("d1"), "");
    desk_.waiting = {registration::RegisterHours{RegistrationId{"r9"}, ledger::HourSource::Research, "no-anna", activity("说课")},
                     registration::ReviewRegistration{RegistrationId{"d1"}, desk_.school_key(), enrolment::Verdict::Approve, {}}};
    const RegistersProjection page = desk_.page(desk_.district);
    ASSERT_EQ(page.waiting.size(), 1u) << "what is new; the review is told at its line";
    EXPECT_EQ(page.waiting[0].title, "说课");
    EXPECT_EQ(page.waiting[0].who, "no-anna");
    ASSERT_EQ(page.due(), 1u);
    EXPECT_TRUE(page.lines[0].is_on_its_way);
    EXPECT_EQ(page.lines[0].state, RegistrationState::InReview);
}

TEST_F(SelectRegisters, WhatCameLastStandsFirst) {
    ASSERT_EQ(desk_.world.register_hours(desk_.research, "r1", "anna", activity("甲")), "");
    desk_.world.now.utc_ms += 60'000;
    ASSERT_EQ(desk_.world.register_hours(desk_.research, "r2", "ben", activity("乙")), "");
    const RegistersProjection page = desk_.page(desk_.research);
    ASSERT_EQ(page.lines.size(), 2u);
    EXPECT_EQ(page.lines[0].content().activity.title, "乙");
}

TEST_F(SelectRegisters, WhoIsNoTeacherAndHasNoPostHasNoDesk) {
    const organisation::Actor nobody = testing::actor("nobody", organisation::OrgRole::Teacher, "school-a");
    EXPECT_FALSE(desk_.page(nobody).is_open);
    const organisation::OrgRole teacher[] = {organisation::OrgRole::Teacher};
    EXPECT_FALSE(has_registers(teacher));
}

}  // namespace
}  // namespace xueshi::app

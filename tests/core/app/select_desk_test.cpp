#include "core/app/select_desk.h"

#include <gtest/gtest.h>

#include "tests/support/special_world.h"

namespace xueshi::app {
namespace {

using organisation::OrgRole;

class SelectDesk : public ::testing::Test, protected testing::SpecialWorld {
  protected:
    void be(OrgRole role, const UnitId& unit) {
        roles = {role};
        unit_id = unit;
    }
};

TEST_F(SelectDesk, ADeskHasWhatIsDueToItsReaderFirst) {
    roster.bring(colleague("passed"), 1);
    roster.bring(colleague("waits"), 0);
    be(OrgRole::Principal, me().school_id);
    const DeskProjection desk = select_desk(input());
    ASSERT_EQ(desk.projects.size(), 1u);
    EXPECT_EQ(desk.due, 1u);
    EXPECT_EQ(desk.projects[0].lines[0].id().text, "waits");
    EXPECT_TRUE(desk.projects[0].lines[0].is_mine);
    EXPECT_FALSE(desk.projects[0].lines[1].is_mine);
    be(OrgRole::Principal, UnitId{"elsewhere"});
    EXPECT_EQ(select_desk(input()).due, 0u);
    roles = {OrgRole::Teacher};
    EXPECT_FALSE(select_desk(input()).has_desk);
}

TEST_F(SelectDesk, ADeskOffersNothingPastItsDayNorWithoutAPlace) {
    roster.bring(colleague("holds"), 2);
    roster.bring(colleague("waits"), 2);
    be(OrgRole::Institution, UnitId{"institution"});
    EXPECT_EQ(select_desk(input()).due, 1u) << "the one with the place";
    roster.now = testing::moment("2017-04-16T00:00");
    EXPECT_EQ(select_desk(input()).due, 0u);
    EXPECT_TRUE(select_desk(input()).projects[0].is_closed);
}

TEST_F(SelectDesk, AttendanceIsTheInstitutionsFromTheFirstDay) {
    roster.bring(colleague("final"), 3);
    be(OrgRole::Institution, UnitId{"institution"});
    EXPECT_FALSE(select_desk(input()).projects[0].lines[0].can_mark);
    roster.now = testing::moment("2017-05-02T08:00");
    EXPECT_TRUE(select_desk(input()).projects[0].lines[0].can_mark);
    be(OrgRole::Centre, UnitId{"centre"});
    EXPECT_FALSE(select_desk(input()).projects[0].lines[0].can_mark);
}

TEST_F(SelectDesk, AReplacementIsTheSchoolsToAskForThenTheDistrictsThenTheCentres) {
    roster.bring(colleague("leaves"), 3);
    be(OrgRole::Principal, me().school_id);
    EXPECT_TRUE(select_desk(input()).projects[0].lines[0].can_be_replaced);
    const enrolment::Applicant replacement = colleague("comes");
    EXPECT_EQ(roster.act(testing::principal_of(me().school_id.text),
                         enrolment::RequestSubstitution{SubstitutionId{"x"}, roster.project.id, EnrolmentId{"leaves"},
                                                        "20170000001", EnrolmentId{"r"}, "产假"},
                         &replacement),
              "");
    EXPECT_FALSE(select_desk(input()).projects[0].lines[0].can_be_replaced) << "one is under way";
    EXPECT_EQ(select_desk(input()).due, 0u);
    const auto due_to = [&](OrgRole role, const UnitId& unit) {
        be(role, unit);
        const DeskProjection desk = select_desk(input());
        return desk.projects[0].substitutions.at(0).is_mine && desk.due == 1;
    };
    EXPECT_TRUE(due_to(OrgRole::DistrictAdministrator, me().quota_unit_id));
    EXPECT_FALSE(due_to(OrgRole::Centre, UnitId{"centre"}));
    EXPECT_EQ(roster.act(testing::district_administrator(me().quota_unit_id.text),
                         enrolment::ReviewSubstitution{SubstitutionId{"x"}, roster.project.id, true, {}}),
              "");
    EXPECT_TRUE(due_to(OrgRole::Centre, UnitId{"centre"}));
    waiting = {enrolment::ReviewSubstitution{SubstitutionId{"x"}, roster.project.id, true, {}}};
    EXPECT_FALSE(due_to(OrgRole::Centre, UnitId{"centre"})) << "on its way";
    const DeskProjection seen = select_desk(input());
    const auto& history = seen.projects[0].substitutions.at(0).history;
    ASSERT_EQ(history.size(), 2u) << "all that was done stays visible";
    EXPECT_EQ(history[0].reason, "产假");
    EXPECT_EQ(history[1].led_to, enrolment::SubstitutionState::DistrictApproved);
    EXPECT_FALSE(history[1].by.name.empty());
}

TEST_F(SelectDesk, ADistrictSeesTheOrderOfTheWaitingListAndASchoolDoesNot) {
    roster.bring(colleague("holds"), 2);
    roster.bring(colleague("second"), 2);
    roster.bring(colleague("third"), 2);
    const auto position_of = [&](const char* id) {
        const DeskProjection desk = select_desk(input());
        for (const DeskLine& line : desk.projects.at(0).lines) {
            if (line.id().text == id) return line.position;
        }
        return -1;
    };
    be(OrgRole::DistrictAdministrator, me().quota_unit_id);
    EXPECT_EQ(position_of("third"), 2);
    be(OrgRole::Principal, me().school_id);
    EXPECT_EQ(position_of("third"), 0);
}

}  // namespace
}  // namespace xueshi::app

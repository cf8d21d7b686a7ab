#include "web/views/desk_view.h"

#include <gtest/gtest.h>

#include "tests/support/special_world.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

using enrolment::Verdict;
using organisation::OrgRole;

class DeskView : public testing::ViewRig {
  protected:
    DeskView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        be(OrgRole::Principal, world_.me().school_id);
        show([this](const Screen& screen) { draw_desk(screen, app::select_desk(world_.input()), ui_); });
    }
    void be(OrgRole role, const UnitId& unit) {
        world_.roles = {role};
        world_.unit_id = unit;
        status_.roles = world_.roles;
        status_.now = world_.roster.now;
    }
    std::vector<enrolment::ReviewEnrolment> reviews() {
        std::vector<enrolment::ReviewEnrolment> found;
        for (const Action& action : all_asked()) {
            const auto* order = std::get_if<SpecialOrder>(&action);
            const auto* review = order == nullptr ? nullptr : std::get_if<enrolment::ReviewEnrolment>(&order->command);
            if (review != nullptr) found.push_back(*review);
        }
        return found;
    }
    testing::SpecialWorld world_;
    DeskUiState ui_;
};

TEST_F(DeskView, ManyAreDecidedAtOnceWithAnOrderForEach) {
    world_.roster.bring(world_.colleague("anna"), 0);
    world_.roster.bring(world_.colleague("ben"), 0);
    settle();
    EXPECT_TRUE(says("待您审核 2 人"));
    EXPECT_TRUE(says("4月1日 24:00 截止"));
    press(ui::Role::Checkbox, "全选待办 2 人");
    EXPECT_TRUE(says("已选 2 人"));
    press(ui::Role::Button, "通过");
    ASSERT_EQ(reviews().size(), 2u);
    EXPECT_EQ(reviews()[0].verdict, Verdict::Approve);
    EXPECT_EQ(reviews()[0].step, 0u);
    EXPECT_TRUE(ui_.chosen.empty());
}

TEST_F(DeskView, ARefusalIsSentWithItsReasonOnly) {
    world_.roster.bring(world_.colleague("anna"), 0);
    settle();
    press(ui::Role::Checkbox, "选中 教师 anna");
    press(ui::Role::Button, "不通过");
    EXPECT_TRUE(says("请先写明理由"));
    EXPECT_TRUE(reviews().empty());
    type("意见（退回或不通过时必填）", "材料不全");
    press(ui::Role::Button, "不通过");
    ASSERT_EQ(reviews().size(), 1u);
    EXPECT_EQ(reviews()[0].verdict, Verdict::Refuse);
    EXPECT_EQ(reviews()[0].reason, "材料不全");
}

TEST_F(DeskView, ThePersonsHistoryStandsBelowTheirRow) {
    world_.roster.bring(world_.colleague("anna"), 1);
    be(OrgRole::DistrictAdministrator, world_.me().quota_unit_id);
    settle();
    EXPECT_TRUE(says("名额 1 个，已占 0 个，候补 0 人"));
    for (const ui::Node& node : nodes()) {
        if (node.role == ui::Role::Button && node.name.starts_with("教师 anna")) {
            press(ui::Role::Button, std::string(node.name));
            break;
        }
    }
    EXPECT_TRUE(says("校长审核"));
    EXPECT_TRUE(says("待您审核"));
    EXPECT_TRUE(says("回执 7Q4K2-0MXTA"));
}

TEST_F(DeskView, WhatIsDecidedElsewhereIsNotChosenAnyMore) {
    world_.roster.bring(world_.colleague("anna"), 0);
    settle();
    press(ui::Role::Checkbox, "选中 教师 anna");
    EXPECT_EQ(ui_.chosen.size(), 1u);
    EXPECT_EQ(world_.roster.review(testing::principal_of(world_.me().school_id.text), "anna", 0), "");
    settle();
    EXPECT_TRUE(ui_.chosen.empty());
    EXPECT_EQ(find(ui::Role::Button, "通过"), nullptr);
}

TEST_F(DeskView, TheInstitutionMarksAttendance) {
    world_.roster.bring(world_.colleague("anna"), 3);
    world_.roster.now = testing::moment("2017-05-02T09:00");
    be(OrgRole::Institution, UnitId{"institution"});
    settle();
    press(ui::Role::Checkbox, "选中 教师 anna");
    press(ui::Role::Button, "结业");
    const auto* order = asked<SpecialOrder>();
    ASSERT_NE(order, nullptr);
    EXPECT_EQ(std::get<enrolment::MarkAttendance>(order->command).mark, enrolment::AttendanceMark::Completed);
}

TEST_F(DeskView, ASchoolAsksForAReplacementByNumberAndReason) {
    world_.roster.bring(world_.colleague("anna"), 3);
    ui_.current = EnrolmentId{"anna"};
    settle();
    press(ui::Role::Button, "安排换人");
    EXPECT_TRUE(says("由谁替换 教师 anna？"));
    EXPECT_NE(find(ui::Role::Button, "提交换人申请")->state & ui::kDisabled, 0);
    type("替换老师的教师编号", "20170042379");
    type("原因", "产假");
    press(ui::Role::Button, "提交换人申请");
    const auto* order = asked<SpecialOrder>();
    ASSERT_NE(order, nullptr);
    const auto& request = std::get<enrolment::RequestSubstitution>(order->command);
    EXPECT_EQ(request.leaving_id.text, "anna");
    EXPECT_EQ(request.replacement_number, "20170042379");
    EXPECT_EQ(request.reason, "产假");
}

TEST_F(DeskView, ADistrictAgreesToAReplacementOrSaysWhyNot) {
    world_.roster.bring(world_.colleague("anna"), 3);
    const enrolment::Applicant replacement = world_.colleague("ben");
    EXPECT_EQ(world_.roster.act(testing::principal_of(world_.me().school_id.text),
                                enrolment::RequestSubstitution{SubstitutionId{"x"}, world_.roster.project.id,
                                                               EnrolmentId{"anna"}, "1", EnrolmentId{"r"}, "产假"},
                                &replacement),
              "");
    be(OrgRole::DistrictAdministrator, world_.me().quota_unit_id);
    settle();
    EXPECT_TRUE(says("教师 anna → 教师 ben"));
    EXPECT_TRUE(says("“产假”"));
    expect_inside("a replacement", Data::Chinese);
    press(ui::Role::Button, "不同意");
    type("写给老师看得懂的理由", "材料不全");
    press(ui::Role::Button, "确认不同意");
    const auto* order = asked<SpecialOrder>();
    ASSERT_NE(order, nullptr);
    EXPECT_EQ(std::get<enrolment::ReviewSubstitution>(order->command).reason, "材料不全");
    press(ui::Role::Button, "同意");
    EXPECT_TRUE(std::get<enrolment::ReviewSubstitution>(asked<SpecialOrder>()->command).is_approved);
}

TEST_F(DeskView, NothingStandsOutsideAtAnyWidthInEitherLanguage) {
    expect_inside("empty", Data::Chinese);
    world_.roster.bring(world_.colleague("anna"), 0);
    world_.roster.bring(world_.colleague("ben"), 1);
    settle();
    press(ui::Role::Checkbox, "选中 教师 anna");
    ui_.current = EnrolmentId{"ben"};
    expect_inside("a choice and a history", Data::Chinese);
}

}  // namespace
}  // namespace xueshi::views

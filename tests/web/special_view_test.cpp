#include "web/views/special_view.h"

#include <gtest/gtest.h>

#include "tests/support/special_world.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

class SpecialView : public testing::ViewRig {
  protected:
    SpecialView() {
        use_phone();
        status_.phase = SessionPhase::Ready;
        status_.roles = {organisation::OrgRole::Teacher};
        status_.now = world_.roster.now;
        show_project();
    }
    void show_list() {
        show([this](const Screen& screen) { draw_projects(screen, app::select_projects(world_.input()), ui_); });
    }
    void show_project() {
        show([this](const Screen& screen) {
            draw_project(screen, app::select_project(world_.input(), world_.roster.project.id), ui_);
        });
    }
    // The last order; null when there was none.
    template <class Order>
    const Order* ordered() {
        const auto* order = asked<SpecialOrder>();
        return order == nullptr ? nullptr : std::get_if<Order>(&order->command);
    }
    testing::SpecialWorld world_;
    SpecialUiState ui_;
};

TEST_F(SpecialView, AProjectTellsSeatsDatesAndConditionsAndIsSignedUpToByOnePress) {
    world_.roster.project.eligibility.least_teaching_years = 3;
    settle();
    EXPECT_TRUE(says("48 学时"));
    EXPECT_TRUE(says("海珠区：名额 1 个，已占 0 个，候补 0 人"));
    EXPECT_TRUE(says("教龄满 3 年"));
    EXPECT_TRUE(says("3/25 前"));
    EXPECT_TRUE(says("4/15 前"));
    press(ui::Role::Button, "报名");
    const auto* order = ordered<enrolment::SignUp>();
    ASSERT_NE(order, nullptr);
    EXPECT_EQ(order->project_id, world_.roster.project.id);
    EXPECT_TRUE(order->enrolment_id.empty()) << "the runtime's to make";
}

TEST_F(SpecialView, WhatIsMissingIsSaidInWords) {
    world_.roster.project.eligibility.least_teaching_years = 40;
    settle();
    EXPECT_TRUE(says("教龄还差"));
    EXPECT_EQ(find(ui::Role::Button, "报名"), nullptr);
    show_list();
    settle();
    EXPECT_TRUE(says("暂时不符合条件（1）"));
    EXPECT_TRUE(says("教龄还差"));
}

TEST_F(SpecialView, TheListHasMineFirstWithWhereItStands) {
    world_.roster.bring(world_.me(), 1);
    show_list();
    settle();
    EXPECT_TRUE(says("我的报名（1）"));
    EXPECT_TRUE(says("等区管理员审核"));
    world_.waiting = {enrolment::WithdrawEnrolment{EnrolmentId{"e"}, world_.roster.project.id, {}}};
    settle();
    EXPECT_TRUE(says("正在送出"));
    status_.sync.is_reachable = false;
    settle();
    EXPECT_TRUE(says("联网后送出"));
}

TEST_F(SpecialView, WithdrawingFromTheFinalListAsksForAReason) {
    world_.roster.bring(world_.me(), 3);
    settle();
    EXPECT_TRUE(says("已录取"));
    press(ui::Role::Button, "退出报名");
    EXPECT_TRUE(says("退出后不能自行恢复"));
    type("退出原因（必填）", "调离");
    press(ui::Role::Button, "确认退出");
    const auto* order = ordered<enrolment::WithdrawEnrolment>();
    ASSERT_NE(order, nullptr);
    EXPECT_EQ(order->reason, "调离");
    EXPECT_EQ(order->enrolment_id.text, world_.me().teacher_id.text);
}

TEST_F(SpecialView, WhoChangesTheirMindKeepsThePlace) {
    world_.roster.bring(world_.me(), 1);
    settle();
    press(ui::Role::Button, "退出报名");
    press(ui::Role::Button, "不退了");
    EXPECT_EQ(ordered<enrolment::WithdrawEnrolment>(), nullptr);
    EXPECT_EQ(find(ui::Role::Dialog, "要退出这个项目吗？"), nullptr);
}

TEST_F(SpecialView, WhatWasReturnedSaysWhyAndIsHandedInAgain) {
    world_.roster.bring(world_.me(), 0);
    EXPECT_EQ(world_.roster.review(testing::principal_of(world_.me().school_id.text), world_.me().teacher_id.text, 0,
                                   enrolment::Verdict::Return, "任教学科有误"),
              "");
    settle();
    EXPECT_TRUE(says("意见：任教学科有误"));
    press(ui::Role::Button, "重新提交");
    EXPECT_NE(ordered<enrolment::ResubmitEnrolment>(), nullptr);
}

TEST_F(SpecialView, NothingStandsOutsideAtAnyWidthInEitherLanguage) {
    expect_inside("project, not signed up", Data::Chinese);
    world_.roster.bring(world_.colleague("first"), 2);
    world_.roster.bring(world_.me(), 2);
    expect_inside("project, waiting", Data::Chinese);
    show_list();
    expect_inside("list", Data::Chinese);
}

TEST_F(SpecialView, AnUnknownProjectLeadsBack) {
    show([this](const Screen& screen) { draw_project(screen, {}, ui_); });
    settle();
    EXPECT_TRUE(says("没有找到这个项目"));
    EXPECT_NE(find(ui::Role::Link, "回到项目列表"), nullptr);
    show([this](const Screen& screen) { draw_projects(screen, {}, ui_); });
    settle();
    EXPECT_TRUE(says("还没有专项培训项目"));
}

}  // namespace
}  // namespace xueshi::views

#include "web/views/home_view.h"

#include "tests/support/diagnostic_world.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

class HomeView : public testing::ViewRig {
  protected:
    HomeView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.display_name = "林晓岚";
        status_.roles = world_.roles;
        status_.now = world_.now;
        world_.tell(app::NoticePosted{{NoticeId{"n1"},
                                       "全员培训缴费说明",
                                       "费用由学校统一缴纳。",
                                       "远程中心",
                                       testing::date("2017-03-16")}});
        project();
        show([this](const Screen& screen) { draw_home(screen, home_, ui_); });
    }
    void project() { home_ = app::select_home(world_.input()); }

    testing::DiagnosticWorld world_;
    app::HomeProjection home_;
    HomeUiState ui_;
};

TEST_F(HomeView, ShowsTheSourceOfEveryRequirement) {
    for (const app::RequirementRow& row : home_.requirements) {
        EXPECT_TRUE(says("依据：" + row.source.zh)) << row.id;
    }
}

TEST_F(HomeView, OnAPhoneTheSourcesAreOnePressAway) {
    use_phone();
    settle();
    EXPECT_FALSE(says("公需科目不少于"));
    press(ui::Role::Button, "各项要求的依据");
    for (const app::RequirementRow& row : home_.requirements) {
        EXPECT_TRUE(says("依据：" + row.source.zh)) << row.id;
    }
}

TEST_F(HomeView, GreetsByFamilyNameAndSaysHowMuchIsLeft) {
    EXPECT_NE(find(ui::Role::Heading, "上午好，林老师"), nullptr);
    EXPECT_TRUE(says("今年要安排 72 学时"));
    EXPECT_TRUE(says("还差 18"));
}

TEST_F(HomeView, PlannedHoursAreArrangedNeverCompleted) {
    world_.publish(testing::public_subject()).draft("p1", "均衡").mark("public");
    project();
    settle();
    EXPECT_TRUE(says("安排好了"));
    EXPECT_FALSE(says("完成了"));
}

TEST_F(HomeView, TasksLeadToWhereTheyAreDone) {
    const ui::Node* profile =
        find(ui::Role::Link, "核对个人信息, 还没有确认过，验证和晋升都以它为准");
    ASSERT_NE(profile, nullptr);
    EXPECT_EQ(profile->value, "/profile");
}

TEST_F(HomeView, OpensANoticeAndEscapeClosesIt) {
    press(ui::Role::Button, "全员培训缴费说明, 远程中心 · 3月16日");
    EXPECT_TRUE(says("费用由学校统一缴纳。"));
    dismiss("全员培训缴费说明");
    EXPECT_EQ(count(ui::Role::Dialog), 0u);
}

TEST_F(HomeView, AllDatesShowTheirSources) {
    EXPECT_FALSE(says("3月25日之前网上报名"));
    press(ui::Role::Button, "全部日期");
    EXPECT_TRUE(says("依据：通知“专项培训”：3月25日之前网上报名"));
}

TEST_F(HomeView, TellsASchoolWhatIsToPay) {
    world_.teacher = {};
    world_.roles = status_.roles = {organisation::OrgRole::SchoolAdministrator};
    world_.publish(testing::course_run("r1")).confirm("s1", {"r1"});
    project();
    settle();
    EXPECT_TRUE(says("本校选课"));
    EXPECT_TRUE(says("1 份回执还没缴费"));
    EXPECT_TRUE(says("¥24"));
    EXPECT_FALSE(says("等您处理"));
}

// What is pushed stands in one card, at every width and in both languages.
class HomePush : public HomeView {
  protected:
    void expect_card(app::PushKind kind, std::string_view action, std::string_view route) {
        project();
        settle();
        EXPECT_EQ(home_.push.kind, kind);
        const ui::Node* link = find(ui::Role::Link, action);
        ASSERT_NE(link, nullptr) << action;
        EXPECT_EQ(link->value, route);
        for (const float width : {320.0f, 390.0f, 1280.0f}) {
            width < 1000 ? use_phone(width) : use_desktop(width);
            for (const bool is_english : {true, false}) {
                is_english ? use_english() : use_chinese();
                settle();
                EXPECT_EQ(outside(), std::vector<std::string>{}) << width;
            }
        }
    }
};

TEST_F(HomePush, TheDiagnosticIsOfferedAndMayWait) {
    expect_card(app::PushKind::TakeTest, "开始诊断", "/diagnostic");
    EXPECT_TRUE(says("小学语文 · 每个水平约 12 题"));
    press(ui::Role::Button, "以后再说");
    EXPECT_EQ(find(ui::Role::Link, "开始诊断"), nullptr);
}

TEST_F(HomePush, OneUnderWayGoesOn) {
    world_.begin();
    world_.answer(0.5, 3);
    ui_.hides_push = true;  // the offer alone
    expect_card(app::PushKind::GoOn, "继续测评", "/diagnostic?take");
    EXPECT_TRUE(says("已答 3 题"));
}

TEST_F(HomePush, ARecommendationWaits) {
    world_.tell(app::EarlierProgrammeRecorded{testing::earlier_programme("2016-2")});
    expect_card(app::PushKind::Recommendation, "看推荐主题", "/diagnostic");
    EXPECT_TRUE(says("2016-2测过，不用重测；能力提升还差 50 学时"));
    world_.taken("d1", 0.4);
    expect_card(app::PushKind::Recommendation, "看推荐主题", "/diagnostic");
    EXPECT_TRUE(says("能力提升还差 50 学时，按结果选课"));
}

TEST_F(HomePush, CoursesOfAnEarlierPhaseGoOn) {
    world_.tell(app::EarlierProgrammeRecorded{{diagnostic::ProgrammeStanding::Unfinished, "2016-2", {}, {}}});
    for (const char* title : {"A", "B", "C", "D", "E"}) world_.record(testing::carried_record(title));
    expect_card(app::PushKind::CarryOver, "看看这些课", "/diagnostic");
    EXPECT_TRUE(says("A · 6 学时"));
    EXPECT_TRUE(says("还有 2 门"));
    EXPECT_TRUE(says("学完计入本期"));
}

TEST_F(HomePush, NothingIsPushedToWhoOwesNothing) {
    world_.tell(app::EarlierProgrammeRecorded{{diagnostic::ProgrammeStanding::Completed, "2015-1", {}, {}}});
    project();
    settle();
    EXPECT_EQ(home_.push.kind, app::PushKind::None);
    EXPECT_FALSE(says("诊断"));
}

TEST_F(HomeView, StandsWithinEveryWidth) {
    ui_.shows_all_dates = true;
    ui_.shows_sources = true;
    status_.is_sample = true;
    for (const float width : {320.0f, 390.0f, 768.0f}) {
        use_phone(width);
        settle();
        EXPECT_EQ(outside(), std::vector<std::string>{}) << width;
    }
    for (const float width : {960.0f, 1280.0f, 1920.0f}) {
        use_desktop(width);
        settle();
        EXPECT_EQ(outside(), std::vector<std::string>{}) << width;
    }
}

TEST_F(HomeView, LeadsToThePlanWhereTwoDevicesDisagree) {
    world_.draft("p1", "均衡").draft("p2", "少花钱");
    EXPECT_FALSE(says("两台设备改得不一样"));
    world_.tell_apart(plan::PlanNamed{PlanId{"p1"}, "甲"}, plan::PlanNamed{PlanId{"p1"}, "乙"});
    project();
    settle();
    EXPECT_TRUE(says("1 处，看看按哪一边"));
    press(ui::Role::Button, "两台设备改得不一样, 1 处，看看按哪一边");
    ASSERT_NE(asked<EditPlan>(), nullptr);
    EXPECT_EQ(asked<EditPlan>()->plan_id, PlanId{"p1"});
    ASSERT_NE(asked<OpenRoute>(), nullptr);
    EXPECT_EQ(asked<OpenRoute>()->path, "/plan");
}

}  // namespace
}  // namespace xueshi::views

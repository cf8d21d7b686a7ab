#include "web/views/profile_view.h"

#include "tests/support/planning_world.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

class ProfileView : public testing::ViewRig {
  protected:
    ProfileView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.now = world_.now;
        project();
        show([this](const Screen& screen) { draw_profile(screen, profile_); });
    }
    void project() { profile_ = app::select_profile(world_.input()); }

    testing::PlanningWorld world_;
    app::ProfileProjection profile_;
};

TEST_F(ProfileView, ConfirmsTheDataAndThenSaysWhen) {
    EXPECT_TRUE(says("还没有确认过"));
    EXPECT_TRUE(says("依据：通知“个人信息自查”"));
    press(ui::Role::Button, "都对，确认");
    EXPECT_NE(commanded<app::ConfirmProfile>(), nullptr);
    world_.tell(app::ProfileConfirmed{world_.now});
    project();
    settle();
    EXPECT_TRUE(says("3月20日 09:00 已确认"));
}

TEST_F(ProfileView, WillNotSignOutWhileWorkWaits) {
    press(ui::Role::Button, "退出登录");
    EXPECT_NE(asked<SignOut>(), nullptr);
    status_.sync.unconfirmed = 2;
    settle();
    EXPECT_NE(find(ui::Role::Button, "退出登录")->state & ui::kDisabled, 0);
    EXPECT_TRUE(says("还有 2 处改动没有送到服务器"));
}

TEST_F(ProfileView, ChoosesTheTheme) {
    press(ui::Role::Tab, "深色");
    const auto* chosen = commanded<app::ChooseTheme>();
    ASSERT_NE(chosen, nullptr);
    EXPECT_EQ(chosen->theme, app::ThemeChoice::Dark);
}

TEST_F(ProfileView, ChoosesTheLanguage) {
    EXPECT_NE(find(ui::Role::Tab, "中文")->state & ui::kSelected, 0);
    press(ui::Role::Tab, "English");
    ASSERT_NE(asked<ChooseLanguage>(), nullptr);
    EXPECT_EQ(asked<ChooseLanguage>()->tag, "en");
}

TEST_F(ProfileView, SaysWhatWorksWithoutANetwork) {
    EXPECT_FALSE(says("断网使用")) << "while nothing is known";
    status_.release.opens_offline = true;
    settle();
    EXPECT_TRUE(says("断了网也能打开学时"));
    status_.release = {.never_opens_offline = true};
    settle();
    EXPECT_FALSE(says("断了网也能打开学时"));
    EXPECT_TRUE(says("这个浏览器断网时打不开学时"));
    EXPECT_TRUE(says("请改用 Safari、Chrome"));
}

TEST_F(ProfileView, InstallsWhereTheBrowserOffersIt) {
    EXPECT_EQ(find(ui::Role::Button, "安装到桌面"), nullptr);
    status_.release.installs_by_menu = true;
    settle();
    EXPECT_EQ(find(ui::Role::Button, "安装到桌面"), nullptr);
    EXPECT_TRUE(says("添加到主屏幕"));
    status_.release = {.can_install = true};
    settle();
    press(ui::Role::Button, "安装到桌面");
    EXPECT_NE(asked<InstallClient>(), nullptr);
}

TEST_F(ProfileView, OtherAccountsSeeWhoTheyAre) {
    world_.teacher = {};
    status_.display_name = "示例小学";
    status_.roles = {organisation::OrgRole::SchoolAdministrator};
    project();
    settle();
    EXPECT_TRUE(says("学校继续教育管理员"));
    EXPECT_FALSE(says("个人信息自查"));
}

TEST_F(ProfileView, StandsWithinEveryWidth) {
    status_.release = {.opens_offline = true, .never_opens_offline = true, .can_install = true, .installs_by_menu = true};
    for (const float width : {320.0f, 390.0f}) {
        use_phone(width);
        settle();
        EXPECT_EQ(outside(), std::vector<std::string>{}) << width;
    }
}

}  // namespace
}  // namespace xueshi::views

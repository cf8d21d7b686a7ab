#include "web/views/login_view.h"

#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

class LoginView : public testing::ViewRig {
  protected:
    LoginView() {
        status_.phase = SessionPhase::SignedOut;
        show([this](const Screen& screen) { draw_login(screen, ui_); });
    }
    LoginUiState ui_;
};

TEST_F(LoginView, EnterInThePasswordFieldSignsIn) {
    type("教师编号或单位账号", "20170042318");
    type("密码", "secret");
    press(ui::Role::PasswordField, "密码");
    const SignIn* asked_for = asked<SignIn>();
    ASSERT_NE(asked_for, nullptr);
    EXPECT_EQ(asked_for->login, "20170042318");
    EXPECT_EQ(asked_for->password, "secret");
}

TEST_F(LoginView, AsksForWhatWasLeftEmpty) {
    press(ui::Role::Button, "登录");
    EXPECT_EQ(asked<SignIn>(), nullptr);
    EXPECT_TRUE(says("请填教师编号或单位账号"));
    EXPECT_TRUE(says("请填密码"));
    type("密码", "secret");
    EXPECT_FALSE(says("请填密码"));
}

TEST_F(LoginView, SaysWhatIsWrongUntilItIsTypedAnew) {
    type("教师编号或单位账号", "20170042318");
    type("密码", "wrong");
    press(ui::Role::Button, "登录");
    status_.phase = SessionPhase::SigningIn;
    settle();
    status_.phase = SessionPhase::SignedOut;
    status_.sign_in_problem = "WrongCredentials";
    settle();
    EXPECT_TRUE(says("账号或密码不对"));
    EXPECT_EQ(ui_.login, "20170042318");
    EXPECT_TRUE(ui_.password.empty());
    type("密码", "b");
    EXPECT_FALSE(says("账号或密码不对"));
}

TEST_F(LoginView, CannotBePressedTwice) {
    status_.phase = SessionPhase::SigningIn;
    settle();
    const ui::Node* button = find(ui::Role::Button, "正在登录");
    ASSERT_NE(button, nullptr);
    EXPECT_NE(button->state & ui::kDisabled, 0);
}

TEST_F(LoginView, PasswordManagersKnowBothFields) {
    EXPECT_EQ(find(ui::Role::Field, "教师编号或单位账号")->autocomplete, "username");
    EXPECT_EQ(find(ui::Role::PasswordField, "密码")->autocomplete, "current-password");
    press(ui::Role::Button, "显示密码");
    EXPECT_NE(find(ui::Role::PasswordField, "密码")->state & ui::kRevealed, 0);
}

TEST_F(LoginView, OffersEnglishInEnglish) {
    press(ui::Role::Button, "English");
    ASSERT_NE(asked<ChooseLanguage>(), nullptr);
    EXPECT_EQ(asked<ChooseLanguage>()->tag, "en");
}

TEST_F(LoginView, SaysThatASampleIsASample) {
    EXPECT_FALSE(says("示例数据"));
    status_.is_sample = true;
    settle();
    EXPECT_TRUE(says("示例数据"));
}

TEST_F(LoginView, StandsWithinTheNarrowestPhone) {
    use_phone(320);
    status_.is_sample = true;
    settle();
    EXPECT_EQ(outside(), std::vector<std::string>{});
}

}  // namespace
}  // namespace xueshi::views

// The page about the diagnostic: before it, while it is under way, and its states.
#include "tests/support/diagnostic_world.h"
#include "tests/support/view_rig.h"
#include "web/views/diagnostic_view.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

class DiagnosticBeginView : public testing::ViewRig {
  protected:
    DiagnosticBeginView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.roles = world_.roles;
        status_.now = world_.now;
        project();
        show([this](const Screen& screen) { draw_diagnostic(screen, projection_, ui_, false); });
    }
    void project() {
        projection_ = world_.projection();
        settle();
    }

    testing::DiagnosticWorld world_;
    app::DiagnosticProjection projection_;
    DiagnosticUiState ui_;
};

TEST_F(DiagnosticBeginView, SaysWhatItIsAndForWhom) {
    EXPECT_EQ(projection_.push.kind, app::PushKind::TakeTest);
    for (const char* words : {"小学语文",
                              "没有标准答案",
                              "约 12 题，7 分钟左右",
                              "换一台设备也从同一题接着答",
                              "断网也能答",
                              "只有您自己看得到",
                              "不少于 50 学时"}) {
        EXPECT_TRUE(says(words)) << words;
    }
    expect_inside("begin");
}

TEST_F(DiagnosticBeginView, BeginsWithWhatTheClassroomsHave) {
    EXPECT_TRUE(says("水平二就不测"));
    press(ui::Role::Checkbox, "学生平板或移动终端");
    press(ui::Role::Checkbox, "交互白板或触控一体机");
    EXPECT_TRUE(says("两个水平都测"));
    EXPECT_TRUE(says("约 24 题，14 分钟左右"));
    press(ui::Role::Button, "开始测评");
    const auto* begun = asked<BeginDiagnostic>();
    ASSERT_NE(begun, nullptr);
    EXPECT_EQ(begun->mode, diagnostic::TestMode::Adaptive);
    EXPECT_EQ(begun->equipment,
              (std::vector{diagnostic::Equipment::Interactive, diagnostic::Equipment::Mobile}));
    ASSERT_NE(asked<OpenRoute>(), nullptr);
    EXPECT_EQ(asked<OpenRoute>()->path, kTakeRoute);
}

TEST_F(DiagnosticBeginView, TheFixedFormIsAChoice) {
    press(ui::Role::Radio, "固定题目：每项指标一题，每个水平 25 题");
    press(ui::Role::Button, "开始测评");
    EXPECT_EQ(asked<BeginDiagnostic>()->mode, diagnostic::TestMode::Classical);
    EXPECT_TRUE(asked<BeginDiagnostic>()->equipment.empty());
}

TEST_F(DiagnosticBeginView, OneUnderWayGoesOnOrBeginsAnew) {
    world_.begin();
    world_.answer(0.5, 4);
    project();
    EXPECT_TRUE(says("已答 4 题，大约还有"));
    ASSERT_NE(find(ui::Role::Link, "继续"), nullptr);
    EXPECT_EQ(find(ui::Role::Link, "继续")->value, kTakeRoute);
    expect_inside("under way");
    press(ui::Role::Button, "重新开始");
    EXPECT_NE(find(ui::Role::Button, "开始测评"), nullptr);
    EXPECT_TRUE(says("这一次答过的不再计入结果"));
    expect_inside("begins anew");
    press(ui::Role::Button, "不重新开始");
    EXPECT_NE(find(ui::Role::Link, "继续"), nullptr);
}

TEST_F(DiagnosticBeginView, OneThatIsAnsweredIsReadyForItsResult) {
    world_.begin();
    world_.answer(0.5);
    project();
    EXPECT_TRUE(says("题都答完了，可以看结果"));
}

TEST_F(DiagnosticBeginView, CoursesOfAnEarlierPhaseComeFirst) {
    world_.tell(app::EarlierProgrammeRecorded{{diagnostic::ProgrammeStanding::Unfinished, "2016-2", {}, {}}});
    world_.record(testing::carried_record("Course A")).record(testing::carried_record("Course B"));
    project();
    EXPECT_EQ(projection_.push.kind, app::PushKind::CarryOver);
    for (const char* words : {"Course A", "Course B", "6 学时", "学完计入本期", "2016-2没学完的课"}) {
        EXPECT_TRUE(says(words)) << words;
    }
    EXPECT_TRUE(says("没有要求您测评"));
    expect_inside("carry over");
}

TEST_F(DiagnosticBeginView, SaysThatTheQuestionsAreComing) {
    world_.has_shelf = false;
    project();
    EXPECT_TRUE(says("正在取题目"));
    expect_inside("coming");
    status_.has_questions_failed = true;
    settle();
    EXPECT_TRUE(says("题目还没取到"));
    EXPECT_TRUE(says("会自己再取"));
    expect_inside("failed");
    press(ui::Role::Button, "再试一次");
    EXPECT_NE(asked<RetrySync>(), nullptr);
}

TEST_F(DiagnosticBeginView, AnAccountWithoutADutyHasNone) {
    status_.roles = {organisation::OrgRole::Principal};
    settle();
    EXPECT_TRUE(says("这个账号不用测评"));
    expect_inside("no duty");
}

}  // namespace
}  // namespace xueshi::views

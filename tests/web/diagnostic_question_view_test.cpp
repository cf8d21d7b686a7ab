// The questions of the diagnostic, one a page.
#include "tests/support/diagnostic_world.h"
#include "tests/support/view_rig.h"
#include "web/views/diagnostic_view.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

class DiagnosticQuestionView : public testing::ViewRig {
  protected:
    DiagnosticQuestionView() {
        use_phone();
        status_.phase = SessionPhase::Ready;
        status_.roles = world_.roles;
        status_.now = world_.now;
        world_.begin("d1", {diagnostic::Equipment::Network});
        project();
        show([this](const Screen& screen) { draw_diagnostic(screen, projection_, ui_, true); });
    }
    void project() {
        projection_ = world_.projection();
        settle();
    }
    const app::QuestionView& question(std::size_t index) const { return projection_.under_way->questions[index]; }
    // Presses the option and does what the device would.
    void choose(std::size_t index, std::size_t option) {
        press(ui::Role::Radio, words().of(question(index).options[option].text));
        const auto* command = commanded<diagnostic::AnswerItem>();
        ASSERT_NE(command, nullptr);
        ASSERT_TRUE(world_.decide(*command));
        project();
    }
    bool shows(std::size_t index) { return find(ui::Role::Heading, words().of(question(index).text)) != nullptr; }

    testing::DiagnosticWorld world_;
    app::DiagnosticProjection projection_;
    DiagnosticUiState ui_;
};

TEST_F(DiagnosticQuestionView, AsksOneQuestionWithItsOptionsInTheOrderStored) {
    EXPECT_TRUE(shows(0));
    EXPECT_TRUE(says("第 1 题"));
    EXPECT_TRUE(says("小学语文 · " + question(0).dimension.zh));
    std::vector<std::string> options;
    for (const ui::Node& node : nodes()) {
        if (node.role == ui::Role::Radio) options.push_back(node.name);
    }
    ASSERT_EQ(options.size(), question(0).options.size());
    for (std::size_t i = 0; i < options.size(); ++i) EXPECT_EQ(options[i], question(0).options[i].text.zh);
    for (const ui::Node& node : nodes()) {
        if (node.role == ui::Role::Radio) { EXPECT_GE(node.rect.height, 44); }
    }
}

TEST_F(DiagnosticQuestionView, AnOptionIsAnAnswerAtOnceAndNextGoesOn) {
    EXPECT_NE(find(ui::Role::Button, "下一题")->state & ui::kDisabled, 0);
    press(ui::Role::Radio, question(0).options[2].text.zh);
    const auto* command = commanded<diagnostic::AnswerItem>();
    ASSERT_NE(command, nullptr);
    EXPECT_EQ(command->item_id, question(0).item_id);
    EXPECT_EQ(command->diagnostic_id, DiagnosticId{"d1"});
    EXPECT_EQ(command->response, question(0).options[2].credit);
    ASSERT_TRUE(world_.decide(*command));
    project();
    EXPECT_TRUE(shows(0)) << "the page stays until the person goes on";
    EXPECT_NE(find(ui::Role::Radio, question(0).options[2].text.zh)->state & ui::kChecked, 0);
    press(ui::Role::Button, "下一题");
    EXPECT_TRUE(shows(1));
    EXPECT_TRUE(says("第 2 题"));
}

TEST_F(DiagnosticQuestionView, GoesBackAndTheAnswerMayBeChanged) {
    EXPECT_NE(find(ui::Role::Button, "上一题")->state & ui::kDisabled, 0);
    choose(0, 0);
    press(ui::Role::Button, "下一题");
    press(ui::Role::Button, "上一题");
    EXPECT_TRUE(shows(0));
    EXPECT_FALSE(says("改了答案，后面的题可能会换")) << "nothing later is answered";
    press(ui::Role::Button, "下一题");
    choose(1, 0);
    press(ui::Role::Button, "上一题");
    EXPECT_TRUE(says("改了答案，后面的题可能会换"));
    choose(0, 1);
    EXPECT_EQ(question(0).response, question(0).options[1].credit);
    EXPECT_TRUE(shows(0));
}

TEST_F(DiagnosticQuestionView, OpensAtTheQuestionThatWaits) {
    world_.answer(0.5, 4);
    ui_ = {};
    project();
    EXPECT_TRUE(shows(4));
    EXPECT_TRUE(says("第 5 题"));
    EXPECT_TRUE(says("4 / "));
}

TEST_F(DiagnosticQuestionView, TheFocusGoesToEachNewPage) {
    const ui::Node* main = nullptr;
    for (const ui::Node& node : nodes()) {
        if (node.role == ui::Role::Main) main = &node;
    }
    ASSERT_NE(main, nullptr);
    EXPECT_EQ(main->name, "第 1 题：" + question(0).text.zh);
    const ui::NodeId first = main->id;
    choose(0, 0);
    press(ui::Role::Button, "下一题");
    for (const ui::Node& node : nodes()) {
        if (node.role == ui::Role::Main) main = &node;
    }
    EXPECT_NE(main->id, first);
    EXPECT_EQ(main->name, "第 2 题：" + question(1).text.zh);
}

TEST_F(DiagnosticQuestionView, EndsWithAPageThatFinishes) {
    world_.answer(0.6);
    ui_ = {};
    project();
    ASSERT_EQ(projection_.under_way->likely_left, 0);
    EXPECT_NE(find(ui::Role::Heading, "都答完了"), nullptr);
    const std::size_t last = projection_.under_way->questions.size() - 1;
    press(ui::Role::Button, "上一题");
    EXPECT_TRUE(shows(last));
    press(ui::Role::Button, "下一题");
    press(ui::Role::Button, "看结果");
    ASSERT_NE(commanded<diagnostic::FinishDiagnostic>(), nullptr);
    EXPECT_EQ(commanded<diagnostic::FinishDiagnostic>()->diagnostic_id, DiagnosticId{"d1"});
    ASSERT_NE(asked<OpenRoute>(), nullptr);
    EXPECT_EQ(asked<OpenRoute>()->path, kDiagnosticRoute);
    EXPECT_TRUE(asked<OpenRoute>()->replaces);
}

TEST_F(DiagnosticQuestionView, SaysWhereTheAnswersAre) {
    EXPECT_TRUE(says("答案已保存"));
    status_.sync.is_reachable = false;
    status_.sync.unconfirmed = 3;
    settle();
    EXPECT_TRUE(says("离线，答案已存在本机"));
    status_.sync.trouble = DeviceTrouble::Full;
    settle();
    EXPECT_TRUE(says("答案没存到这台设备"));
}

TEST_F(DiagnosticQuestionView, LeadsBackToThePageAboutIt) {
    const ui::Node* leave = find(ui::Role::Link, "退出");
    ASSERT_NE(leave, nullptr);
    EXPECT_EQ(leave->value, kDiagnosticRoute);
}

TEST_F(DiagnosticQuestionView, EveryQuestionStandsWithinEveryWidthInBothLanguages) {
    const auto expect_inside = [&](std::size_t at) {
        for (const float width : {320.0f, 390.0f, 1280.0f}) {
            width < 1000 ? use_phone(width) : use_desktop(width);
            for (const bool is_english : {false, true}) {
                is_english ? use_english() : use_chinese();
                settle();
                EXPECT_EQ(outside(), std::vector<std::string>{}) << at << ", " << width;
                if (is_english) { EXPECT_EQ(chinese_left(), std::vector<std::string>{}) << at; }
            }
        }
    };
    for (std::size_t at = 0; projection_.under_way->likely_left > 0; ++at) {
        expect_inside(at);
        world_.answer(at % 3 == 0 ? 0.3 : 0.7, 1);
        ui_ = {};
        project();
    }
    expect_inside(99);
}

}  // namespace
}  // namespace xueshi::views

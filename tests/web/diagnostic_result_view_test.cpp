// The newest result of the diagnostic: scores, advice, comparison, and its themes handed to the planner.
#include "tests/support/diagnostic_world.h"
#include "tests/support/view_rig.h"
#include "web/views/diagnostic_view.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

class DiagnosticResultView : public testing::ViewRig {
  protected:
    DiagnosticResultView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.roles = world_.roles;
        status_.is_sample = true;
        for (const char* id : {"r1", "r2"}) {
            catalogue::CourseRun run = testing::course_run(id);
            run.title = std::string("Course ") + id;
            run.theme = "T15";
            world_.publish(run);
        }
        for (int i = 0; i < 8; ++i) {
            catalogue::CourseRun run = testing::course_run("m" + std::to_string(i));
            run.title = "Course " + run.id.text;
            run.theme = "T12";
            world_.publish(run);
        }
        show([this](const Screen& screen) { draw_diagnostic(screen, projection_, ui_, false); });
    }
    void project() {
        status_.now = world_.now;
        status_.edited_plan = world_.edited;
        projection_ = world_.projection();
        settle();
    }
    void take(const std::string& id, double share) {
        world_.taken(id, share);
        project();
    }
    const ui::Node* theme_box(const std::string& code) {
        for (const ui::Node& node : nodes()) {
            if (node.role == ui::Role::Checkbox && node.name.starts_with(code + " ")) return &node;
        }
        return nullptr;
    }
    // The first theme that is or is not wanted by the planner's hours.
    const app::ThemeView& theme(bool is_recommended) const {
        return *std::find_if(projection_.themes.begin(), projection_.themes.end(), [&](const app::ThemeView& each) {
            return !each.is_required && each.is_recommended == is_recommended;
        });
    }

    testing::DiagnosticWorld world_;
    app::DiagnosticProjection projection_;
    DiagnosticUiState ui_;
};

TEST_F(DiagnosticResultView, TellsEveryScoreAndItsBandInWords) {
    take("d1", 0.4);
    ASSERT_EQ(projection_.results.front().levels.size(), 2u);
    EXPECT_EQ(count(ui::Role::Image), 2u);
    for (const app::LevelView& level : projection_.results.front().levels) {
        for (const app::DimensionView& each : level.dimensions) EXPECT_TRUE(says(each.name.zh)) << each.name.zh;
    }
    for (const char* words : {"诊断结果", "小学语文 · 3月20日", "优化课堂教学", "转变学习方式", "95% 可能落在这里",
                              "给您的建议", "还没有用本市数据校准", "推荐主题", "本期必修", "先补短处"}) {
        EXPECT_TRUE(says(words)) << words;
    }
    expect_inside("result");
}

TEST_F(DiagnosticResultView, ABandThatIsNotSureSaysSo) {
    bool has_sure = false, has_unsure = false;
    for (const double share : {0.0, 0.35, 0.7}) {
        take("d" + std::to_string(static_cast<int>(share * 100)), share);
        for (const app::LevelView& level : projection_.results.front().levels) {
            for (const app::DimensionView& each : level.dimensions) {
                constexpr const char* kBands[] = {"待提高", "合格", "优秀"};
                const std::string band = kBands[static_cast<std::size_t>(each.score.band)];
                (each.score.is_sure ? has_sure : has_unsure) = true;
                EXPECT_NE(find(ui::Role::Text, (each.score.is_sure ? "" : "多半") + band), nullptr) << share << band;
            }
        }
        world_.now.utc_ms += 86'400'000;
    }
    EXPECT_TRUE(has_sure && has_unsure);
}

TEST_F(DiagnosticResultView, TheChosenThemesAreHandedToThePlanner) {
    take("d1", 0.4);
    std::vector<std::string> expected;
    for (const app::ThemeView& each : projection_.themes) {
        ASSERT_NE(theme_box(each.code), nullptr) << each.code;
        const bool is_on = (theme_box(each.code)->state & ui::kChecked) != 0;
        EXPECT_EQ(is_on, each.is_required || each.is_recommended) << each.code;
        if (is_on) expected.push_back(each.code);
    }
    EXPECT_TRUE(says("已勾选 " + std::to_string(expected.size()) + " 个主题"));
    EXPECT_TRUE(says("够排满能力提升 50 学时"));
    press(ui::Role::Button, "排进我的规划");
    ASSERT_NE(asked<PlanWithThemes>(), nullptr);
    EXPECT_EQ(asked<PlanWithThemes>()->themes, expected);
    EXPECT_EQ(asked<PlanWithThemes>()->new_plan_name, "按诊断推荐");
    ASSERT_NE(asked<OpenRoute>(), nullptr);
    EXPECT_EQ(asked<OpenRoute>()->path, kPlanRoute);
}

TEST_F(DiagnosticResultView, AThemeIsTurnedOffAndOnByHand) {
    take("d1", 0.4);
    const std::string off = theme(true).code, on = theme(false).code;
    press(ui::Role::Checkbox, theme_box(off)->name);
    press(ui::Role::Checkbox, theme_box(on)->name);
    press(ui::Role::Button, "排进我的规划");
    const std::vector<std::string>& codes = asked<PlanWithThemes>()->themes;
    EXPECT_EQ(std::count(codes.begin(), codes.end(), off), 0);
    EXPECT_EQ(std::count(codes.begin(), codes.end(), on), 1);
    for (const app::ThemeView& each : projection_.themes) ui_.themes[each.code] = false;
    settle();
    EXPECT_TRUE(says("离 50 还差 50"));
    EXPECT_NE(find(ui::Role::Button, "排进我的规划")->state & ui::kDisabled, 0);
}

TEST_F(DiagnosticResultView, ShowsAThemesCoursesAndAddsThem) {
    take("d1", 0.3);
    EXPECT_FALSE(says("Course r1"));
    press(ui::Role::Button, "T15的课程，2 门");
    EXPECT_TRUE(says("Course r1"));
    EXPECT_TRUE(says("6 学时 · ¥24"));
    press(ui::Role::Button, "把“Course r1”加入方案");
    EXPECT_NE(asked<CreatePlan>(), nullptr) << "there is no draft yet";
    ASSERT_NE(commanded<plan::MarkCourseRun>(), nullptr);
    EXPECT_EQ(commanded<plan::MarkCourseRun>()->course_run_id, CourseRunId{"r1"});
    EXPECT_EQ(commanded<plan::MarkCourseRun>()->mark, plan::PlanMark::Chosen);
    world_.draft("p1", "Plan").mark("r1");
    project();
    EXPECT_TRUE(says("在方案里"));
    expect_inside("courses");
    press(ui::Role::Button, "T12的课程，8 门");
    EXPECT_FALSE(says("Course r2")) << "one theme is open";
    EXPECT_TRUE(says("还有 3 门，到课程里看"));
    world_.confirm("s1", {"r1"});
    ui_.open_theme = "T15";
    project();
    EXPECT_TRUE(says("已选"));
}

TEST_F(DiagnosticResultView, ComparesWithTheResultBefore) {
    take("d1", 0.1);
    EXPECT_EQ(find(ui::Role::Button, "与上次比较"), nullptr);
    world_.now.utc_ms += 86'400'000;
    take("d2", 0.9);
    press(ui::Role::Button, "与上次比较");
    EXPECT_TRUE(says("比上次高 0."));
    EXPECT_TRUE(says("，上次 0."));
    EXPECT_NE(find(ui::Role::Button, "只看这次"), nullptr);
    expect_inside("compared");
    world_.now.utc_ms += 86'400'000;
    take("d3", 0.9);
    EXPECT_TRUE(says("差别在误差之内"));
    EXPECT_FALSE(says("比上次高"));
    EXPECT_TRUE(says("3月22日"));
}

TEST_F(DiagnosticResultView, AnEarlierPhasesResultIsNamedAndHasNoMargin) {
    world_.tell(app::EarlierProgrammeRecorded{testing::earlier_programme("2016-2")});
    project();
    EXPECT_EQ(projection_.push.kind, app::PushKind::Recommendation);
    EXPECT_TRUE(says("2016-2测过，结果来自本市的记录，不用重测"));
    EXPECT_FALSE(says("95% 可能落在这里"));
    EXPECT_FALSE(says("多半待提高"));
    EXPECT_NE(find(ui::Role::Button, "排进我的规划"), nullptr);
    expect_inside("earlier phase");
    take("d1", 0.9);
    press(ui::Role::Button, "与上次比较");
    EXPECT_TRUE(says("比上次高 0."));
    expect_inside("compared with an earlier phase");
}

TEST_F(DiagnosticResultView, AdviceNamesOneDimensionOnlyAsFirmlyAsTheScoresDo) {
    take("d1", 0.4);
    EXPECT_TRUE(says("五个方面相差不大，可以先从“"));
    EXPECT_FALSE(says("是您的强项"));
    world_.teacher.diagnostics.clear();
    world_.tell(app::EarlierProgrammeRecorded{testing::earlier_programme("2016-2")});
    project();
    EXPECT_TRUE(says("最值得花时间的是“技术素养”"));
    EXPECT_TRUE(says("“学习与发展”是您的强项"));
}

TEST_F(DiagnosticResultView, LevelTwoIsLeftOutInWordsWhereThereIsNothingToTakeItWith) {
    world_.taken("d1", 0.4, {});
    project();
    EXPECT_EQ(count(ui::Role::Image), 1u);
    EXPECT_TRUE(says("“转变学习方式”这次没有测"));
    expect_inside("level one");
}

TEST_F(DiagnosticResultView, MayBeTakenAgainQuietly) {
    take("d1", 0.4);
    press(ui::Role::Button, "再测一次");
    EXPECT_NE(find(ui::Role::Button, "开始测评"), nullptr);
    press(ui::Role::Button, "先不测，看上次的结果");
    EXPECT_NE(find(ui::Role::Heading, "诊断结果"), nullptr);
}

TEST_F(DiagnosticResultView, NothingIsMissingWhereEverythingIsExcellent) {
    take("d1", 1.0);
    expect_inside("excellent");
    EXPECT_NE(find(ui::Role::Button, "排进我的规划"), nullptr);
}

}  // namespace
}  // namespace xueshi::views

#include "core/app/select_diagnostic.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/plan/fit.h"
#include "tests/support/planning_world.h"
#include "tests/support/product_banks.h"
#include "tests/support/taken_diagnostic.h"

namespace xueshi::app {
namespace {

using testing::PlanningWorld;
using testing::TakenDiagnostic;

DeciHours recommended_hours(const DiagnosticProjection& shown) {
    DeciHours hours;
    for (const ThemeView& theme : shown.themes) {
        if (theme.is_recommended) hours += theme.maximum_hours;
    }
    return hours;
}

class SelectDiagnostic : public ::testing::Test {
  protected:
    SelectDiagnostic() {
        world.shelf = &testing::product_shelf();
        taken.now = world.now;
    }

    // Takes part of a test, or all of it, and tells the world; 0: to the end.
    void take(std::size_t answers,
              int response,
              std::vector<diagnostic::Equipment> equipment = {}) {
        const auto begun = diagnostic::decide(
            taken.context(),
            diagnostic::BeginDiagnostic{
                taken.id, 5, diagnostic::TestMode::Adaptive, std::move(equipment)});
        diagnostic::apply(taken.diagnostics, *begun, {++taken.last_stamp, 0, "desk"});
        world.tell(*begun);
        for (std::size_t i = 0; answers == 0 || i < answers; ++i) {
            const std::string item = taken.open_item();
            if (item.empty()) break;
            const int given = std::min(response, taken.highest_response(item));
            taken.answer(item, given);
            world.tell(diagnostic::ItemAnswered{taken.id, item, given});
        }
        if (answers != 0) return;
        const auto finished =
            diagnostic::decide(taken.context(), diagnostic::FinishDiagnostic{taken.id});
        diagnostic::apply(taken.diagnostics, *finished, {++taken.last_stamp, 0, "desk"});
        world.tell(*finished);
    }

    PlanningWorld world;
    TakenDiagnostic taken;
};

TEST_F(SelectDiagnostic, WithoutTheQuestionsThereIsThePushAlone) {
    world.shelf = nullptr;
    const DiagnosticProjection shown = select_diagnostic(world.input());
    EXPECT_FALSE(shown.has_questions);
    EXPECT_EQ(shown.push.kind, PushKind::TakeTest);
}

TEST_F(SelectDiagnostic, ShowsWhatWasAskedAndTheItemThatWaits) {
    take(3, 1);
    const DiagnosticProjection shown = select_diagnostic(world.input());
    ASSERT_TRUE(shown.under_way);
    EXPECT_EQ(shown.under_way->answered, 3u);
    ASSERT_EQ(shown.under_way->questions.size(), 4u);
    EXPECT_TRUE(shown.under_way->questions[2].response);
    const QuestionView& open = shown.under_way->questions.back();
    EXPECT_FALSE(open.response);
    EXPECT_EQ(open.item_id, taken.open_item());
    EXPECT_EQ(open.diagnostic_id, taken.id);
    EXPECT_FALSE(open.text.zh.empty());
    EXPECT_GE(open.options.size(), 3u);
    EXPECT_GT(shown.under_way->likely_left, 0);
    EXPECT_TRUE(shown.results.empty());
}

TEST_F(SelectDiagnostic, AWeakResultAsksForThemesThatFillTheProgramme) {
    catalogue::CourseRun run = testing::course_run("t2-run");
    run.theme = "T2";
    world.publish(run);
    take(0, 0);
    const DiagnosticProjection shown = select_diagnostic(world.input());
    ASSERT_EQ(shown.results.size(), 1u);
    EXPECT_EQ(shown.results[0].levels.size(), 1u) << "no network, no devices";
    ASSERT_EQ(shown.results[0].levels[0].dimensions.size(), 5u);
    EXPECT_EQ(shown.results[0].items(),
              taken.diagnostics.at(taken.id).result.value.levels[0].responses.size());
    EXPECT_GE(recommended_hours(shown), shown.programme_hours);
    EXPECT_EQ(shown.programme_hours, whole_hours(50));
    ASSERT_TRUE(shown.advice);
    EXPECT_TRUE(shown.advice->is_level_two_left_out);

    const auto find = [&](const char* code) {
        return std::find_if(shown.themes.begin(), shown.themes.end(), [&](const ThemeView& theme) {
            return theme.code == code;
        });
    };
    ASSERT_NE(find("T2"), shown.themes.end());
    EXPECT_TRUE(find("T2")->is_required);
    EXPECT_FALSE(find("T2")->because.empty());
    ASSERT_EQ(find("T2")->courses.size(), 1u);
    EXPECT_EQ(find("T2")->courses[0].run.text, "t2-run");
    EXPECT_EQ(find("T16"), shown.themes.end()) << "required, but the school has no network";
    EXPECT_FALSE(shown.required_source.zh.empty());
}

TEST_F(SelectDiagnostic, AStoredResultOfAnEarlierPhaseIsRecommendedFromWithoutATest) {
    diagnostic::EarlierProgramme earlier;
    earlier.phase_title = "2016 年第二期";
    for (const diagnostic::Dimension dimension : diagnostic::kAllDimensions) {
        earlier.scores.push_back({diagnostic::CapabilityLevel::OptimiseTeaching, dimension, 55});
    }
    world.tell(EarlierProgrammeRecorded{earlier});
    const DiagnosticProjection shown = select_diagnostic(world.input());
    ASSERT_EQ(shown.results.size(), 1u);
    EXPECT_EQ(shown.results[0].phase_title, "2016 年第二期");
    EXPECT_FALSE(shown.results[0].has_interval);
    EXPECT_GE(recommended_hours(shown), whole_hours(50));
    EXPECT_EQ(shown.push.kind, PushKind::Recommendation);
    const auto recommends = [this](const char* code) {
        const DiagnosticProjection again = select_diagnostic(world.input());
        return std::any_of(again.themes.begin(), again.themes.end(), [&](const ThemeView& theme) {
            return theme.code == code;
        });
    };
    EXPECT_FALSE(recommends("T16")) << "no equipment is recorded: no theme that needs any";
    earlier.equipment = {diagnostic::Equipment::Network};
    world.tell(EarlierProgrammeRecorded{earlier});
    EXPECT_TRUE(recommends("T16"));
}

TEST_F(SelectDiagnostic, ANewerResultComesFirstAndTheOlderStays) {
    take(0, 1);
    world.now.utc_ms += 86'400'000;
    taken.now = world.now;
    taken.id = DiagnosticId{"d2"};
    take(0, 3);
    const DiagnosticProjection shown = select_diagnostic(world.input());
    ASSERT_EQ(shown.results.size(), 2u);
    EXPECT_EQ(shown.results[0].id.text, "d2");
    EXPECT_GT(shown.results[0].levels[0].dimensions[0].score.share,
              shown.results[1].levels[0].dimensions[0].score.share);
}

TEST_F(SelectDiagnostic, APlanIsGivenOneCourseOfEachWantedThemeThatIsNotInTheWay) {
    const auto publish = [&](const char* id, const char* theme, std::int64_t hours) {
        catalogue::CourseRun run = testing::course_run(id);
        run.theme = theme;
        run.hours = whole_hours(hours);
        world.publish(run);
    };
    publish("short", "T2", 2);
    publish("long", "T2", 8);
    publish("chosen", "T3", 4);
    publish("other", "T3", 6);
    catalogue::CourseRun taught = testing::taught_run("taught", "2017-05-06T09:00", "2017-05-06T12:00");
    taught.theme = "T4";
    world.publish(taught);
    taught = testing::taught_run("same-time", "2017-05-06T10:00", "2017-05-06T11:00");
    taught.theme = "T5";
    world.publish(taught);
    world.draft("p1", "方案一").mark("chosen");
    const std::vector<CourseRunId> runs = runs_for_themes(world.input(), {"T2", "T3", "T4", "T5", "T27"});
    const std::vector<CourseRunId> expected = {CourseRunId{"long"}, CourseRunId{"taught"}};
    EXPECT_EQ(runs, expected) << "T3 is in the draft, T5 clashes, T27 has no course";
}

TEST_F(SelectDiagnostic, WantedThemesFitBetter) {
    catalogue::CourseRun run = testing::course_run("t11-run");
    run.theme = "T11";
    const std::int64_t before = plan::fit_of(run, testing::teacher_profile());
    EXPECT_GT(plan::fit_of(run, testing::teacher_profile(), {"T11", "T2"}), before);
    EXPECT_EQ(plan::fit_of(run, testing::teacher_profile(), {"T2"}), before);
}

}  // namespace
}  // namespace xueshi::app

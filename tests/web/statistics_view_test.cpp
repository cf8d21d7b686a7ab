#include "web/views/statistics_view.h"

#include <gtest/gtest.h>

#include "tests/support/planning_world.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

class StatisticsView : public testing::ViewRig {
  protected:
    StatisticsView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.now = world_.now;
        show([this](const Screen& screen) { draw_statistics(screen, shown_); });
    }
    void count(const char* school, std::int64_t teachers, std::int64_t took_part, std::int64_t completed) {
        world_.tell(diagnostic::ProgrammeFiguresRecorded{
            {UnitId{school}, school, "guangzhou-2017-1", teachers, took_part, completed}});
    }
    void note(const char* teacher, const char* school, diagnostic::DiagnosticStep step) {
        world_.tell(diagnostic::DiagnosticNoted{TeacherId{teacher}, UnitId{school}, true, step, world_.now});
    }
    void project() {
        shown_ = app::select_participation(world_.input());
        settle();
    }

    testing::PlanningWorld world_;
    app::ParticipationProjection shown_;
};

TEST_F(StatisticsView, NamesTheDenominatorOfEveryRate) {
    count("榕荫小学", 62, 41, 39);
    note("t1", "榕荫小学", diagnostic::DiagnosticStep::Begun);
    note("t2", "榕荫小学", diagnostic::DiagnosticStep::Begun);
    note("t2", "榕荫小学", diagnostic::DiagnosticStep::Finished);
    project();
    EXPECT_TRUE(says("8.70%")) << "2 of 23";
    EXPECT_TRUE(says("4.35%")) << "1 of 23";
    EXPECT_TRUE(says("50.00%")) << "1 of 2";
    EXPECT_TRUE(says("2 / 23　分母：本期应测教师"));
    EXPECT_TRUE(says("1 / 2　分母：已开始测评的教师"));
    EXPECT_TRUE(says("62.90%")) << "39 of 62 completed in earlier phases";
}

TEST_F(StatisticsView, ListsTheSchoolsOfADistrictAtEveryWidth) {
    count("甲小学", 62, 41, 39);
    count("乙中学", 80, 10, 5);
    note("t1", "甲小学", diagnostic::DiagnosticStep::Begun);
    project();
    EXPECT_TRUE(says("甲小学"));
    EXPECT_TRUE(says("乙中学"));
    EXPECT_TRUE(says("0 / 1　分母：已开始测评的教师"));
    EXPECT_EQ(outside(), std::vector<std::string>{});
    use_phone();
    settle();
    EXPECT_TRUE(says("应测 75 人 · 已开始 0 人 · 已完成 0 人"));
    use_phone(320);
    settle();
    EXPECT_EQ(outside(), std::vector<std::string>{});
    use_english();
    settle();
    EXPECT_TRUE(says("75 due"));
    EXPECT_EQ(outside(), std::vector<std::string>{});
}

TEST_F(StatisticsView, SaysWhatToWaitForWhereNothingIsCounted) {
    EXPECT_TRUE(says("还没有可以统计的学校"));
    press(ui::Role::Button, "回首页");
    EXPECT_NE(asked<OpenRoute>(), nullptr);
}

}  // namespace
}  // namespace xueshi::views

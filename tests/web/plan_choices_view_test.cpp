#include "tests/support/proposals.h"
#include "tests/support/view_rig.h"
#include "web/views/plan_view.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

constexpr std::string_view kSlider = "少花钱还是更合适";

class PlanChoicesView : public testing::ViewRig {
  protected:
    PlanChoicesView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.now = world_.now;
        testing::publish_choices(world_);
        world_.draft("p1", "均衡").mark("public").mark("IT10").mark("OWN0");
        proposals_ = testing::propose(world_);
        project();
        show([this](const Screen& screen) { draw_plan(screen, plan_, ui_); });
    }
    void project() { plan_ = app::select_plan(world_.input(), nullptr, &proposals_); }
    void project_and_settle() {
        project();
        settle();
    }
    void compare() {
        status_.path = kCompareRoute;
        settle();
    }
    // The draft becomes what was asked for.
    void obey(const TakeProposal& taken) {
        for (const CourseRunId& id : world_.teacher.plans.at(world_.edited).chosen()) world_.mark(id.text, plan::PlanMark::None);
        for (const CourseRunId& id : taken.runs) world_.mark(id.text);
        project_and_settle();
    }

    testing::PlanningWorld world_;
    app::PlanProposals proposals_;
    app::PlanProjection plan_;
    PlanUiState ui_;
};

TEST_F(PlanChoicesView, ShowsTheProposalBesideTheDraftAndTakesItByOnePress) {
    EXPECT_TRUE(says("按这些设置，这样排最好"));
    EXPECT_TRUE(says("去掉“语文课 0”"));
    EXPECT_TRUE(says("加入“课程 IT11”"));
    EXPECT_TRUE(says("¥80")) << "the draft's fee beside the proposal's";
    press(ui::Role::Button, "采用建议");
    const auto* taken = asked<TakeProposal>();
    ASSERT_NE(taken, nullptr);
    EXPECT_EQ(taken->plan_id, PlanId{"p1"});
    EXPECT_EQ(taken->runs, plan_.choices.proposal()->run_ids());
    EXPECT_EQ(taken->limits, plan_.limits);
    obey(*taken);
    EXPECT_TRUE(says("草稿已经是最好的排法"));
    EXPECT_EQ(find(ui::Role::Button, "采用建议"), nullptr);
}

TEST_F(PlanChoicesView, AnOutdatedProposalIsShownButCannotBeTaken) {
    proposals_.is_outdated = true;
    project_and_settle();
    EXPECT_TRUE(says("设置变了，正在重新算"));
    EXPECT_TRUE(says("去掉“语文课 0”"));
    ASSERT_NE(find(ui::Role::Button, "采用建议"), nullptr);
    EXPECT_NE(find(ui::Role::Button, "采用建议")->state & ui::kDisabled, 0);
    EXPECT_NE(find(ui::Role::Button, "采用这一档")->state & ui::kDisabled, 0);
    proposals_ = {};
    proposals_.is_outdated = true;
    project_and_settle();
    EXPECT_TRUE(says("正在算最好的排法"));
}

TEST_F(PlanChoicesView, EachStopOfTheSliderSaysItsFiguresAndIsTakenOnlyByPressing) {
    const ui::Node* slider = find(ui::Role::Slider, kSlider);
    ASSERT_NE(slider, nullptr);
    EXPECT_EQ(static_cast<std::size_t>(slider->row_count), plan_.choices.stops.size());
    step(kSlider, -100);
    EXPECT_TRUE(find(ui::Role::Slider, kSlider)->value.starts_with("第 1 档，共 "));
    step(kSlider, 2);
    EXPECT_TRUE(find(ui::Role::Slider, kSlider)->value.starts_with("第 3 档，共 "));
    EXPECT_EQ(asked<TakeProposal>(), nullptr) << "moving changes nothing";
    EXPECT_TRUE(says("学时以内，没有更合适的"));
    press(ui::Role::Button, "采用这一档");
    ASSERT_NE(asked<TakeProposal>(), nullptr);
    EXPECT_EQ(asked<TakeProposal>()->runs, plan_.choices.stops[2].run_ids());
    obey(*asked<TakeProposal>());
    EXPECT_TRUE(says("您的草稿就是这一档"));
    EXPECT_TRUE(find(ui::Role::Slider, kSlider)->value.starts_with("第 3 档，共 "));
}

TEST_F(PlanChoicesView, StopsArriveOneByOneWithoutMovingWhatIsBelowAndTheSearchCanBeEnded) {
    proposals_ = testing::propose(world_, 4);
    project_and_settle();
    ASSERT_TRUE(plan_.choices.is_searching);
    EXPECT_TRUE(says("已算出 2 档，还在算"));
    press(ui::Role::Button, "不算了");
    EXPECT_NE(asked<StopPlanning>(), nullptr);
    const ui::Node* fee = find(ui::Role::Field, "费用上限（元）");
    ASSERT_NE(fee, nullptr);
    const float before = fee->rect.y;
    proposals_ = testing::propose(world_);
    project_and_settle();
    EXPECT_FALSE(says("还在算"));
    EXPECT_EQ(find(ui::Role::Field, "费用上限（元）")->rect.y, before);
}

TEST_F(PlanChoicesView, ComparesUpToThreePlansAndTakesOne) {
    ASSERT_NE(find(ui::Role::Link, "对比几种排法"), nullptr) << "the way there";
    compare();
    ASSERT_NE(find(ui::Role::Heading, "首选"), nullptr);
    ASSERT_NE(find(ui::Role::Heading, "备选 1"), nullptr);
    ASSERT_NE(find(ui::Role::Heading, "备选 2"), nullptr);
    EXPECT_EQ(count("面授"), 3u);
    EXPECT_EQ(count("能力提升"), 3u);
    EXPECT_TRUE(says("门都一样"));
    EXPECT_TRUE(says("/ 50"));
    EXPECT_TRUE(says("4/19–6/19")) << "when what differs takes place";
    EXPECT_FALSE(says("{0}"));
    press(ui::Role::Button, "采用备选 1");
    ASSERT_NE(asked<TakeProposal>(), nullptr);
    EXPECT_EQ(asked<TakeProposal>()->runs, plan_.choices.compared[1].run_ids());
    EXPECT_NE(asked<GoBack>(), nullptr) << "back to the plan it is now";
    obey(*asked<TakeProposal>());
    EXPECT_TRUE(says("就是草稿"));
    EXPECT_NE(find(ui::Role::Button, "采用备选 1")->state & ui::kDisabled, 0);
}

TEST_F(PlanChoicesView, TheComparisonSaysWhenThereIsNothingToCompare) {
    proposals_.further.clear();
    proposals_.is_searching = true;
    project();
    compare();
    EXPECT_TRUE(says("正在找别的排法"));
    proposals_.is_searching = false;
    project_and_settle();
    EXPECT_TRUE(says("没有另外的排法了"));
    world_.tell(plan::PlanLimitsChanged{PlanId{"p1"}, {std::int64_t{3'000}, std::nullopt}});
    proposals_ = testing::propose(world_);
    project_and_settle();
    EXPECT_TRUE(says("排不满，没有可以对比的"));
}

TEST_F(PlanChoicesView, WhereNothingFitsTheNearestPlanStandsBesideTheReason) {
    world_.tell(plan::PlanLimitsChanged{PlanId{"p1"}, {std::int64_t{3'000}, std::nullopt}});
    proposals_ = testing::propose(world_);
    project_and_settle();
    EXPECT_TRUE(says("不能同时满足"));
    EXPECT_NE(find(ui::Role::Heading, "最接近的方案"), nullptr);
    EXPECT_TRUE(says("“一带一路”战略规划"));
    EXPECT_EQ(find(ui::Role::Button, "采用建议"), nullptr);
}

TEST_F(PlanChoicesView, ACourseIsExcludedFromItsMenuAndAllowedAgainFromTheSettings) {
    press(ui::Role::Button, "“语文课 0”的操作");
    press(ui::Role::Button, "移出，不再推荐");
    ASSERT_NE(commanded<plan::MarkCourseRun>(), nullptr);
    EXPECT_EQ(commanded<plan::MarkCourseRun>()->mark, plan::PlanMark::Excluded);
    world_.mark("OWN0", plan::PlanMark::Excluded);
    project_and_settle();
    EXPECT_TRUE(says("不再推荐的课"));
    press(ui::Role::Button, "恢复推荐“语文课 0”");
    EXPECT_EQ(commanded<plan::MarkCourseRun>()->mark, plan::PlanMark::None);
    EXPECT_EQ(commanded<plan::MarkCourseRun>()->course_run_id, CourseRunId{"OWN0"});
}

TEST_F(PlanChoicesView, StandsWithinEveryWidth) {
    ui_.shows_settings = true;
    world_.mark("IT12", plan::PlanMark::Excluded);
    project();
    for (const std::string_view path : {kPlanRoute, kCompareRoute}) {
        status_.path = path;
        for (const float width : {320.0f, 390.0f, 768.0f}) {
            use_phone(width);
            settle();
            EXPECT_EQ(outside(), std::vector<std::string>{}) << path << width;
        }
        for (const float width : {960.0f, 1280.0f, 1920.0f}) {
            use_desktop(width);
            settle();
            EXPECT_EQ(outside(), std::vector<std::string>{}) << path << width;
        }
    }
}

}  // namespace
}  // namespace xueshi::views

#include "web/views/catalogue_view.h"

#include "tests/support/planning_world.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

class CatalogueView : public testing::ViewRig {
  protected:
    CatalogueView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.now = world_.now;
        for (int i = 0; i < 300; ++i) {
            catalogue::CourseRun run = testing::course_run("r" + std::to_string(1000 + i));
            run.title = "信息技术课 " + std::to_string(1000 + i);
            world_.publish(run);
        }
        world_.draft("p1", "均衡");
        project();
        show([this](const Screen& screen) { draw_catalogue(screen, catalogue_, ui_, opened_); });
    }
    void project() { catalogue_ = app::select_catalogue(world_.input(), opened_, ++revision_); }
    void open(const std::string& id) {
        opened_ = CourseRunId{id};
        project();
        settle();
    }

    testing::PlanningWorld world_;
    CourseRunId opened_;
    std::uint64_t revision_ = 0;
    app::CatalogueProjection catalogue_;
    CatalogueUiState ui_;
};

TEST_F(CatalogueView, OnlyVisibleRowsAreRegistered) {
    EXPECT_TRUE(says("找到 300 门"));
    EXPECT_LT(count(ui::Role::Row), 60u);
    EXPECT_EQ(find(ui::Role::Grid, "课程列表")->row_count, 300);
    use_phone();
    settle();
    EXPECT_LT(count(ui::Role::ListItem), 40u);
}

TEST_F(CatalogueView, RowsFollowTheScroller) {
    EXPECT_EQ(find(ui::Role::Button, "信息技术课 1200"), nullptr);
    scroll("", 200 * 42.0f);
    EXPECT_NE(find(ui::Role::Button, "信息技术课 1200"), nullptr);
    EXPECT_EQ(find(ui::Role::Button, "信息技术课 1000"), nullptr);
}

TEST_F(CatalogueView, GlyphsOfRowsToComeAreMadeAfterScrollingNotWhile) {
    catalogue::CourseRun run = testing::course_run("r1022");  // below the first screen
    run.title = "信息技术课 1022 龘";
    world_.publish(run);
    project();
    settle();
    const int known = glyphs().measured;
    scroll("", 10 * 42.0f);
    EXPECT_EQ(glyphs().measured, known);
}

TEST_F(CatalogueView, BeginsWithTheTeachersOwnStageAndSubject) {
    EXPECT_EQ(ui_.question.filter.stage, SchoolStage::Primary);
    EXPECT_EQ(ui_.question.filter.subject, "chinese");
    EXPECT_TRUE(says("学段：小学"));
}

TEST_F(CatalogueView, FindsByInitialsAndMarksTheHit) {
    world_.tell(
        app::ReadingsPublished{{{"信", {"xin"}}, {"息", {"xi"}}, {"技", {"ji"}}, {"术", {"shu"}}}});
    project();
    type("找课程", "xxjs");
    EXPECT_TRUE(says("找到 300 门，最贴近的在前"));
    EXPECT_TRUE(says("拼音首字母"));
    const auto* run = world_.shared.catalogue.find(CourseRunId{"r1000"});
    const auto marked = ui_.hits.highlights(*run);
    ASSERT_EQ(marked.size(), 1u);
    EXPECT_EQ(run->title.substr(marked[0].begin, marked[0].end - marked[0].begin), "信息技术");
}

TEST_F(CatalogueView, AddsARunFromItsRow) {
    press(ui::Role::Button, "把“信息技术课 1001”加入方案");
    const auto* mark = commanded<plan::MarkCourseRun>();
    ASSERT_NE(mark, nullptr);
    EXPECT_EQ(mark->course_run_id, CourseRunId{"r1001"});
    EXPECT_EQ(mark->mark, plan::PlanMark::Chosen);
    EXPECT_EQ(asked<CreatePlan>(), nullptr);
}

TEST_F(CatalogueView, MakesAFirstDraftWhereThereIsNone) {
    world_.edited = {};
    project();
    settle();
    press(ui::Role::Button, "把“信息技术课 1001”加入方案");
    EXPECT_NE(asked<CreatePlan>(), nullptr);
}

TEST_F(CatalogueView, OpensARunInItsOwnAddress) {
    press(ui::Role::Button, "信息技术课 1002");
    ASSERT_NE(asked<OpenRoute>(), nullptr);
    EXPECT_EQ(asked<OpenRoute>()->path, "/catalogue?run=r1002");
    open("r1002");
    EXPECT_TRUE(says("放进方案后"));
    EXPECT_TRUE(says("能力提升从 0 到 6，差 44"));
    EXPECT_TRUE(says("依据：通知“信息技术应用能力提升工程”"));
}

TEST_F(CatalogueView, OnAPhoneTheDetailIsAPageWithAWayBack) {
    use_phone();
    open("r1002");
    press(ui::Role::Button, "返回");
    ASSERT_NE(asked<OpenRoute>(), nullptr);  // opened by its address: back means the list
    EXPECT_EQ(asked<OpenRoute>()->path, "/catalogue");
}

TEST_F(CatalogueView, OffersToClearTheFiltersWhenNothingIsFound) {
    ui_.question.filter.themes = {"T27"};
    settle();
    EXPECT_TRUE(says("没有找到符合条件的课程"));
    press(ui::Role::Button, "清空筛选");
    EXPECT_EQ(ui_.question.filter.active_count(), 0u);
    EXPECT_TRUE(says("找到 300 门"));
}

TEST_F(CatalogueView, FiltersByTheMenuAndEscapeClosesIt) {
    press(ui::Role::Button, "类别");
    ASSERT_NE(find(ui::Role::Dialog, "按类别筛选"), nullptr);
    press(ui::Role::Button, "公需");
    EXPECT_TRUE(says("没有找到符合条件的课程"));
    dismiss("按类别筛选");
    EXPECT_EQ(count(ui::Role::Dialog), 0u);
}

TEST_F(CatalogueView, ShowsOnlyWhatFitsOnRequest) {
    catalogue::CourseRun special = testing::course_run("special");
    special.title = "专项研修";
    special.admission = catalogue::Admission::SignUp;
    world_.publish(special);
    project();
    settle();
    EXPECT_TRUE(says("找到 301 门"));
    press(ui::Role::Switch, "只看放得进的");
    EXPECT_TRUE(says("找到 300 门"));
}

TEST_F(CatalogueView, AnUnknownRunIsExplained) {
    open("nowhere");
    EXPECT_TRUE(says("这门课不在目录里了"));
}

TEST_F(CatalogueView, StandsWithinEveryWidth) {
    status_.is_sample = true;
    ui_.shows_more_filters = true;
    for (const bool has_detail : {false, true}) {
        open(has_detail ? "r1002" : "");
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
}

}  // namespace
}  // namespace xueshi::views

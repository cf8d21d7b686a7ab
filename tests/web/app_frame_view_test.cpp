#include "web/views/app_frame_view.h"

#include "tests/support/planning_world.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

class AppFrameView : public testing::ViewRig {
  protected:
    AppFrameView() {
        use_desktop();
        status_.now = world_.now;
        status_.phase = SessionPhase::Ready;
        project();
        show([this](const Screen& screen) {
            draw_app(screen, {&home_, &plan_, &catalogue_, &profile_}, ui_, notices_);
        });
    }
    void project() {
        home_ = app::select_home(world_.input());
        plan_ = app::select_plan(world_.input(), nullptr);
        catalogue_ = app::select_catalogue(world_.input(), {}, 1);
        profile_ = app::select_profile(world_.input());
    }

    testing::PlanningWorld world_;
    app::HomeProjection home_;
    app::PlanProjection plan_;
    app::CatalogueProjection catalogue_;
    app::ProfileProjection profile_;
    AppUiState ui_;
    std::vector<Notice> notices_;
};

TEST_F(AppFrameView, OffersOnlyScreensThatExist) {
    for (const char* name : {"首页", "规划", "课程", "测评", "专项", "学时", "我的"})
        EXPECT_NE(find(ui::Role::Link, name), nullptr) << name;
    EXPECT_EQ(find(ui::Role::Link, "审核"), nullptr);
    EXPECT_NE(find(ui::Role::Link, "首页")->state & ui::kSelected, 0);
}

TEST_F(AppFrameView, AScreenThatIsNotHereYetSaysSoInItsPlaceAndHomeAndTheCatalogueNeedNotWait) {
    for (const ScreensState state : {ScreensState::Coming, ScreensState::Unreachable}) {
        status_.screens = state;
        for (const char* path : {"/", "/catalogue"}) {
            status_.path = path;
            settle();
            EXPECT_EQ(find(ui::Role::Button, "再试一次"), nullptr) << path;
            EXPECT_EQ(find(ui::Role::Main, "正在打开"), nullptr) << path;
        }
        for (const char* path : {"/plan", "/profile", "/sync", "/diagnostic"}) {
            status_.path = path;
            settle();
            EXPECT_NE(find(ui::Role::Link, "首页"), nullptr) << "the way back stays";
            EXPECT_EQ(find(ui::Role::Button, "再试一次") != nullptr, state == ScreensState::Unreachable) << path;
            EXPECT_EQ(find(ui::Role::Main, "正在打开") != nullptr, state == ScreensState::Coming) << path;
        }
    }
}

TEST_F(AppFrameView, WhoHasNothingToPlanIsNotSentThere) {
    world_.teacher = {};
    project();
    settle();
    EXPECT_EQ(find(ui::Role::Link, "规划"), nullptr);
}

TEST_F(AppFrameView, SaysHowFarItIsAndWhatIsSafeWhileLoading) {
    status_.phase = SessionPhase::Loading;
    status_.loaded_share = 0.62f;
    settle();
    EXPECT_TRUE(says("62%"));
    EXPECT_TRUE(says("都在服务器上"));
}

TEST_F(AppFrameView, TriesAgainWhenTheServerDidNotAnswer) {
    status_.phase = SessionPhase::Unreachable;
    settle();
    EXPECT_TRUE(says("连不上服务器"));
    press(ui::Role::Button, "再试一次");
    EXPECT_NE(asked<RetrySync>(), nullptr);
}

TEST_F(AppFrameView, WhatOfAnAccountCouldNotBeOpenedIsToldWhereThereIsNoServer) {
    for (const bool is_english : {false, true}) {
        is_english ? use_english() : use_chinese();
        for (const float width : {320.0f, 1280.0f}) {
            width < 1000 ? use_phone(width) : use_desktop(width);
            status_.phase = SessionPhase::Unreachable;
            status_.sync = {};
            settle();
            EXPECT_TRUE(says(words()(Message::StartUnreachableTitle)));
            EXPECT_FALSE(says(words()(Message::StartUnopenedTitle)));
            status_.sync.is_account_unopened = true;
            settle();
            EXPECT_TRUE(says(words()(Message::StartUnopenedTitle)));
            EXPECT_TRUE(says(words()(Message::StartUnopenedText)));
            EXPECT_TRUE(says(words()(Message::TroubleServerSafe)));
            for (const DeviceTrouble trouble : {DeviceTrouble::Full, DeviceTrouble::Failed, DeviceTrouble::Forbidden}) {
                status_.sync = {};
                status_.sync.trouble = trouble;
                const bool is_forbidden = trouble == DeviceTrouble::Forbidden;
                settle();
                EXPECT_TRUE(says(words()(is_forbidden ? Message::TroubleForbiddenTitle : Message::StartUnopenedTitle)));
                EXPECT_TRUE(says(words()(is_forbidden ? Message::StartForbiddenText : Message::StartUnopenedText)));
                EXPECT_TRUE(says(words()(is_forbidden ? Message::StartUnreachableSafe : Message::TroubleServerSafe)));
                EXPECT_TRUE(says(words()(Message::Retry)));
                EXPECT_EQ(outside(), std::vector<std::string>{}) << width;
                if (is_english) {
                    EXPECT_EQ(chinese_left(), std::vector<std::string>{});
                }
            }
        }
    }
}

TEST_F(AppFrameView, EditsOfAnAccountThatCannotBeShownYetAreCounted) {
    status_.phase = SessionPhase::Unreachable;
    status_.display_name = "林晓岚";
    status_.sync.trouble = DeviceTrouble::None;
    status_.sync.unconfirmed = 3;
    status_.sync.oldest = status_.now;
    settle();
    EXPECT_TRUE(says("连不上服务器"));
    EXPECT_TRUE(says("3 处改动已存在这台设备"));
}

TEST_F(AppFrameView, ABannerTellsOfUnsentWork) {
    status_.sync.is_reachable = false;
    status_.sync.unconfirmed = 3;
    settle();
    EXPECT_TRUE(says("3 处改动等着同步"));
}

TEST_F(AppFrameView, OffersANewReleaseWithOnePress) {
    EXPECT_FALSE(says("有新版本"));
    status_.release.is_update_ready = true;
    settle();
    EXPECT_TRUE(says("草稿已存好，换上只要一秒"));
    press(ui::Role::Button, "现在换");
    EXPECT_NE(asked<TakeUpdate>(), nullptr);
}

TEST_F(AppFrameView, ANewReleaseWaitsForWhatIsNotSaved) {
    status_.release.is_update_ready = true;
    status_.sync.unsaved = 2;
    settle();
    EXPECT_FALSE(says("草稿已存好"));
    EXPECT_TRUE(says("还有 2 处改动没存好"));
    status_.release.is_update_asked = true;
    settle();
    EXPECT_TRUE(says("2 处改动一存好就换上"));
    EXPECT_EQ(find(ui::Role::Button, "现在换"), nullptr) << "asked already";
    status_.sync.unsaved = 0;
    settle();
    EXPECT_TRUE(says("您写完就换上"));
}

TEST_F(AppFrameView, WhatScrollsEndsAboveABanner) {
    use_phone();
    status_.release.is_update_ready = true;
    for (const std::string path : {"/", "/plan", "/profile"}) {
        status_.path = path;
        settle();
        const ui::Node* title = find(ui::Role::Text, "有新版本");
        ASSERT_NE(title, nullptr) << path;
        std::size_t regions = 0;
        for (const ui::Node& node : nodes()) {
            if (node.role != ui::Role::ScrollRegion || node.rect.height < node.rect.width) continue;
            ++regions;
            EXPECT_LE(node.rect.bottom(), title->rect.y) << path << ' ' << node.name;
        }
        EXPECT_GT(regions, 0u) << path;
    }
}

TEST_F(AppFrameView, AToastCarriesItsUndo) {
    notices_ = {{7, Notice::Tone::Done, "RunAdded", "技术支持的课堂导入", true}};
    settle();
    EXPECT_NE(find(ui::Role::Status, "已加入“技术支持的课堂导入”"), nullptr);
    press(ui::Role::Button, "撤销");
    EXPECT_NE(asked<Undo>(), nullptr);
    ASSERT_NE(asked<DismissNotice>(), nullptr);
    EXPECT_EQ(asked<DismissNotice>()->notice_id, 7u);
}

TEST_F(AppFrameView, ARefusalIsASentenceNotACode) {
    notices_ = {{8, Notice::Tone::Refused, "SessionsClash", "课堂导入", false}};
    settle();
    EXPECT_TRUE(says("“课堂导入”和另一门课时间冲突"));
    EXPECT_FALSE(says("SessionsClash"));
}

TEST_F(AppFrameView, AnUnknownAddressLeadsHome) {
    status_.path = "/nowhere";
    settle();
    EXPECT_TRUE(says("没有这个页面"));
    press(ui::Role::Button, "回首页");
    EXPECT_EQ(asked<OpenRoute>()->path, "/");
}

TEST(ParseRoute, KnowsTheScreensAndTheOpenedRun) {
    EXPECT_EQ(parse_route("/").screen, ScreenName::Home);
    EXPECT_EQ(parse_route("/?x=1").screen, ScreenName::Home);
    EXPECT_EQ(parse_route("/plan").screen, ScreenName::Plan);
    EXPECT_FALSE(parse_route("/plan").compares);
    EXPECT_EQ(parse_route(kCompareRoute).screen, ScreenName::Plan);
    EXPECT_TRUE(parse_route(kCompareRoute).compares);
    EXPECT_EQ(parse_route("/profile?sync").screen, ScreenName::Profile);
    EXPECT_EQ(parse_route("/catalogue?q=a&run=R00012").run, CourseRunId{"R00012"});
    EXPECT_TRUE(parse_route("/catalogue?run=%3Cscript%3E").run.empty());
    EXPECT_EQ(parse_route("/planner").screen, ScreenName::Unknown);
    EXPECT_EQ(parse_route(route_of_run(CourseRunId{"R1"})).run, CourseRunId{"R1"});
}

}  // namespace
}  // namespace xueshi::views

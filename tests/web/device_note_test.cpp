// What is not on the server, or not even on the disk, is told on every page where edits are made.
#include "tests/support/planning_world.h"
#include "tests/support/view_rig.h"
#include "web/views/app_frame_view.h"
#include "web/views/sync_words.h"

namespace xueshi::views {
namespace {

// Where a teacher makes edits.
constexpr const char* kPages[] = {"/", "/plan", "/plan?compare", "/catalogue", "/catalogue?run=r1", "/profile"};

class DeviceNote : public testing::ViewRig {
  protected:
    DeviceNote() {
        world_.publish(testing::course_run("r1")).draft("p1", "Plan").mark("r1");
        status_.phase = SessionPhase::Ready;
        status_.now = world_.now;
        use_phone(360);
        show([this](const Screen& screen) {
            draw_app(screen, {&home_, &plan_, &catalogue_, &profile_}, ui_, notices_);
        });
    }
    void open(const char* path) {
        status_.path = path;
        home_ = app::select_home(world_.input());
        plan_ = app::select_plan(world_.input(), nullptr);
        catalogue_ = app::select_catalogue(world_.input(), parse_route(path).run, 1);
        profile_ = app::select_profile(world_.input());
        settle();
    }
    // The line above the tabs: the only link to /sync that is as wide as the page.
    const ui::Node* line() {
        for (const ui::Node& node : nodes()) {
            if (node.role == ui::Role::Link && node.value == kSyncRoute && node.rect.width > 300) return &node;
        }
        return nullptr;
    }
    void wait_for(std::size_t unconfirmed, std::int64_t age_ms) {
        status_.sync.unconfirmed = unconfirmed;
        status_.sync.oldest = Instant{world_.now.utc_ms - age_ms};
    }

    testing::PlanningWorld world_;
    app::HomeProjection home_;
    app::PlanProjection plan_;
    app::CatalogueProjection catalogue_;
    app::ProfileProjection profile_;
    AppUiState ui_;
    std::vector<Notice> notices_;
};

TEST_F(DeviceNote, EveryPageTellsThatEditsAreNotSavedAndLeadsToTheWaysOut) {
    status_.sync.trouble = DeviceTrouble::Full;
    status_.sync.unconfirmed = status_.sync.unsaved = 2;
    for (const float width : {320.0f, 360.0f, 1280.0f}) {
        width < 1000 ? use_phone(width) : use_desktop(width);
        for (const char* path : kPages) {
            open(path);
            EXPECT_TRUE(says("这台设备存满了")) << path << ' ' << width;
            EXPECT_TRUE(says("2 处没存下")) << path << ' ' << width;
            EXPECT_EQ(outside(), std::vector<std::string>{}) << path << ' ' << width;
            press(ui::Role::Button, "查看");
            ASSERT_NE(asked<OpenRoute>(), nullptr);
            EXPECT_EQ(asked<OpenRoute>()->path, kSyncRoute);
        }
    }
}

TEST_F(DeviceNote, APhoneSaysOnEveryPageThatItIsOfflineAndHowMuchWaits) {
    status_.sync.is_reachable = false;
    for (const char* path : kPages) {
        status_.sync.unconfirmed = 0;
        open(path);
        ASSERT_NE(line(), nullptr) << path;
        EXPECT_EQ(line()->name, "离线，照常用") << path;
        wait_for(3, 60'000);
        open(path);
        ASSERT_NE(line(), nullptr) << path;
        EXPECT_EQ(line()->name, "离线，3 处改动等着同步") << path;
        EXPECT_EQ(outside(), std::vector<std::string>{}) << path;
    }
    open("/sync");
    EXPECT_EQ(line(), nullptr) << "the page says it itself";
}

TEST_F(DeviceNote, TheLineIsQuietWhileThereIsNothingToTell) {
    for (const char* path : kPages) {
        open(path);
        EXPECT_EQ(line(), nullptr) << path;
    }
    wait_for(1, 500);
    open("/plan");
    EXPECT_EQ(line(), nullptr) << "an edit on its way";
    wait_for(1, 5'000);
    open("/plan");
    ASSERT_NE(line(), nullptr);
    EXPECT_EQ(line()->name, "1 处改动等着送到服务器");
}

TEST_F(DeviceNote, TheLineStandsOnTheTabsAndNothingIsBelowIt) {
    status_.sync.is_reachable = false;
    for (const float width : {320.0f, 360.0f}) {
        use_phone(width);
        for (const char* path : kPages) {
            open(path);
            ASSERT_NE(line(), nullptr) << path;
            const ui::Rect target = line()->rect;
            EXPECT_GE(target.height, 44) << path;
            EXPECT_LT(target.y + 16, find(ui::Role::Link, "首页")->rect.y) << path;
            for (const ui::Node& node : nodes()) {
                if (node.role != ui::Role::ScrollRegion || node.rect.height < node.rect.width) continue;
                EXPECT_LE(node.rect.bottom(), target.y) << path << ' ' << node.name;
            }
        }
    }
}

TEST_F(DeviceNote, ANoticeStandsAboveTheLine) {
    status_.sync.is_reachable = false;
    notices_ = {{7, Notice::Tone::Done, "RunAdded", "Course", true}};
    for (const char* path : {"/catalogue", "/plan"}) {
        open(path);
        const ui::Node* undo = find(ui::Role::Button, "撤销");
        ASSERT_NE(undo, nullptr);
        EXPECT_LT(undo->rect.bottom(), line()->rect.y) << path;
    }
}

TEST_F(DeviceNote, AnEndedSessionIsNotCalledOffline) {
    status_.sync.needs_sign_in = true;
    wait_for(2, 60'000);
    open("/plan");
    ASSERT_NE(line(), nullptr);
    EXPECT_EQ(line()->name, "待登录，2 处改动等着同步");
    EXPECT_FALSE(says("离线"));
    use_desktop();
    open("/plan");
    EXPECT_NE(find(ui::Role::Link, "待登录，2 处改动等着同步"), nullptr);
    EXPECT_FALSE(says("离线"));
    status_.sync.unconfirmed = 0;
    open("/plan");
    EXPECT_NE(find(ui::Role::Link, "登录已经过期"), nullptr);
}

TEST_F(DeviceNote, WithoutANetworkAnEndedSessionComesSecond) {
    status_.sync.needs_sign_in = true;
    status_.sync.is_reachable = false;
    wait_for(2, 60'000);
    open("/plan");
    ASSERT_NE(line(), nullptr);
    EXPECT_EQ(line()->name, "离线，2 处改动等着同步");
}

TEST_F(DeviceNote, ARestoredServerIsNotCalledARefusal) {
    struct Case {
        std::vector<News> news;
        Message title, sentence;
        bool is_refusal;
    };
    const News restored{"n1", "server.restored", "2", {}, {}};
    const News lost{"n2", "receipt.lost", "7Q4K2-0MXTA", {}, {}};
    const News refused{"n3", "UnknownCourseRun", "Course", "selection.submit", {}};
    const Case cases[] = {
        {{restored}, Message::NewsRestoredTitle, Message::NewsRestoredText, false},
        {{lost}, Message::NewsReceiptLostTitle, Message::NewsReceiptLostText, false},
        {{lost, restored}, Message::NewsBanner, Message::NewsRestoredTitle, false},
        {{refused}, Message::NewsSubmit, Message::Count, false},
        {{refused, restored}, Message::NewsBanner, Message::NewsBannerText, true},
    };
    for (const bool is_english : {false, true}) {
        is_english ? use_english() : use_chinese();
        for (const Case& each : cases) {
            status_.sync.news = each.news;
            open("/");
            const std::string number = std::to_string(each.news.size());
            const std::string subject = each.news.size() == 1 ? each.news.front().subject : number;
            EXPECT_TRUE(says(words().format(each.title, {subject}))) << words()(each.title);
            if (each.sentence != Message::Count) {
                EXPECT_TRUE(says(words().format(each.sentence, {subject}))) << words()(each.sentence);
            } else {
                EXPECT_TRUE(says(words().refusal("UnknownCourseRun", "Course")));
            }
            EXPECT_EQ(says(words()(Message::NewsBannerText)), each.is_refusal);
        }
    }
}

TEST_F(DeviceNote, AStoreThatFailsWithNothingUnsavedDoesNotCountZero) {
    status_.sync.trouble = DeviceTrouble::Forbidden;
    for (const char* path : kPages) {
        open(path);
        EXPECT_TRUE(says("这个浏览器不让网页存东西")) << path;
        EXPECT_FALSE(says("0 处")) << path;
    }
}

}  // namespace
}  // namespace xueshi::views

// Every recovery card: it is drawn, says what happened, what is safe and what to do, in both languages and on
// narrow and wide screens.
#include "web/views/sync_view.h"

#include "tests/support/planning_world.h"
#include "tests/support/view_rig.h"
#include "web/views/app_frame_view.h"

namespace xueshi::views {
namespace {

class SyncView : public testing::ViewRig {
  protected:
    SyncView() {
        status_.phase = SessionPhase::Ready;
        status_.now = world_.now;
        status_.path = kSyncRoute;
        status_.display_name = "Lin";
        home_ = app::select_home(world_.input());
        show([this](const Screen& screen) { draw_app(screen, {.home = &home_}, ui_, {}); });
    }

    using Said = std::vector<std::string>;

    // `said` words what must stand on the page, in the language in use.
    void expect_card(std::string_view what, const std::function<Said()>& said) {
        for (const bool is_english : {false, true}) {
            is_english ? use_english() : use_chinese();
            for (const float width : {320.0f, 390.0f, 1280.0f}) {
                width < 1000 ? use_phone(width) : use_desktop(width);
                settle();
                for (const std::string& words : said()) {
                    EXPECT_FALSE(words.empty()) << what;
                    EXPECT_TRUE(says(words)) << what << ": " << words << ", " << width;
                }
                EXPECT_EQ(outside(), std::vector<std::string>{}) << what << ", " << width;
                if (is_english) {
                    EXPECT_EQ(chinese_left(), std::vector<std::string>{}) << what;
                }
            }
        }
        use_chinese();
        settle();
    }
    std::string say(Message key) const { return std::string(words()(key)); }

    void be_offline(std::size_t unconfirmed) {
        status_.sync.is_reachable = false;
        status_.sync.unconfirmed = unconfirmed;
        status_.sync.oldest = Instant{world_.now.utc_ms - 12 * 60 * 1000};
    }
    void tell(News news) {
        news.at = world_.now;
        status_.sync.news = {std::move(news)};
    }

    testing::PlanningWorld world_;
    app::HomeProjection home_;
    AppUiState ui_;
};

TEST_F(SyncView, SaysNothingOfTroubleWhereThereIsNone) {
    settle();
    EXPECT_TRUE(says("全部确认"));
    for (const Message trouble : {Message::TroubleFullTitle, Message::TroubleForbiddenTitle, Message::TroubleFailedTitle,
                                  Message::TroubleOfflineTitle, Message::TroubleSignInTitle, Message::TroubleClockTitle}) {
        EXPECT_FALSE(says(words()(trouble))) << words()(trouble);
    }
}

TEST_F(SyncView, EachTroubleOfTheDeviceHasItsCard) {
    struct Card {
        DeviceTrouble trouble;
        Message title, text;
    };
    const Card cards[] = {{DeviceTrouble::Full, Message::TroubleFullTitle, Message::TroubleFullText},
                          {DeviceTrouble::Forbidden, Message::TroubleForbiddenTitle, Message::TroubleForbiddenText},
                          {DeviceTrouble::Failed, Message::TroubleFailedTitle, Message::TroubleFailedText}};
    for (const Card& card : cards) {
        status_.sync.trouble = card.trouble;
        status_.sync.unconfirmed = status_.sync.unsaved = 2;
        status_.sync.oldest = world_.now;
        expect_card("device trouble", [&] {
            return Said{say(card.title), say(card.text), say(Message::TroubleServerSafe), say(Message::Retry),
                        say(Message::SyncExport), words().format(Message::SyncUnsavedCount, {"2"})};
        });
        EXPECT_FALSE(says("已存在这台设备"));
    }
    press(ui::Role::Button, "再试一次");
    EXPECT_NE(asked<RetrySync>(), nullptr);
    press(ui::Role::Button, "导出成文件");
    EXPECT_NE(asked<ExportWork>(), nullptr);
}

TEST_F(SyncView, WithoutANetworkItSaysWhatIsOnThisDevice) {
    be_offline(3);
    expect_card("offline", [&] {
        return Said{say(Message::TroubleOfflineTitle), say(Message::TroubleOfflineText),
                    words().format(Message::TroubleSafeCount,
                                   {"3", words().age(*status_.sync.oldest, status_.now)}),
                    say(Message::Retry)};
    });
    press(ui::Role::Button, "再试一次");
    EXPECT_NE(asked<RetrySync>(), nullptr);
}

TEST_F(SyncView, WhatIsNotOnTheDiskIsNeverCalledSafe) {
    be_offline(3);
    status_.sync.trouble = DeviceTrouble::Full;
    status_.sync.unsaved = 2;
    expect_card("part of it saved", [&] { return Said{words().format(Message::TroubleSafeSome, {"1"})}; });
    EXPECT_FALSE(says("3 处改动已存在这台设备"));
    status_.sync.unsaved = 3;
    settle();
    EXPECT_FALSE(says("已存在这台设备"));
    EXPECT_TRUE(says("已经送到服务器的内容没有影响"));
}

TEST_F(SyncView, AnEndedSessionAsksForASignIn) {
    status_.sync.needs_sign_in = true;
    status_.sync.unconfirmed = 1;
    status_.sync.oldest = world_.now;
    expect_card("session", [&] {
        return Said{say(Message::TroubleSignInTitle), say(Message::TroubleSignInText),
                    words().format(Message::TroubleSafeCount, {"1", words().age(world_.now, world_.now)}),
                    say(Message::SignIn)};
    });
    EXPECT_FALSE(says("离线")) << "the network is there";
    press(ui::Role::Button, "登录");
    EXPECT_NE(asked<ShowSignIn>(), nullptr);
}

TEST_F(SyncView, ADoubtfulClockIsExplained) {
    status_.sync.is_clock_doubtful = true;
    expect_card("clock", [&] {
        return Said{say(Message::TroubleClockTitle), say(Message::TroubleClockText), say(Message::TroubleClockSafe)};
    });
}

TEST_F(SyncView, DamagedEditsCanBeTakenAwayOrPutAside) {
    status_.sync.damaged = 2;
    expect_card("damaged", [&] {
        return Said{words().format(Message::TroubleDamagedTitle, {"2"}), say(Message::TroubleDamagedText),
                    say(Message::TroubleDamagedSafe), say(Message::TroubleDamagedExport)};
    });
    press(ui::Role::Button, "导出原文件");
    EXPECT_NE(asked<ExportDamaged>(), nullptr);
    press(ui::Role::Button, "知道了");
    EXPECT_NE(asked<DismissDamaged>(), nullptr);
}

TEST_F(SyncView, ARestoredServerSaysWhatWasSentAgain) {
    tell({"n1", "server.restored", "3", {}, {}});
    expect_card("restored", [&] {
        return Said{say(Message::NewsRestoredTitle), words().format(Message::NewsRestoredText, {"3"}),
                    say(Message::NewsRestoredSafe), say(Message::Understood)};
    });
    EXPECT_EQ(find(ui::Role::Button, "去规划"), nullptr);
    press(ui::Role::Button, "知道了");
    ASSERT_NE(asked<DismissNews>(), nullptr);
    EXPECT_EQ(asked<DismissNews>()->name, "n1");
}

TEST_F(SyncView, ARestoredServerThatLackedNothingSaysSo) {
    tell({"n1", "server.restored", "0", {}, {}});
    expect_card("restored", [&] { return Said{say(Message::NewsRestoredTitle), say(Message::NewsRestoredNone)}; });
    EXPECT_FALSE(says("0 处"));
}

TEST_F(SyncView, ALostReceiptSaysWhatToDo) {
    tell({"n1", "receipt.lost", "7Q4K2-0MXTA", {}, {}});
    expect_card("receipt", [&] {
        return Said{words().format(Message::NewsReceiptLostTitle, {"7Q4K2-0MXTA"}), say(Message::NewsReceiptLostText),
                    say(Message::NewsRestoredSafe), say(Message::NewsToPlan)};
    });
}

TEST_F(SyncView, ALateRefusalSaysWhyWhatIsSafeAndWhereToGoOn) {
    struct Refusal {
        std::string about;
        Message title, safe;
    };
    const Refusal refusals[] = {{"selection.submit", Message::NewsSubmit, Message::NewsSubmitSafe},
                                {"selection.withdraw", Message::NewsWithdraw, Message::NewsWithdrawSafe},
                                {"plan.mark_changed", Message::NewsEdit, Message::NewsEditSafe}};
    for (const Refusal& refusal : refusals) {
        tell({"n1", "UnknownCourseRun", "Course", refusal.about, {}});
        expect_card(refusal.about, [&] {
            return Said{say(refusal.title), words().refusal("UnknownCourseRun", "Course"), say(refusal.safe),
                        say(Message::Understood), say(Message::NewsToPlan)};
        });
    }
    press(ui::Role::Button, "去规划");
    ASSERT_NE(asked<OpenRoute>(), nullptr);
    EXPECT_EQ(asked<OpenRoute>()->path, "/plan");
}

TEST_F(SyncView, SeveralTroublesStandBelowEachOther) {
    be_offline(2);
    status_.sync.trouble = DeviceTrouble::Failed;
    status_.sync.is_clock_doubtful = true;
    status_.sync.damaged = 1;
    tell({"n1", "server.restored", "1", {}, {}});
    expect_card("all", [&] {
        return Said{say(Message::TroubleFailedTitle), say(Message::TroubleOfflineTitle), say(Message::TroubleClockTitle),
                    words().format(Message::TroubleDamagedTitle, {"1"}), say(Message::NewsRestoredTitle)};
    });
}

}  // namespace
}  // namespace xueshi::views

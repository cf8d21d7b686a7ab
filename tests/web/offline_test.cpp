// What the device keeps, and what a page makes of it: without a network, after a crash, beside another tab,
// after everything that can go wrong with a disk, a clock or a server.
#include <gtest/gtest.h>

#include "core/codec/event_json.h"
#include "tests/support/device_rig.h"

namespace xueshi::runtime {
namespace {

using namespace xueshi::testing;
using views::SessionPhase;

TEST(Offline, OpensTheAccountOfLastTimeWithoutANetwork) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
    }
    Page page(device);
    page.settle();
    page.lose("/api/v1/session");
    EXPECT_EQ(page.core.link().phase(), SessionPhase::Ready);
    EXPECT_FALSE(page.sync().is_reachable);
    EXPECT_EQ(page.core.state().teacher.profile.value.name, "林晓岚");
    EXPECT_NE(page.core.state().shared.catalogue.find(CourseRunId{"R1"}), nullptr);
    EXPECT_EQ(page.plans().at(PlanId{"p1"}).name.value(), "均衡");
    EXPECT_EQ(page.sync().unconfirmed, 1u);
}

// A device that has a plan with one run of a catalogue of many.
void keep_plan_and_large_catalogue(Device& device) {
    Page page(device);
    come_back(page);
    std::vector<app::Event> runs;
    for (int i = 1; i <= 200; ++i) runs.push_back(app::CourseRunPublished{course_run("R" + std::to_string(i))});
    page.answer("/api/v1/feeds/catalogue", 200, feed_page("catalogue", "e1", 0, runs));
    page.answer("/api/v1/feeds/me", 200, feed_page("me", "e1", 0, {app::ProfileRecorded{teacher_profile()}}));
    page.name_plan("p1", "均衡");
    page.mark("R150", plan::PlanMark::Chosen);
}

void update_until_open(Page& page) {
    for (int i = 0; i < 20 && page.core.link().phase() != SessionPhase::Ready; ++i) page.act({});
    ASSERT_EQ(page.core.link().phase(), SessionPhase::Ready);
}

TEST(Offline, TheOwnPlanIsThereFirstAndTheCatalogueFollows) {
    Device device;
    keep_plan_and_large_catalogue(device);
    Page page(device);
    update_until_open(page);
    ASSERT_TRUE(page.core.is_folding());
    const catalogue::Catalogue& catalogue = page.core.state().shared.catalogue;
    EXPECT_NE(catalogue.find(CourseRunId{"R150"}), nullptr);
    EXPECT_EQ(catalogue.find(CourseRunId{"R1"}), nullptr);
    const std::uint64_t revision = page.core.state().revision;
    for (int i = 0; i < 10 && page.core.is_folding(); ++i) page.act({});
    EXPECT_FALSE(page.core.is_folding());
    EXPECT_EQ(catalogue.runs().size(), 200u);
    EXPECT_GT(page.core.state().revision, revision) << "whoever shows the catalogue must hear of it";
}

TEST(Offline, WhoActsAtOnceActsOnTheWholeCatalogue) {
    Device device;
    keep_plan_and_large_catalogue(device);
    Page page(device);
    update_until_open(page);
    ASSERT_TRUE(page.core.is_folding());
    page.act({app::Command{plan::MarkCourseRun{{}, CourseRunId{"R1"}, plan::PlanMark::Chosen}}});
    EXPECT_EQ(page.core.state().shared.catalogue.runs().size(), 200u);
    EXPECT_EQ(page.status().undo_subject, course_run("R1").title);
}

TEST(Offline, NothingIsPulledBeforeTheCatalogueIsRead) {
    Device device;
    keep_plan_and_large_catalogue(device);
    Page page(device);
    update_until_open(page);
    ASSERT_TRUE(page.core.is_folding());
    page.transport.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    page.act({});
    EXPECT_TRUE(page.core.is_folding());
    EXPECT_EQ(page.body_of("/api/v1/push"), "");
    page.settle();
    ASSERT_FALSE(page.core.is_folding());
    EXPECT_TRUE(page.transport.answer("/api/v1/feeds/catalogue?after=200", 200, feed_page("catalogue", "e1", 200, {})));
}

TEST(Offline, AnEventOfAnotherReleasesFormMakesItsFeedPulledAgain) {
    for (const std::string feed : {"catalogue", "me"}) {
        Device device;
        keep_plan_and_large_catalogue(device);
        for (auto& [name, value] : device.disk) {
            if (name.find("/feed/" + feed + "/") == std::string::npos) continue;
            std::string text(*unseal(value));
            text.replace(text.find("\"stamp\""), 7, "\"clock\"");
            value = seal(text);
        }
        Page page(device);
        come_back(page);
        EXPECT_EQ(page.core.link().phase(), SessionPhase::Ready);
        EXPECT_TRUE(page.transport.answer("/api/v1/feeds/" + feed + "?after=0", 200, feed_page(feed, "e1", 0, {})))
            << feed;
    }
}

TEST(Offline, ASignOutInAnotherTabStopsTheReading) {
    Device device;
    keep_plan_and_large_catalogue(device);
    Page other(device);
    come_back(other);
    other.answer("/api/v1/push", 200, accepted(pushed(other)));
    ASSERT_EQ(other.sync().unconfirmed, 0u);
    Page page(device);
    update_until_open(page);
    ASSERT_TRUE(page.core.is_folding());
    other.press(views::SignOut{});
    other.answer("/api/v1/session", 204, {});
    page.act({});
    EXPECT_FALSE(page.core.is_folding());
    page.settle();
    EXPECT_TRUE(page.core.state().shared.catalogue.runs().empty());
}

TEST(Offline, WhatWasSavedIsPushedUnderTheSameNumbersAfterAReload) {
    Device device;
    std::string first;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
        first = page.body_of("/api/v1/push");
    }
    Page page(device);
    come_back(page);
    EXPECT_EQ(page.body_of("/api/v1/push"), first) << "an answer that was lost on the way must not double the edit";
    page.answer("/api/v1/push", 200, accepted(pushed(page)));
    EXPECT_EQ(page.sync().unconfirmed, 0u);
    page.name_plan("p2", "省钱");
    EXPECT_EQ(pushed(page).operations.front().sequence, 2u) << "numbers are never used again";
}

TEST(Offline, SaysSavedOnlyWhenTheDiskHasAnswered) {
    Device device;
    Page page(device);
    sign_in(page);
    page.store.is_held = true;
    page.name_plan("p1", "均衡");
    EXPECT_EQ(page.sync().unsaved, 1u);
    page.store.is_held = false;
    page.settle();
    EXPECT_EQ(page.sync().unsaved, 0u);
    EXPECT_TRUE(page.store.was_asked_to_keep) << "asked when there is something to keep";
}

TEST(Offline, TheBrowserIsAskedToKeepWhatLiesHereAlsoWhenTheServerWasFasterThanTheDisk) {
    Device device;
    Page page(device);
    sign_in(page);
    page.store.is_held = true;
    page.name_plan("p1", "均衡");
    page.answer("/api/v1/push", 200, accepted(pushed(page)));
    EXPECT_FALSE(page.store.was_asked_to_keep);
    page.store.is_held = false;
    page.settle();
    EXPECT_TRUE(page.store.was_asked_to_keep);
}

TEST(Offline, UndoAndRedoSurviveAReload) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
        page.mark("R1", plan::PlanMark::Chosen);
        page.mark("R2", plan::PlanMark::Chosen);
        page.press(views::Undo{});
    }
    Page page(device);
    page.settle();
    page.lose("/api/v1/session");
    EXPECT_EQ(page.status().undo_code, "RunAdded");
    EXPECT_EQ(page.status().redo_subject, course_run("R2").title);
    page.press(views::Redo{});
    EXPECT_EQ(page.plans().at(PlanId{"p1"}).chosen().size(), 2u);
    page.press(views::Undo{});
    page.press(views::Undo{});
    page.press(views::Undo{});
    EXPECT_FALSE(page.plans().at(PlanId{"p1"}).exists());
    EXPECT_FALSE(page.status().can_undo);
}

TEST(Offline, AnEndedSessionTakesNothingAway) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
    }
    Page page(device);
    page.settle();
    page.answer("/api/v1/session", 200, codec::encode_session({}));
    EXPECT_EQ(page.core.link().phase(), SessionPhase::Ready);
    EXPECT_TRUE(page.sync().needs_sign_in);
    EXPECT_EQ(page.plans().size(), 1u);
    page.press(views::ShowSignIn{});
    EXPECT_TRUE(page.status().shows_sign_in);
    page.press(views::SignIn{"1", "x"});
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    EXPECT_FALSE(page.status().shows_sign_in);
    EXPECT_EQ(pushed(page).operations.size(), 1u);
}

TEST(Offline, SigningOutLeavesNothingOnTheDevice) {
    Device device;
    Page page(device);
    sign_in(page);
    page.press(views::SignOut{});
    page.answer("/api/v1/session", 204, {});
    EXPECT_TRUE(device.disk.empty());
    Page next(device);
    next.settle();
    next.lose("/api/v1/session");
    EXPECT_EQ(next.core.link().phase(), SessionPhase::Unreachable);
}

TEST(Offline, AnotherAccountFindsAnotherDesk) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
    }
    {
        Page page(device);
        page.settle();
        page.answer("/api/v1/session", 200, codec::encode_session(teacher_session("t2")));
        EXPECT_TRUE(page.plans().empty());
        EXPECT_TRUE(page.body_of("/api/v1/push").empty()) << "nobody pushes another's work";
    }
    Page page(device);
    page.settle();
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session("t1")));
    EXPECT_EQ(page.plans().size(), 1u);
    EXPECT_EQ(pushed(page).operations.size(), 1u);
}

// ---- what can go wrong

TEST(Offline, ADamagedEditIsSetAsideAndTheOthersAreSent) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
        page.mark("R1", plan::PlanMark::Chosen);
        page.mark("R2", plan::PlanMark::Chosen);
    }
    for (auto& [name, value] : device.disk) {
        if (name.ends_with("op/000000000002")) value[value.size() / 2] ^= 1;
    }
    Page page(device);
    come_back(page);
    EXPECT_EQ(page.sync().damaged, 1u);
    EXPECT_EQ(page.plans().at(PlanId{"p1"}).chosen().size(), 1u);
    const auto push = pushed(page);
    ASSERT_EQ(push.operations.size(), 2u);
    EXPECT_EQ(push.operations[0].sequence, 1u) << "under a new identity, without a hole";
    page.press(views::ExportDamaged{});
    ASSERT_EQ(page.files.saved.size(), 1u);
    EXPECT_NE(page.files.saved[0].second.find("R1"), std::string::npos) << "the original is not lost";
    page.press(views::DismissDamaged{});
    EXPECT_EQ(page.sync().damaged, 0u);
    Page later(device);
    later.settle();
    EXPECT_EQ(later.sync().damaged, 0u);
}

TEST(Offline, WhatIsDamagedLaterDoesNotTakeThePlaceOfWhatWasDamagedBefore) {
    Device device;
    for (const std::string name : {"甲", "乙"}) {
        {
            Page page(device);
            page.settle();
            if (page.core.link().phase() == SessionPhase::Ready) {
                page.lose("/api/v1/session");
            } else {
                sign_in(page);
            }
            page.name_plan("p" + name, name);
        }
        for (auto& [key, value] : device.disk) {
            if (key.find("/op/") != std::string::npos) value[value.size() / 2] ^= 1;
        }
        Page page(device);
        page.settle();
    }
    Page page(device);
    page.settle();
    EXPECT_EQ(page.sync().damaged, 2u);
}

TEST(Offline, ADamagedPlaceInTheHistoryTakesNothingOfItAway) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
        page.mark("R1", plan::PlanMark::Chosen);
    }
    for (auto& [name, value] : device.disk) {
        if (name.ends_with("/place")) value.back() ^= 1;
    }
    Page page(device);
    page.settle();
    EXPECT_EQ(page.status().undo_code, "RunAdded");
    page.press(views::Undo{});
    page.press(views::Undo{});
    EXPECT_FALSE(page.plans().at(PlanId{"p1"}).exists());
}

TEST(Offline, ADamagedPageIsPulledAgain) {
    Device device;
    {
        Page page(device);
        sign_in(page);
    }
    for (auto& [name, value] : device.disk) {
        if (name.find("/feed/catalogue/") != std::string::npos) value.resize(value.size() / 2);
    }
    Page page(device);
    come_back(page);
    EXPECT_TRUE(page.transport.answer("/api/v1/feeds/catalogue?after=0", 200,
                                      feed_page("catalogue", "e1", 0, {app::CourseRunPublished{course_run("R1")}})));
    page.settle();
    EXPECT_NE(page.core.state().shared.catalogue.find(CourseRunId{"R1"}), nullptr);
}

TEST(Offline, AFullDiskKeepsEditsInThePageAndSavesThemWhenThereIsRoom) {
    Device device;
    Page page(device);
    sign_in(page);
    page.store.problem = ports::StoreProblem::Full;
    page.name_plan("p1", "均衡");
    EXPECT_EQ(page.sync().trouble, views::DeviceTrouble::Full);
    EXPECT_EQ(page.sync().unsaved, 1u);
    page.press(views::ExportWork{});
    ASSERT_EQ(page.files.saved.size(), 1u);
    page.store.problem = ports::StoreProblem::None;
    page.press(views::RetrySync{});
    EXPECT_EQ(page.sync().trouble, views::DeviceTrouble::None);
    EXPECT_EQ(page.sync().unsaved, 0u);
}

TEST(Offline, ADiskThatCouldNotBeReadAtTheStartIsReadWhenItCan) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
    }
    Page page(device);
    page.store.problem = ports::StoreProblem::Failed;
    page.settle();
    page.lose("/api/v1/session");
    ASSERT_EQ(page.core.link().phase(), SessionPhase::Unreachable);
    page.store.problem = ports::StoreProblem::None;
    page.press(views::RetrySync{});
    EXPECT_EQ(page.core.link().phase(), SessionPhase::Ready);
    EXPECT_EQ(page.sync().unconfirmed, 1u);
}

TEST(Offline, WhereNothingCanBeKeptThePageStillWorksAndSaysSo) {
    Device device;
    Page page(device);
    page.store.problem = ports::StoreProblem::Forbidden;
    sign_in(page);
    EXPECT_EQ(page.core.link().phase(), SessionPhase::Ready);
    EXPECT_EQ(page.sync().trouble, views::DeviceTrouble::Forbidden);
    page.name_plan("p1", "均衡");
    page.answer("/api/v1/push", 200, accepted(pushed(page)));
    EXPECT_EQ(page.sync().unconfirmed, 0u);
    EXPECT_EQ(page.plans().size(), 1u);
}

TEST(Offline, AClockYearsOffDoesNotMoveTheDomainsTime) {
    for (const std::int64_t years : {-3, 5}) {
        Device device;
        {
            Page page(device);
            sign_in(page);
        }
        device.calendar.now += years * 365 * 24 * 60 * 60 * 1000LL;
        Page page(device);
        page.settle();
        page.lose("/api/v1/session");
        EXPECT_TRUE(page.sync().is_clock_doubtful);
        EXPECT_EQ(date_of(page.status().now), date_of(moment("2017-03-10T09:00")));
        page.name_plan("p1", "均衡");
        page.press(views::RetrySync{});
        page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
        EXPECT_FALSE(page.sync().is_clock_doubtful);
        EXPECT_EQ(pushed(page).operations.size(), 1u);
    }
}

TEST(Offline, EditsStampedAheadOfTheServerAreStampedAnewBeforeTheyAreSent) {
    Device device;
    {
        Page page(device);
        sign_in(page);
    }
    device.calendar.now += 20LL * 24 * 60 * 60 * 1000;  // plausible: three weeks away
    Page page(device);
    page.settle();
    page.lose("/api/v1/session");
    page.name_plan("p1", "甲");
    page.press(views::RetrySync{});
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    const auto push = pushed(page);
    ASSERT_EQ(push.operations.size(), 1u);
    EXPECT_LE(push.operations[0].stamp.wall_ms, teacher_session().domain_now_ms);
    page.name_plan("p1", "乙");
    EXPECT_EQ(page.plans().at(PlanId{"p1"}).name.value(), "乙") << "later edits still win on this device";
}

TEST(Offline, ASpentNumberMakesANewIdentityAndLosesNothing) {
    for (const std::string code : {"SequenceGap", "OperationRewritten", "DeviceOfAnother"}) {
        Device device;
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
        const auto before = pushed(page);
        page.answer("/api/v1/push", 409, R"({"code":")" + code + R"(","status":409})");
        const auto after = pushed(page);
        EXPECT_NE(after.device_id, before.device_id) << code;
        ASSERT_EQ(after.operations.size(), 1u);
        EXPECT_NE(after.operations[0].payload.find("均衡"), std::string::npos);
        EXPECT_NE(after.operations[0].payload.find(before.device_id.text), std::string::npos)
            << "it goes on replacing what the old identity wrote before";
        EXPECT_EQ(after.operations[0].sequence, 1u);
    }
}

TEST(Offline, ARestoredServerGetsBackWhatItLostAndThePersonIsTold) {
    Device device;
    Page page(device);
    sign_in(page);
    page.name_plan("p1", "均衡");
    const auto push = pushed(page);
    page.answer("/api/v1/push", 200, accepted(push));
    enrolment::SelectionReceipt receipt;
    receipt.selection_id = SelectionId{"s1"};
    receipt.receipt_id = ReceiptId{"7Q4K2-0MXTA"};
    receipt.teacher_id = TeacherId{"t1"};
    receipt.year = {2017};
    receipt.course_run_ids = {CourseRunId{"R1"}};
    // The edit comes back with the feed, and a receipt.
    sync::FeedPage own{"me", "e1", {}, 3, 3};
    own.events.push_back({2, {push.device_id, 1}, push.operations[0].stamp, push.operations[0].type, push.operations[0].payload});
    const auto confirmed = codec::encode_event(app::SelectionConfirmed{receipt});
    own.events.push_back({3, {}, Stamp{1489107900000, 0, "server"}, confirmed.type, confirmed.payload});
    page.answer("/api/v1/feeds/me?after=1", 200, codec::encode_feed_page(own));

    page.press(views::RetrySync{});
    page.answer("/api/v1/feeds/catalogue", 200, feed_page("catalogue", "e2", 2, {}));
    page.answer("/api/v1/feeds/me?after=3", 200, feed_page("me", "e2", 3, {}));
    page.answer("/api/v1/feeds/catalogue?after=0", 200,
                feed_page("catalogue", "e2", 0, {app::CourseRunPublished{course_run("R1")}}));
    page.answer("/api/v1/feeds/me?after=0", 200, feed_page("me", "e2", 0, {app::ProfileRecorded{teacher_profile()}}));

    const auto again = pushed(page);
    ASSERT_EQ(again.operations.size(), 1u) << "the lost edit is recorded once more";
    EXPECT_EQ(again.operations[0].payload, push.operations[0].payload);
    const auto news = page.sync().news;
    ASSERT_EQ(news.size(), 2u);
    EXPECT_EQ(news[0].code, "receipt.lost");
    EXPECT_EQ(news[0].subject, "7Q4K2-0MXTA");
    EXPECT_EQ(news[1].code, "server.restored");
    EXPECT_TRUE(page.core.state().teacher.selections.empty()) << "a selection nobody has is not shown";
    EXPECT_EQ(page.plans().size(), 1u);
}

TEST(Offline, ALateRefusalStaysUntilItWasRead) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.press(app::Command{enrolment::SubmitSelection{SelectionId{"s1"}, {CourseRunId{"R1"}}}});
        const auto push = pushed(page);
        const sync::PushAnswer answer{{{push.operations[0].sequence, false, "SessionsClash", "R1", {}}},
                                      moment("2017-03-10T09:05").utc_ms};
        page.answer("/api/v1/push", 200, codec::encode_push_answer(answer));
    }
    Page page(device);
    page.settle();
    ASSERT_EQ(page.sync().news.size(), 1u);
    const views::News news = page.sync().news[0];
    EXPECT_EQ(news.code, "SessionsClash");
    EXPECT_EQ(news.subject, course_run("R1").title);
    EXPECT_EQ(news.about, "selection.submit");
    page.press(views::DismissNews{news.name});
    EXPECT_TRUE(page.sync().news.empty());
}

// ---- files

TEST(Offline, AFileOfUnsyncedWorkComesBackOnAnotherDeviceOnce) {
    Device device;
    std::string file;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
        page.press(views::ExportWork{});
        file = page.files.saved.at(0).second;
    }
    Device other;
    Page page(other);
    sign_in(page);
    page.files.chosen = {file, file};
    page.settle();
    EXPECT_EQ(page.plans().at(PlanId{"p1"}).name.value(), "均衡");
    EXPECT_EQ(page.sync().unconfirmed, 1u) << "the same file twice is taken once";
}

TEST(Offline, AForeignOrBrokenFileChangesNothing) {
    Device device;
    Page page(device);
    sign_in(page);
    codec::UnsyncedWork work{AccountId{"t9"}, "张老师", {}};
    page.files.chosen = {"{", codec::encode_unsynced_work(work), ""};
    page.settle();
    EXPECT_EQ(page.sync().unconfirmed, 0u);
    ASSERT_FALSE(page.core.notices().notices().empty());
    EXPECT_EQ(page.core.notices().notices()[1].code, "FileOfAnother");
    EXPECT_EQ(page.core.notices().notices()[1].subject, "张老师");
}

TEST(Offline, ManySmallPagesAreJoinedWhenTheAccountIsOpened) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        for (std::uint64_t after = 1; after <= 40; ++after) {
            page.press(views::RetrySync{});
            page.answer("/api/v1/feeds/me", 200,
                        feed_page("me", "e1", after, {app::ThemeChosen{app::ThemeChoice::Dark}}));
            page.lose("/api/v1/feeds/catalogue");
        }
    }
    const auto pages = [&] {
        return std::count_if(device.disk.begin(), device.disk.end(),
                             [](const auto& entry) { return entry.first.find("/feed/me/") != std::string::npos; });
    };
    EXPECT_GT(pages(), 30);
    {
        Page page(device);
        page.settle();
    }
    EXPECT_EQ(pages(), 1);
    Page page(device);
    page.settle();
    EXPECT_EQ(page.core.state().cursors.at("me").sequence, 41u);
    EXPECT_EQ(page.core.state().teacher.theme.value, app::ThemeChoice::Dark);
}

}  // namespace
}  // namespace xueshi::runtime

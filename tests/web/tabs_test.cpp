// Two tabs of one browser on one account: each with an identity of its own, following the other, losing nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "tests/support/device_rig.h"

namespace xueshi::runtime {
namespace {

using namespace xueshi::testing;
using views::SessionPhase;

TEST(Tabs, TwoTabsFollowEachOtherAndLoseNothing) {
    Device device;
    Page one(device);
    sign_in(one);
    Page two(device);
    come_back(two);
    one.name_plan("p1", "均衡");
    two.settle();
    EXPECT_EQ(two.plans().at(PlanId{"p1"}).name.value(), "均衡");
    two.mark("R1", plan::PlanMark::Chosen);
    one.mark("R2", plan::PlanMark::Chosen);
    two.settle();
    EXPECT_EQ(one.plans(), two.plans());
    EXPECT_NE(pushed(one).device_id, pushed(two).device_id) << "an identity is written by one tab alone";
}

TEST(Tabs, ATabTakesUpWhatAKilledTabLeft) {
    Device device;
    Page one(device);
    sign_in(one);
    {
        Page two(device);
        come_back(two);
        two.name_plan("p1", "均衡");
    }
    EXPECT_TRUE(one.body_of("/api/v1/push").empty());
    one.settle();
    const auto push = pushed(one);
    ASSERT_EQ(push.operations.size(), 1u);
    one.answer("/api/v1/push", 200, accepted(push));
    EXPECT_EQ(one.sync().unconfirmed, 0u);
}

TEST(Tabs, AnEditThatReachedTheDiskAfterThisTabReadItIsNotWrittenOver) {
    Device device;
    auto one = std::make_unique<Page>(device);
    sign_in(*one);
    one->name_plan("p1", "均衡");
    Page two(device);
    two.act({});  // it has read the account, and claims nothing yet
    one->name_plan("p2", "省钱");
    ASSERT_EQ(one->sync().unsaved, 0u);
    one.reset();
    come_back(two);
    two.name_plan("p3", "省时");
    EXPECT_EQ(two.plans().at(PlanId{"p2"}).name.value(), "省钱");
    EXPECT_EQ(two.status().undo_subject, "省时");
    two.press(views::Undo{});
    EXPECT_EQ(two.status().undo_subject, "省钱") << "the history is the one on the disk, too";
    std::size_t pushed_operations = 0;
    while (!two.body_of("/api/v1/push").empty()) {
        const auto push = pushed(two);
        pushed_operations += push.operations.size();
        two.answer("/api/v1/push", 200, accepted(push));
    }
    EXPECT_EQ(pushed_operations, 4u);
}

TEST(Tabs, WhatAKilledTabToldAndNeverWroteIsWrittenByTheOther) {
    Device device;
    Page one(device);
    sign_in(one);
    {
        Page two(device);
        come_back(two);
        two.store.is_held = true;
        two.name_plan("p1", "均衡");
    }
    const auto is_on_disk = [&] {
        return std::any_of(device.disk.begin(), device.disk.end(),
                           [](const auto& entry) { return entry.first.find("/op/") != std::string::npos; });
    };
    ASSERT_FALSE(is_on_disk());
    one.settle();
    EXPECT_TRUE(is_on_disk());
    EXPECT_EQ(one.sync().unconfirmed, 1u);
    EXPECT_EQ(one.sync().unsaved, 0u);
}

TEST(Tabs, AnIdentityThatCannotBeReadIsLeftAloneUntilItCan) {
    Device device;
    {
        Page page(device);
        sign_in(page);
        page.name_plan("p1", "均衡");
    }
    Page page(device);
    page.act({});  // it has read the account, and claims nothing yet
    page.store.problem = ports::StoreProblem::Failed;
    page.settle();
    page.store.problem = ports::StoreProblem::None;
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    EXPECT_TRUE(page.body_of("/api/v1/push").empty());
    EXPECT_EQ(page.sync().unconfirmed, 1u);
    page.press(views::RetrySync{});
    EXPECT_EQ(pushed(page).operations.size(), 1u);
}

// Submits a selection of the run, and refuses it.
void submit_in_vain(Page& page, const std::string& selection, const std::string& run, const std::string& time) {
    page.press(app::Command{enrolment::SubmitSelection{SelectionId{selection}, {CourseRunId{run}}}});
    const auto push = pushed(page);
    const sync::PushAnswer answer{{{push.operations[0].sequence, false, "SessionsClash", run, {}}}, moment(time).utc_ms};
    page.answer("/api/v1/push", 200, codec::encode_push_answer(answer));
}

TEST(Tabs, TheLateRefusalsOfTwoTabsAreBothKept) {
    Device device;
    // As an earlier release named them.
    device.disk["a/t1/news/000000000001"] = seal(codec::encode_held_news({"receipt.lost", "7Q4K2-0MXTA", {}, 1}));
    {
        Page one(device);
        sign_in(one);
        Page two(device);
        come_back(two);
        submit_in_vain(two, "s2", "R2", "2017-03-10T09:06");
        submit_in_vain(one, "s1", "R1", "2017-03-10T09:07");
    }
    Page page(device);
    page.settle();
    const auto news = page.sync().news;
    ASSERT_EQ(news.size(), 3u);
    EXPECT_EQ(news[0].subject, "7Q4K2-0MXTA");
    EXPECT_EQ(news[1].subject, course_run("R2").title) << "the oldest first";
    EXPECT_EQ(news[2].subject, course_run("R1").title);
    for (const views::News& item : news) page.press(views::DismissNews{item.name});
    Page later(device);
    later.settle();
    EXPECT_TRUE(later.sync().news.empty());
}

TEST(Tabs, SigningOutInOneTabSignsOutTheOther) {
    Device device;
    Page one(device);
    sign_in(one);
    Page two(device);
    come_back(two);
    one.press(views::SignOut{});
    one.answer("/api/v1/session", 204, {});
    two.settle();
    EXPECT_EQ(two.core.link().phase(), SessionPhase::SignedOut);
    EXPECT_TRUE(two.plans().empty());
}

TEST(Tabs, ARestoredServerGetsBackWhatATabWroteLateBesideAnother) {
    Device device;
    Page one(device);
    sign_in(one);
    Page two(device);
    come_back(two);
    two.answer("/api/v1/feeds/catalogue", 200, feed_page("catalogue", "e1", 2, {}));
    two.answer("/api/v1/feeds/me", 200, feed_page("me", "e1", 1, {}));
    two.name_plan("p2", "省钱");
    const auto push = pushed(two);
    two.answer("/api/v1/push", 200, accepted(push));
    two.store.is_held = true;
    sync::FeedPage own{"me", "e1", {}, 2, 2};
    own.events.push_back({2, {push.device_id, 1}, push.operations[0].stamp, push.operations[0].type, push.operations[0].payload});
    two.answer("/api/v1/feeds/me?after=1", 200, codec::encode_feed_page(own));

    // One tab hears of the restore, and pulls; only now the other's page reaches the disk.
    one.press(views::RetrySync{});
    one.answer("/api/v1/feeds/catalogue", 200, feed_page("catalogue", "e2", 2, {}));
    one.answer("/api/v1/feeds/me?after=1", 200, feed_page("me", "e2", 1, {}));
    two.store.is_held = false;
    two.settle();
    const std::vector<app::Event> kept = {app::ProfileRecorded{teacher_profile()}, app::ThemeChosen{app::ThemeChoice::Dark}};
    one.answer("/api/v1/feeds/me?after=0", 200, feed_page("me", "e2", 0, {kept[0]}));
    one.press(views::RetrySync{});
    one.answer("/api/v1/feeds/me?after=1", 200, feed_page("me", "e2", 1, {kept[1]}));

    two.press(views::RetrySync{});
    two.answer("/api/v1/feeds/me?after=2", 200, feed_page("me", "e2", 2, {}));
    two.answer("/api/v1/feeds/catalogue?after=2", 200, feed_page("catalogue", "e2", 2, {}));
    two.answer("/api/v1/feeds/catalogue?after=0", 200, feed_page("catalogue", "e2", 0, {app::CourseRunPublished{course_run("R1")}}));
    two.answer("/api/v1/feeds/me?after=0", 200, feed_page("me", "e2", 0, kept));
    const auto again = pushed(two);
    ASSERT_EQ(again.operations.size(), 1u);
    EXPECT_EQ(again.operations[0].payload, push.operations[0].payload);
}

}  // namespace
}  // namespace xueshi::runtime

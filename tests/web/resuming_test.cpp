// What was asked for in vain is asked for again by the page itself, at the times it sets for its frames; a page that
// has nothing to ask sets none.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/device_rig.h"

namespace xueshi::runtime {
namespace {

using namespace xueshi::testing;
using views::SessionPhase;

bool asks_for(const Page& page, std::string_view path) {
    const auto& waiting = page.transport.waiting();
    return std::any_of(waiting.begin(), waiting.end(),
                       [&](const auto& entry) { return entry.second.path.starts_with(path); });
}

// Lets the time pass to the next frame the page asked for, and the one after it, until it asks the server for that.
// Answers how long it took, in milliseconds; nothing when the page would sleep for ever.
std::optional<double> wait_for(Page& page, std::string_view path) {
    const double from = page.now_ms;
    for (int frames = 0; frames < 20 && !asks_for(page, path); ++frames) {
        const double after = page.core.wake_after(page.now_ms);
        if (after <= 0) return std::nullopt;
        page.now_ms += after;
        page.settle();
    }
    if (!asks_for(page, path)) return std::nullopt;
    return page.now_ms - from;
}

// The person's notices go by; then nothing is left that has its time.
bool is_asleep(Page& page) {
    for (int frames = 0; frames < 20; ++frames) {
        const double after = page.core.wake_after(page.now_ms);
        if (after <= 0) return true;
        page.now_ms += after;
        page.settle();
    }
    return false;
}

void leave_unsent_edit(Device& device) {
    Page page(device);
    sign_in(page);
    page.name_plan("p1", "均衡");
}

TEST(Resuming, APageOpenedWithoutAServerAsksAgainAndSendsWhatWaited) {
    Device device;
    leave_unsent_edit(device);
    Page page(device);
    page.settle();
    page.lose("/api/v1/session");
    ASSERT_EQ(page.core.link().phase(), SessionPhase::Ready);
    const auto first = wait_for(page, "/api/v1/session");
    ASSERT_TRUE(first);
    page.lose("/api/v1/session");
    const auto second = wait_for(page, "/api/v1/session");
    ASSERT_TRUE(second);
    EXPECT_GT(*second, *first) << "a server that is down is not asked every other second";
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    EXPECT_EQ(pushed(page).operations.size(), 1u);
}

TEST(Resuming, AFirstVisitWaitsForTheServer) {
    Device device;
    Page page(device);
    page.settle();
    page.answer("/api/v1/session", 502, "<html>");
    EXPECT_EQ(page.core.link().phase(), SessionPhase::Unreachable);
    ASSERT_TRUE(wait_for(page, "/api/v1/session"));
    EXPECT_EQ(page.core.link().phase(), SessionPhase::Unreachable) << "what is seen changes with the answer only";
    page.answer("/api/v1/session", 200, codec::encode_session({}));
    EXPECT_EQ(page.core.link().phase(), SessionPhase::SignedOut);
    EXPECT_TRUE(is_asleep(page));
}

TEST(Resuming, AnAnswerOfSomebodyElsesPageIsNoAnswer) {
    Device device;
    leave_unsent_edit(device);
    Page page(device);
    page.settle();
    page.answer("/api/v1/session", 200, "<html>please accept our terms</html>");
    ASSERT_TRUE(wait_for(page, "/api/v1/session"));
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    page.answer("/api/v1/push", 200, "<html>please accept our terms</html>");
    EXPECT_FALSE(asks_for(page, "/api/v1/push")) << "not at once";
    EXPECT_TRUE(wait_for(page, "/api/v1/push"));
}

TEST(Resuming, AQuestionLostJustAfterTheNetworkCameBackIsAskedAgain) {
    Device device;
    leave_unsent_edit(device);
    device.lifecycle.is_online = false;
    Page page(device);
    page.settle();
    page.lose("/api/v1/session");
    EXPECT_EQ(page.core.wake_after(page.now_ms), 0) << "without a network no frame is asked for";
    page.now_ms += 600'000;
    page.settle();
    EXPECT_TRUE(page.transport.waiting().empty()) << "nor is the server";
    device.lifecycle.is_online = true;
    page.settle();
    page.lose("/api/v1/session");
    ASSERT_TRUE(wait_for(page, "/api/v1/session"));
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    EXPECT_EQ(pushed(page).operations.size(), 1u);
}

TEST(Resuming, ALostPullIsAskedForAgainAndNothingElseIs) {
    Device device;
    Page page(device);
    sign_in(page);
    ASSERT_TRUE(is_asleep(page));
    page.press(views::RetrySync{});
    page.lose("/api/v1/feeds/me");
    page.answer("/api/v1/feeds/catalogue", 200, feed_page("catalogue", "e1", 2, {}));
    ASSERT_TRUE(wait_for(page, "/api/v1/feeds/me"));
    EXPECT_EQ(page.transport.waiting().size(), 1u);
    page.answer("/api/v1/feeds/me", 200, feed_page("me", "e1", 1, {app::ThemeChosen{app::ThemeChoice::Dark}}));
    EXPECT_EQ(page.core.state().teacher.theme.value, app::ThemeChoice::Dark);
    EXPECT_TRUE(is_asleep(page));
    EXPECT_TRUE(page.transport.waiting().empty());
}

TEST(Resuming, AFirstLoadThatWasCutGoesOn) {
    Device device;
    Page page(device);
    come_back(page);
    ASSERT_EQ(page.core.link().phase(), SessionPhase::Loading);
    page.lose("/api/v1/feeds/me");
    page.lose("/api/v1/feeds/catalogue");
    EXPECT_EQ(page.core.link().phase(), SessionPhase::Unreachable);
    const auto first = wait_for(page, "/api/v1/session");
    ASSERT_TRUE(first);
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    page.lose("/api/v1/feeds/me");
    const auto second = wait_for(page, "/api/v1/session");
    ASSERT_TRUE(second);
    EXPECT_GT(*second, *first) << "a server that answers with half of it is not asked every other second either";
    page.answer("/api/v1/session", 200, codec::encode_session(teacher_session()));
    page.answer("/api/v1/feeds/catalogue", 200, feed_page("catalogue", "e1", 0, {app::CourseRunPublished{course_run("R1")}}));
    page.answer("/api/v1/feeds/catalogue", 200, feed_page("catalogue", "e1", 1, {}));
    page.answer("/api/v1/feeds/me", 200, feed_page("me", "e1", 0, {app::ProfileRecorded{teacher_profile()}}));
    EXPECT_EQ(page.core.link().phase(), SessionPhase::Ready);
    EXPECT_TRUE(is_asleep(page));
}

TEST(Resuming, APullLostWhileARestoredServerIsReadHoldsUpNoEdit) {
    Device device;
    Page page(device);
    sign_in(page);
    page.press(views::RetrySync{});
    page.answer("/api/v1/feeds/catalogue", 200, feed_page("catalogue", "e2", 2, {}));
    page.lose("/api/v1/feeds/me?after=1");
    page.answer("/api/v1/feeds/catalogue?after=0", 200, feed_page("catalogue", "e2", 0, {app::CourseRunPublished{course_run("R1")}}));
    page.lose("/api/v1/feeds/me?after=0");
    page.name_plan("p1", "均衡");
    ASSERT_FALSE(asks_for(page, "/api/v1/push")) << "what the server lost is not known yet";
    ASSERT_TRUE(wait_for(page, "/api/v1/feeds/me?after=0"));
    page.answer("/api/v1/feeds/me?after=0", 200, feed_page("me", "e2", 0, {app::ProfileRecorded{teacher_profile()}}));
    EXPECT_EQ(pushed(page).operations.size(), 1u);
}

TEST(Resuming, AFeedThatFailsHoldsUpNoEdit) {
    Device device;
    Page page(device);
    sign_in(page);
    page.press(views::RetrySync{});
    for (int failures = 0; failures < 6; ++failures) {
        page.answer("/api/v1/feeds/catalogue", 503, R"({"code":"StoreBusy"})");
        ASSERT_TRUE(wait_for(page, "/api/v1/feeds/catalogue"));
    }
    page.answer("/api/v1/feeds/catalogue", 503, R"({"code":"StoreBusy"})");
    page.name_plan("p1", "均衡");
    EXPECT_TRUE(asks_for(page, "/api/v1/push"));
}

TEST(Resuming, AServerThatAsksForPatienceGetsIt) {
    Device device;
    Page page(device);
    sign_in(page);
    page.name_plan("p1", "均衡");
    page.answer("/api/v1/push", 429, R"({"code":"TooManyRequests"})");
    EXPECT_FALSE(asks_for(page, "/api/v1/push"));
    const auto after = wait_for(page, "/api/v1/push");
    ASSERT_TRUE(after);
    EXPECT_GE(*after, 1'500);
}

TEST(Resuming, AnEndedSessionIsNotAskedForAgainAndAgain) {
    Device device;
    leave_unsent_edit(device);
    Page page(device);
    page.settle();
    page.answer("/api/v1/session", 200, codec::encode_session({}));
    ASSERT_TRUE(page.sync().needs_sign_in);
    EXPECT_TRUE(is_asleep(page));
    EXPECT_TRUE(page.transport.waiting().empty());
}

}  // namespace
}  // namespace xueshi::runtime

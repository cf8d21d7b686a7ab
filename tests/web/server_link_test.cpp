#include "web/runtime/server_link.h"

#include "tests/support/client_rig.h"

namespace xueshi::runtime {
namespace {

using namespace xueshi::testing;
using views::SessionPhase;

class ServerLinkTest : public ClientRig {
  protected:
    void name_plan(const std::string& id, const std::string& name) {
        journal_.record(state_, {plan::PlanNamed{PlanId{id}, name}}, clock_.now(now_ms_));
    }
};

TEST_F(ServerLinkTest, ShowsTheSignInWhenThereIsNoSession) {
    link_.probe_session();
    transport_.answer("/api/v1/session", 200, codec::encode_session({}));
    tick();
    EXPECT_EQ(link_.phase(), SessionPhase::SignedOut);
    EXPECT_TRUE(transport_.waiting().empty()) << "nothing is pulled without a session";
}

TEST_F(ServerLinkTest, SaysThatTheServerCannotBeReachedAndTriesAgainWhenAsked) {
    link_.probe_session();
    transport_.lose("/api/v1/session");
    tick();
    EXPECT_EQ(link_.phase(), SessionPhase::Unreachable);
    link_.refresh();
    transport_.answer("/api/v1/session", 200, codec::encode_session({}));
    tick();
    EXPECT_EQ(link_.phase(), SessionPhase::SignedOut);
}

TEST_F(ServerLinkTest, KeepsTheReasonOfARefusedSignIn) {
    link_.sign_in("20170042318", "wrong");
    EXPECT_EQ(link_.phase(), SessionPhase::SigningIn);
    transport_.answer("/api/v1/session", 401, R"({"code":"WrongCredentials","status":401})");
    tick();
    EXPECT_EQ(link_.phase(), SessionPhase::SignedOut);
    EXPECT_EQ(link_.sign_in_problem(), "WrongCredentials");
}

TEST_F(ServerLinkTest, IsReadyWhenEveryFeedIsHereInAnyOrder) {
    sign_in_with({course_run("R1")});
    EXPECT_NE(state_.shared.catalogue.find(CourseRunId{"R1"}), nullptr);
    EXPECT_EQ(state_.teacher.profile.value.name, "林晓岚");
}

TEST_F(ServerLinkTest, GoesOnPullingUntilTheHead) {
    link_.probe_session();
    auto session = signed_in();
    session.feeds = {"me"};
    transport_.answer("/api/v1/session", 200, codec::encode_session(session));
    tick();
    tick();
    sync::FeedPage first{"me", "e1", {}, 1, 2};
    first.events.push_back({1, {}, Stamp{1, 0, "server"}, "plan.named", R"({"plan_id":"p1","name":"甲"})"});
    transport_.answer("/api/v1/feeds/me?after=0", 200, codec::encode_feed_page(first));
    tick();
    EXPECT_EQ(link_.phase(), SessionPhase::Loading);
    EXPECT_FLOAT_EQ(link_.loaded_share(), 0.5f);
    sync::FeedPage second{"me", "e1", {}, 2, 2};
    second.events.push_back({2, {}, Stamp{2, 0, "server"}, "from.the.future", "{}"});
    EXPECT_TRUE(transport_.answer("/api/v1/feeds/me?after=1", 200, codec::encode_feed_page(second)));
    tick();
    EXPECT_EQ(link_.phase(), SessionPhase::Ready);
}

TEST_F(ServerLinkTest, PullsEverythingAgainAfterARestoreOfTheServer) {
    sign_in_with({});
    link_.refresh();
    sync::FeedPage restored{"me", "e2", {}, 0, 0};
    transport_.answer("/api/v1/feeds/me?after=1", 200, codec::encode_feed_page(restored));
    tick();
    tick();
    EXPECT_TRUE(transport_.answer("/api/v1/feeds/me?after=0", 200, codec::encode_feed_page(restored)));
}

TEST_F(ServerLinkTest, SendsALostPushAgainUnchanged) {
    sign_in_with({});
    name_plan("p1", "均衡");
    tick();
    const std::string first = find_body("/api/v1/push");
    ASSERT_FALSE(first.empty());
    transport_.lose("/api/v1/push");
    tick();
    EXPECT_FALSE(link_.is_reachable());
    EXPECT_EQ(journal_.waiting(), 1u) << "unanswered work is kept";
    EXPECT_TRUE(find_body("/api/v1/push").empty()) << "not at once";
    link_.refresh();
    EXPECT_EQ(find_body("/api/v1/push"), first);
    accept_push();
    EXPECT_EQ(journal_.waiting(), 0u);
    EXPECT_TRUE(link_.is_reachable());
}

TEST_F(ServerLinkTest, WhatAPushDecidedIsPulledThoughAPullWasUnderWay) {
    sign_in_with({});
    const auto is_pulling = [&] {
        return std::any_of(transport_.waiting().begin(), transport_.waiting().end(),
                           [](const auto& entry) { return entry.second.path.starts_with("/api/v1/feeds/me"); });
    };
    link_.refresh();
    ASSERT_TRUE(is_pulling());
    name_plan("p1", "均衡");
    tick();
    accept_push();
    transport_.answer("/api/v1/feeds/me", 200, page("me", {}));
    tick();
    EXPECT_TRUE(is_pulling()) << "the answer was on its way before the push was decided";
    transport_.answer("/api/v1/feeds/me", 200, page("me", {}));
    tick();
    EXPECT_FALSE(is_pulling()) << "once";
}

TEST_F(ServerLinkTest, ANetworkThatIsBackIsTriedAgainSoonHoweverOftenItFailedBefore) {
    sign_in_with({});
    name_plan("p1", "均衡");
    tick();
    for (int failures = 0; failures < 5; ++failures) {
        transport_.lose("/api/v1/push");
        tick();
        now_ms_ += 60'100;
        tick();
    }
    link_.refresh();
    transport_.lose("/api/v1/push");
    tick();
    EXPECT_LE(link_.retry_after(now_ms_), 2'000);
}

TEST_F(ServerLinkTest, WaitsLongerAfterEachFailureAndTriesByItself) {
    sign_in_with({});
    name_plan("p1", "均衡");
    tick();
    transport_.lose("/api/v1/push");
    tick();
    now_ms_ += 2'100;
    tick();
    EXPECT_FALSE(find_body("/api/v1/push").empty());
    transport_.answer("/api/v1/push", 503, R"({"code":"StoreBusy"})");
    tick();
    now_ms_ += 2'100;
    tick();
    EXPECT_TRUE(find_body("/api/v1/push").empty()) << "twice as long now";
    now_ms_ += 2'100;
    tick();
    EXPECT_FALSE(find_body("/api/v1/push").empty());
}

TEST_F(ServerLinkTest, CarriesTheCsrfTokenOnEveryChange) {
    sign_in_with({});
    name_plan("p1", "均衡");
    tick();
    ASSERT_EQ(transport_.waiting().size(), 1u);
    const auto& headers = transport_.waiting()[0].second.headers;
    ASSERT_EQ(headers.size(), 1u);
    EXPECT_EQ(headers[0].name, "x-xueshi-csrf");
    EXPECT_EQ(headers[0].value, "csrf-token");
}

TEST_F(ServerLinkTest, KeepsTheAccountOpenWhenTheSessionEnds) {
    sign_in_with({course_run("R1")});
    link_.refresh();
    transport_.answer("/api/v1/feeds/me", 401, R"({"code":"SessionExpired"})");
    tick();
    EXPECT_EQ(link_.phase(), SessionPhase::Ready);
    EXPECT_TRUE(link_.needs_sign_in());
    EXPECT_TRUE(state_.teacher.profile.is_written());
    ASSERT_EQ(link_.take_events().size(), 1u);
    name_plan("p1", "均衡");
    tick();
    EXPECT_TRUE(find_body("/api/v1/push").empty()) << "nothing is sent without a session";

    link_.sign_in("20170042318", "right");
    transport_.answer("/api/v1/session", 200, codec::encode_session(signed_in()));
    tick();
    EXPECT_FALSE(link_.needs_sign_in());
    EXPECT_FALSE(find_body("/api/v1/push").empty()) << "what waited is sent without a question";
}

TEST_F(ServerLinkTest, DoesNotSignOutOverUnconfirmedWork) {
    sign_in_with({});
    name_plan("p1", "均衡");
    EXPECT_FALSE(link_.sign_out());
    tick();
    accept_push();
    EXPECT_TRUE(link_.sign_out());
    transport_.answer("/api/v1/session", 204, {});
    tick();
    EXPECT_EQ(link_.phase(), SessionPhase::SignedOut);
}

}  // namespace
}  // namespace xueshi::runtime

#include <gtest/gtest.h>

#include "core/codec/sync_json.h"
#include "tests/server/support/server_fixture.h"

namespace xueshi::test {
namespace {

class Push : public ServerFixture {
  protected:
    http::Response push(const std::vector<PushedOperation>& operations,
                        const std::string& device = kDevice) {
        return post(li, "/api/v1/push", push_body(device, operations));
    }
    std::uint64_t head_of(const std::string& feed) {
        std::uint64_t head = 0;
        event_store().read([&](store::StoreView& view) { head = view.feed_head(feed); });
        return head;
    }
    static sync::PushAnswer answer_of(const http::Response& response) {
        EXPECT_EQ(response.status, 200) << response.body_text();
        const auto answer = codec::decode_push_answer(response.body_text());
        EXPECT_TRUE(answer.ok());
        return answer ? *answer : sync::PushAnswer{};
    }

    Browser li = sign_in("t-li");
};

TEST_F(Push, KeepsWhatADeviceDecided) {
    const auto answer = answer_of(push({theme_event(1), theme_event(2, "light")}));
    ASSERT_EQ(answer.outcomes.size(), 2u);
    EXPECT_TRUE(answer.outcomes[0].accepted);
    EXPECT_TRUE(answer.outcomes[1].accepted);
    EXPECT_EQ(answer.domain_now_ms, kCityNowMs);

    const auto page = codec::decode_feed_page(get(li, "/api/v1/feeds/me").body_text());
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->events.size(), 3u);
    EXPECT_EQ(page->events[2].type, "settings.theme_chosen");
    EXPECT_EQ(page->events[2].payload, R"({"theme":"light"})");
    EXPECT_EQ(page->events[2].origin.device_id.text, kDevice);
    EXPECT_EQ(page->events[2].origin.sequence, 2u);
}

TEST_F(Push, ConfirmsASelectionWithAReceipt) {
    const auto answer = answer_of(push({submission(1, "s-1", "run-1")}));
    ASSERT_EQ(answer.outcomes.size(), 1u);
    EXPECT_TRUE(answer.outcomes[0].accepted);
    EXPECT_NE(answer.outcomes[0].receipt.find("\"selection_id\":\"s-1\""), std::string::npos);
    EXPECT_EQ(head_of("teacher:t-li"), 2u);
    EXPECT_EQ(head_of("unit:school-1"), 2u) << "the school sees its teacher's selection";
}

TEST_F(Push, RefusesASelectionByTheRulesOfTheCore) {
    const auto answer = answer_of(push({submission(1, "s-1", "no-such-run")}));
    ASSERT_EQ(answer.outcomes.size(), 1u);
    EXPECT_FALSE(answer.outcomes[0].accepted);
    EXPECT_EQ(answer.outcomes[0].code, "UnknownCourseRun");
    EXPECT_EQ(answer.outcomes[0].subject, "no-such-run");
    EXPECT_EQ(head_of("teacher:t-li"), 1u);
}

TEST_F(Push, DecidesOnWhatTheSamePushHasJustChanged) {
    const auto answer =
        answer_of(push({submission(1, "s-1", "run-1"), submission(2, "s-2", "run-1")}));
    ASSERT_EQ(answer.outcomes.size(), 2u);
    EXPECT_TRUE(answer.outcomes[0].accepted);
    EXPECT_EQ(answer.outcomes[1].code, "AlreadySelected");
}

TEST_F(Push, RepeatedHasOneEffectAndTheSameAnswer) {
    const std::string body = push_body(kDevice, {theme_event(1), submission(2, "s-1", "run-1")});
    const auto first = answer_of(post(li, "/api/v1/push", body));
    const std::uint64_t head = head_of("teacher:t-li");
    const auto second = answer_of(post(li, "/api/v1/push", body));
    EXPECT_EQ(second.outcomes, first.outcomes);
    EXPECT_EQ(head_of("teacher:t-li"), head);

    restart();
    const auto third = answer_of(post(li, "/api/v1/push", body));
    EXPECT_EQ(third.outcomes, first.outcomes);
    EXPECT_EQ(head_of("teacher:t-li"), head);
}

TEST_F(Push, RepeatedRefusalStaysTheRefusalItWas) {
    const std::string body = push_body(kDevice, {submission(1, "s-1", "run-9")});
    const auto first = answer_of(post(li, "/api/v1/push", body));
    ASSERT_FALSE(first.outcomes.at(0).accepted);
    EXPECT_EQ(answer_of(post(li, "/api/v1/push", body)).outcomes, first.outcomes);
}

TEST_F(Push, GoesOnAfterAPartThatWasAnsweredBefore) {
    push({theme_event(1)});
    const auto answer = answer_of(push({theme_event(1), theme_event(2, "light")}));
    EXPECT_EQ(answer.outcomes.size(), 2u);
    EXPECT_EQ(head_of("teacher:t-li"), 3u);
}

TEST_F(Push, WithAGapIsRefusedWholeAndSaysWhatComesNext) {
    push({theme_event(1)});
    const http::Response response = push({theme_event(3)});
    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(problem_code(response), "SequenceGap");
    EXPECT_EQ(member_of(response, "subject"), "2");
    EXPECT_EQ(head_of("teacher:t-li"), 2u);
}

TEST_F(Push, RefusedWholeLeavesNoTraceOfItsDevice) {
    const Browser wang = sign_in("t-wang");
    EXPECT_EQ(problem_code(post(wang, "/api/v1/push", push_body(kDevice, {theme_event(5)}))),
              "SequenceGap");
    EXPECT_TRUE(answer_of(push({theme_event(1)})).outcomes.at(0).accepted)
        << "the device is still free";
}

TEST_F(Push, OutOfOrderIsRefused) {
    const http::Response response = push({theme_event(2), theme_event(1)});
    EXPECT_EQ(problem_code(response), "SequenceGap");
    EXPECT_EQ(head_of("teacher:t-li"), 1u);
}

TEST_F(Push, WithAnotherBodyUnderAKnownSequenceIsRefusedWhole) {
    push({theme_event(1, "dark")});
    const http::Response response = push({theme_event(1, "light"), theme_event(2)});
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(problem_code(response), "OperationRewritten");
    EXPECT_EQ(member_of(response, "subject"), "1");
    EXPECT_EQ(head_of("teacher:t-li"), 2u);
}

TEST_F(Push, FromAnotherTeachersDeviceIsRefused) {
    push({theme_event(1)});
    const Browser wang = sign_in("t-wang");
    const http::Response response =
        post(wang, "/api/v1/push", push_body(kDevice, {theme_event(2)}));
    EXPECT_EQ(response.status, 403);
    EXPECT_EQ(problem_code(response), "DeviceOfAnother");
    EXPECT_EQ(head_of("teacher:t-wang"), 1u);
    EXPECT_EQ(head_of("teacher:t-li"), 2u);
}

TEST_F(Push, LetsNobodySayWhatOnlyTheServerMaySay) {
    PushedOperation forged = theme_event(1);
    forged.type = "payment.recorded";
    forged.payload = R"({"selection_id":"s-1","payment":"paid"})";
    const auto answer = answer_of(push({forged, theme_event(2)}));
    EXPECT_FALSE(answer.outcomes.at(0).accepted);
    EXPECT_EQ(answer.outcomes.at(0).code, "Forbidden");
    EXPECT_TRUE(answer.outcomes.at(1).accepted) << "the device's sequence goes on";
    EXPECT_EQ(head_of("teacher:t-li"), 2u);
}

TEST_F(Push, LetsNobodyButTeachersSelectCourses) {
    const Browser zhao = sign_in("p-zhao");
    const auto answer = answer_of(
        post(zhao, "/api/v1/push", push_body(kOtherDevice, {submission(1, "s-1", "run-1")})));
    EXPECT_EQ(answer.outcomes.at(0).code, "Forbidden");
}

TEST_F(Push, RefusesOneOperationOfAnUnknownTypeOrForm) {
    PushedOperation unknown = theme_event(1);
    unknown.type = "future.thing";
    PushedOperation extra = theme_event(2);
    extra.payload = R"({"theme":"dark","more":1})";
    PushedOperation wrong_type = theme_event(3);
    wrong_type.payload = R"({"theme":7})";
    PushedOperation unknown_intent = submission(4, "s", "run-1");
    unknown_intent.type = "selection.guess";
    const auto answer =
        answer_of(push({unknown, extra, wrong_type, unknown_intent, theme_event(5)}));
    EXPECT_EQ(answer.outcomes.at(0).code, "UnknownType");
    EXPECT_EQ(answer.outcomes.at(1).code, "UnknownField");
    EXPECT_EQ(answer.outcomes.at(1).subject, "more");
    EXPECT_EQ(answer.outcomes.at(2).code, "Malformed");
    EXPECT_EQ(answer.outcomes.at(3).code, "UnknownType");
    EXPECT_TRUE(answer.outcomes.at(4).accepted);
    EXPECT_EQ(head_of("teacher:t-li"), 2u);
}

TEST_F(Push, RefusesStampsAheadOfTheServersClock) {
    PushedOperation ahead = theme_event(1);
    ahead.stamp_ms = kCityNowMs + sync::kMaxClockLeadMs + 1;
    PushedOperation barely = theme_event(2);
    barely.stamp_ms = kCityNowMs + sync::kMaxClockLeadMs;
    const auto answer = answer_of(push({ahead, barely}));
    EXPECT_EQ(answer.outcomes.at(0).code, "StampInFuture");
    EXPECT_TRUE(answer.outcomes.at(1).accepted);
}

TEST_F(Push, StampsOfTheServerComeAfterWhatTheFeedHolds) {
    PushedOperation ahead = theme_event(1);
    ahead.stamp_ms = kCityNowMs + sync::kMaxClockLeadMs;
    push({ahead, submission(2, "s-1", "run-1"), submission(3, "s-2", "run-2")});
    const auto page = codec::decode_feed_page(get(li, "/api/v1/feeds/me").body_text());
    ASSERT_TRUE(page.ok());
    ASSERT_EQ(page->events.size(), 4u);
    EXPECT_LT(page->events[1].stamp, page->events[2].stamp);
    EXPECT_LT(page->events[2].stamp, page->events[3].stamp);
}

TEST_F(Push, MovesTheDomainsClockForwardForGood) {
    domain_elapsed = std::chrono::hours(5);
    push({theme_event(1)});
    restart();
    EXPECT_EQ(member_of(get({}, "/api/v1/session"), "domain_now_ms"),
              std::to_string(kCityNowMs + 5 * 3'600'000));
}

}  // namespace
}  // namespace xueshi::test

#include "core/codec/sync_json.h"

#include <gtest/gtest.h>

#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/codec/session_json.h"

namespace xueshi::codec {
namespace {

sync::PushRequest sample_push() {
    sync::PushRequest push{DeviceId{"d1"}, {}};
    for (std::uint64_t sequence = 1; sequence <= 2; ++sequence) {
        push.operations.push_back({sequence, Stamp{100, 0, "d1"}, sync::OperationKind::Event, "plan.named",
                                   R"({"plan_id":"p1","name":"均衡"})"});
    }
    push.operations[1].kind = sync::OperationKind::Intent;
    return push;
}

TEST(PushJson, ReadsWhatItWrites) {
    const sync::PushRequest push = sample_push();
    const auto read = decode_push(encode_push(push));
    ASSERT_TRUE(read) << read.error().subject;
    EXPECT_EQ(read->device_id, push.device_id);
    EXPECT_EQ(read->operations, push.operations);
}

struct BadPush {
    const char* find;
    const char* replace;
    const char* subject;
};

class BadPushTest : public ::testing::TestWithParam<BadPush> {};

TEST_P(BadPushTest, IsRefusedByField) {
    std::string bytes = encode_push(sample_push());
    const std::size_t at = bytes.find(GetParam().find);
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, std::string(GetParam().find).size(), GetParam().replace);
    const auto push = decode_push(bytes);
    ASSERT_FALSE(push) << bytes;
    EXPECT_EQ(push.error().subject, GetParam().subject) << bytes;
}

INSTANTIATE_TEST_SUITE_P(
    EachField, BadPushTest,
    ::testing::Values(BadPush{"\"d1\"", "\"d 1\"", "device"}, BadPush{"\"d1\"", "7", "device"},
                      BadPush{"\"sequence\":2", "\"sequence\":3", "operations[1]"},
                      BadPush{"\"sequence\":1", "\"sequence\":0", "operations[0].sequence"},
                      BadPush{"100-0-d1", "100-0-d2", "operations[0].stamp"},
                      BadPush{"100-0-d1", "yesterday", "operations[0].stamp"},
                      BadPush{"\"event\"", "\"fact\"", "operations[0].kind"},
                      BadPush{"\"type\":\"plan.named\"", "\"type\":\"\"", "operations[0].type"},
                      BadPush{"\"kind\"", "\"sort\"", "operations[0].sort"},
                      BadPush{"{\"plan_id\":\"p1\",\"name\":\"均衡\"}", "[]", "operations[0].payload"},
                      BadPush{"\"device\"", "\"gadget\":1,\"device\"", "gadget"}));

TEST(PushJson, RefusesNothingAndTooMuch) {
    EXPECT_EQ(decode_push(R"({"device":"d1","operations":[]})").error().subject, "operations");
    sync::PushRequest push = sample_push();
    push.operations[0].payload = "{\"x\":\"" + std::string(sync::kMaxPayloadBytes, 'x') + "\"}";
    EXPECT_EQ(decode_push(encode_push(push)).error().subject, "operations[0].payload");
}

TEST(PushAnswerJson, ReadsWhatItWrites) {
    const sync::PushAnswer answer{{{1, true, {}, {}, R"({"receipt_id":"x"})"}, {2, false, "SessionsClash", "R1", {}}}, 42};
    const auto read = decode_push_answer(encode_push_answer(answer));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->outcomes, answer.outcomes);
    EXPECT_EQ(read->domain_now_ms, 42);
}

TEST(FeedPageJson, PassesUnknownTypesThroughUntouched) {
    sync::FeedPage page{"me", "e1", {}, 2, 9};
    page.events.push_back({1, {}, Stamp{5, 1, "server"}, "from.the.future", R"({"a":[1.50,{"b":null}]})"});
    page.events.push_back({2, {DeviceId{"d1"}, 7}, Stamp{6, 0, "d1"}, "plan.named", R"({"plan_id":"p","name":"n"})"});
    const auto read = decode_feed_page(encode_feed_page(page));
    ASSERT_TRUE(read) << read.error().subject;
    EXPECT_EQ(read->events, page.events);
    EXPECT_EQ(read->head, 9u);
    const auto event = decode_event(read->events[0].type, read->events[0].payload);
    ASSERT_TRUE(event);
    EXPECT_EQ(encode_event(*event).payload, page.events[0].payload);
}

sync::FeedPage page_of_difficult_texts() {
    sync::FeedPage page{"catalogue", "e]1", {}, 3, 9};
    page.events.push_back({1, {}, Stamp{5, 0, "server"}, "course_run.published",
                           R"({"course_run_id":"R1","title":"a \"quote\", \\ and ]}{[","sessions":[["x","y"],[]]})"});
    page.events.push_back({2, {DeviceId{"d1"}, 7}, Stamp{6, 0, "d1"}, "plan.named", R"({"name":"\\"})"});
    page.events.push_back({3, {}, Stamp{7, 0, "server"}, "from.the.future", "{}"});
    return page;
}

TEST(UnreadFeedPage, ItsEventsReadLikeThoseOfTheWholePage) {
    for (const sync::FeedPage& page : {page_of_difficult_texts(), sync::FeedPage{"me", "e1", {}, 0, 0}}) {
        const std::string bytes = encode_feed_page(page);
        const auto split = split_feed_page(bytes);
        ASSERT_TRUE(split) << split.error().subject;
        EXPECT_EQ(split->page.feed, page.feed);
        EXPECT_EQ(split->page.epoch, page.epoch);
        EXPECT_EQ(split->page.next, page.next);
        EXPECT_EQ(split->page.head, page.head);
        EXPECT_TRUE(split->page.events.empty());
        ASSERT_EQ(split->events.size(), page.events.size());
        for (std::size_t i = 0; i < page.events.size(); ++i) {
            const auto envelope = decode_envelope(split->events[i]);
            ASSERT_TRUE(envelope) << split->events[i];
            EXPECT_EQ(*envelope, page.events[i]);
        }
    }
}

TEST(UnreadFeedPage, APageThatIsCutOffIsRefusedWhereverItIsCut) {
    const std::string bytes = encode_feed_page(page_of_difficult_texts());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(split_feed_page(std::string_view(bytes).substr(0, size))) << size;
    }
    EXPECT_FALSE(split_feed_page(bytes + "}"));
}

TEST(UnreadFeedPage, TellsWhichRunAnEventIsAboutWithoutReadingIt) {
    const std::string bytes = encode_feed_page(page_of_difficult_texts());
    const auto split = split_feed_page(bytes);
    ASSERT_TRUE(split);
    EXPECT_EQ(course_run_in(split->events[0]), "R1");
    EXPECT_EQ(course_run_in(split->events[1]), "");
}

TEST(SessionJson, ReadsWhatItWritesSignedInOrNot) {
    SessionDocument session;
    session.domain_now_ms = 1489107600000;
    session.is_sample = true;
    EXPECT_EQ(*decode_session(encode_session(session)), session);
    session.account = SessionAccount{AccountId{"a1"}, "林晓岚", {organisation::OrgRole::Teacher}, UnitId{"u1"}, "示例小学"};
    session.csrf = "token";
    session.feeds = {"me", "catalogue"};
    session.epoch = "e1";
    EXPECT_EQ(*decode_session(encode_session(session)), session);
}

TEST(IntentJson, RefusesTypesThatAreNoIntent) {
    EXPECT_EQ(decode_intent("plan.named", "{}").error().code, sync::kUnknownType);
    EXPECT_EQ(decode_intent("selection.submit", R"({"selection_id":"s1","course_run_ids":["R 1"]})").error().subject,
              "course_run_ids[0]");
    const app::Command command = enrolment::SubmitSelection{SelectionId{"s1"}, {CourseRunId{"R1"}}};
    const EncodedIntent encoded = encode_intent(command);
    const auto read = decode_intent(encoded.type, encoded.payload);
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<enrolment::SubmitSelection>(*read).course_run_ids[0].text, "R1");
}

}  // namespace
}  // namespace xueshi::codec

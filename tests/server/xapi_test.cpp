// What course platforms say of teachers' learning: one record, each hour once, and nothing from strangers.
#include <random>

#include <gtest/gtest.h>

#include "core/app/event.h"
#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "server/auth/platform_tokens.h"
#include "server/authority/hour_projection.h"
#include "tests/server/support/server_fixture.h"

namespace xueshi::test {
namespace {

const std::string kVerbs = "http://adlnet.gov/expapi/verbs/";

std::string uuid(int number) {
    const std::string digits = std::to_string(100'000'000'000 + number);
    return "0f1e2d3c-4b5a-4978-8695-" + digits;
}

struct Said {
    std::string id = uuid(1);
    std::string teacher = "t-li";
    std::string verb = "completed";
    std::string run = "run-1";
    std::string more = {};
};

std::string statement(const Said& said) {
    return R"({"id":")" + said.id + R"(","actor":{"objectType":"Agent","account":{"homePage":"https://learn.example","name":")" + said.teacher +
           R"("}},"verb":{"id":")" + kVerbs + said.verb + R"(","display":{"zh-CN":"完成"}},"object":{"id":"https://learn.example/runs/)" + said.run +
           R"("},"context":{"platform":"mobile"},"timestamp":"2017-05-01T10:00:00Z")" + said.more + "}";
}
std::string progress(int percent) {
    return R"(,"result":{"duration":"PT4M","extensions":{"https://w3id.org/xapi/cmi5/result/extensions/progress":)" + std::to_string(percent) + "}}";
}

class Xapi : public ServerFixture {
  protected:
    Xapi() { token_ = issue("gz-learn"); }

    std::string issue(const std::string& name) {
        std::string token;
        EXPECT_TRUE(event_store().write([&](store::Transaction& transaction) -> Outcome {
            token = auth::issue_platform_token(transaction, name);
            return Done{};
        }));
        return token;
    }
    http::Response post_as(const std::string& authorization, const std::string& body, const std::string& version = "1.0.3") {
        http::Request request;
        request.method = "POST";
        request.path = "/api/v1/xapi/statements";
        request.remote_address = "10.0.0.1";
        request.headers = {{"Content-Type", "application/json"}, {"Authorization", authorization}};
        if (!version.empty()) request.headers.emplace_back("X-Experience-API-Version", version);
        request.body = body;
        if (auto refused = application().answer_head(request)) return *refused;
        return send(std::move(request));
    }
    http::Response tell(const std::string& body) { return post_as("Bearer " + token_, body); }
    std::string refusal(const std::string& body) {
        const http::Response response = tell(body);
        if (response.status == 200) return "";
        return problem_code(response) + ' ' + member_of(response, "subject");
    }
    std::vector<ledger::HourRecord> records(const std::string& teacher = "t-li") {
        authority::ProjectedHours hours;
        event_store().read([&](store::StoreView& view) {
            for (const auto& envelope : view.read_feed("teacher:" + teacher, 0, 1000).events) authority::apply(hours, envelope);
        });
        return hours.records;
    }
    std::uint64_t head(const std::string& feed = "teacher:t-li") {
        std::uint64_t at = 0;
        event_store().read([&](store::StoreView& view) { at = view.feed_head(feed); });
        return at;
    }

    std::string token_;
};

TEST_F(Xapi, ACourseIsOneRecordFromItsFirstStepToItsHours) {
    EXPECT_EQ(tell(statement({.id = uuid(1), .verb = "progressed", .more = progress(40)})).status, 200);
    ASSERT_EQ(records().size(), 1u);
    EXPECT_EQ(records()[0].state, ledger::HourState::InProgress);
    EXPECT_EQ(records()[0].remark, "gz-learn，已学 40%");
    EXPECT_EQ(records()[0].allocated_year, AllocatedYear{2017});
    const std::uint64_t before = head();
    EXPECT_EQ(tell(statement({.id = uuid(2), .verb = "progressed", .more = progress(30)})).status, 200);
    EXPECT_EQ(head(), before) << "another terminal that knows less";
    const http::Response done = tell(statement({.id = uuid(3), .verb = "completed"}));
    EXPECT_EQ(done.body_text(), "[\"" + uuid(3) + "\"]");
    ASSERT_EQ(records().size(), 1u);
    EXPECT_EQ(records()[0].state, ledger::HourState::Earned);
    EXPECT_EQ(records()[0].hours, whole_hours(6));
    const std::uint64_t earned = head();
    EXPECT_EQ(tell(statement({.id = uuid(4), .verb = "passed"})).status, 200);
    EXPECT_EQ(tell(statement({.id = uuid(5), .verb = "progressed", .more = progress(99)})).status, 200);
    EXPECT_EQ(head(), earned) << "each hour once, and nothing takes it back";
}

TEST_F(Xapi, ARepeatHasOneEffectAndARewrittenStatementIsRefused) {
    const std::string sent = statement({});
    EXPECT_EQ(tell(sent).status, 200);
    const std::uint64_t after = head();
    restart();
    EXPECT_EQ(tell(sent).status, 200);
    EXPECT_EQ(head(), after);
    const http::Response rewritten = tell(statement({.run = "run-2"}));
    EXPECT_EQ(rewritten.status, 409);
    EXPECT_EQ(problem_code(rewritten), "StatementRewritten");
    EXPECT_EQ(records().size(), 1u);
}

TEST_F(Xapi, AllStatementsOfACallOrNone) {
    const std::string one = statement({.id = uuid(1)});
    EXPECT_EQ(refusal('[' + one + ',' + statement({.id = uuid(2), .teacher = "nobody"}) + ']'), "UnknownTeacher nobody");
    EXPECT_TRUE(records().empty());
    EXPECT_EQ(refusal('[' + one + ',' + statement({.id = uuid(2), .teacher = "t-wang"}) + ']'), "");
    EXPECT_EQ(records().size(), 1u);
    EXPECT_EQ(records("t-wang").size(), 1u);
}

TEST_F(Xapi, IsOpenToAPlatformsTokenAlone) {
    const std::string body = statement({});
    for (const std::string& authorization :
         {std::string(), std::string("Bearer "), "Bearer " + std::string(64, 'a'), "Basic " + token_, std::string("Basic !!!"),
          "Bearer " + token_ + "x", "Digest " + token_, "Bearer " + std::string(10'000, 'a')}) {
        const http::Response response = post_as(authorization, body);
        EXPECT_EQ(response.status, 401) << authorization.substr(0, 40);
        EXPECT_FALSE(response.header("WWW-Authenticate").empty());
    }
    EXPECT_EQ(post_as("Bearer " + token_, body, "").status, 400);
    EXPECT_EQ(problem_code(post_as("Bearer " + token_, body, "0.95")), "XapiVersionUnsupported");
    EXPECT_TRUE(records().empty());
    EXPECT_EQ(post_as("bearer " + token_, body, "2.0.0").status, 200);

    const std::string old = std::exchange(token_, issue("gz-learn"));
    EXPECT_EQ(post_as("Bearer " + old, body).status, 401) << "replaced";
    EXPECT_EQ(tell(body).status, 200);
    EXPECT_TRUE(event_store().write([&](store::Transaction& transaction) -> Outcome {
        EXPECT_TRUE(auth::revoke_platform_token(transaction, "gz-learn"));
        EXPECT_FALSE(auth::revoke_platform_token(transaction, "gz-learn"));
        return Done{};
    }));
    EXPECT_EQ(tell(body).status, 401) << "revoked";
}

TEST_F(Xapi, BasicCarriesTheNameAndTheToken) {
    const std::string known = "gz-learn:" + token_;
    const auto base64 = [](const std::string& text) {
        static const char* kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::string encoded;
        for (std::size_t i = 0; i < text.size(); i += 3) {
            unsigned bits = 0;
            for (std::size_t j = 0; j < 3; ++j) bits = bits << 8 | (i + j < text.size() ? static_cast<unsigned char>(text[i + j]) : 0u);
            for (std::size_t j = 0; j < 4; ++j) encoded += i + j > text.size() ? '=' : kDigits[bits >> (18 - 6 * j) & 63];
        }
        return encoded;
    };
    EXPECT_EQ(post_as("Basic " + base64(known), statement({})).status, 200);
    EXPECT_EQ(post_as("Basic " + base64("another:" + token_), statement({})).status, 401);
}

TEST_F(Xapi, GuessingTokensAndTooManyCallsAreSlowed) {
    for (int i = 0; i < 20; ++i) post_as("Bearer " + std::string(64, 'b'), statement({}));
    EXPECT_EQ(tell(statement({})).status, 429);
    real_now_ms += 5 * 60 * 1000;
    for (int i = 0; i < 600; ++i) EXPECT_EQ(tell(statement({})).status, 200);
    const http::Response slowed = tell(statement({}));
    EXPECT_EQ(slowed.status, 429);
    EXPECT_FALSE(slowed.header("Retry-After").empty());
}

TEST_F(Xapi, EveryFieldIsHeldToItsForm) {
    EXPECT_EQ(refusal("[]"), "OutOfRange body");
    EXPECT_EQ(refusal("7"), "Malformed body");
    EXPECT_EQ(refusal("[7]"), "Malformed [0]");
    EXPECT_EQ(refusal(statement({.verb = "voided"})), "UnknownVerb verb.id");
    EXPECT_EQ(refusal('[' + statement({}) + ',' + statement({}) + ']'), "Malformed [1].id");
    EXPECT_EQ(refusal(statement({.id = "1"})), "Malformed id");
    EXPECT_EQ(refusal(statement({.run = "a b"})), "Malformed object.id");
    EXPECT_EQ(refusal(statement({.run = "run-99"})), "UnknownCourseRun run-99");
    EXPECT_EQ(refusal(statement({.teacher = ""})), "Malformed actor.account.name");
    EXPECT_EQ(refusal(statement({.teacher = "p-zhao"})), "UnknownTeacher p-zhao");
    EXPECT_EQ(refusal(statement({.more = R"(,"surprise":1)"})), "UnknownField surprise");
    EXPECT_EQ(refusal(statement({.more = R"(,"result":{"completion":false})"})), "Malformed result.completion");
    EXPECT_EQ(refusal(statement({.more = R"(,"result":{"duration":"an hour"})"})), "Malformed result.duration");
    EXPECT_EQ(refusal(statement({.verb = "progressed", .more = progress(101)})), "OutOfRange result.extensions");
    EXPECT_TRUE(records().empty());
}

TEST_F(Xapi, AVerifiedYearTakesNoMoreHours) {
    EXPECT_TRUE(event_store().write([&](store::Transaction& transaction) -> Outcome {
        const auto fact = codec::encode_ledger_event(ledger::YearsVerified{.kind = ledger::OfficialVerification::Annual,
                                                                           .first_year = {2017},
                                                                           .last_year = {2017},
                                                                           .has_passed = false,
                                                                           .pack_id = "guangzhou-2012",
                                                                           .at = {}});
        sync::Envelope envelope;
        envelope.stamp = Stamp{kCityNowMs, 0, "server"};
        envelope.type = fact.type;
        envelope.payload = fact.payload;
        transaction.append("teacher:t-li", envelope);
        return Done{};
    }));
    EXPECT_EQ(refusal(statement({})), "YearVerified run-1");
}

TEST_F(Xapi, ThousandsOfHostileBodiesAreRefusedOrTaken) {
    std::mt19937 random(20170308);
    const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random()) % most; };
    for (int round = 0; round < 3'000; ++round) {
        std::string body = '[' + statement({.more = progress(40)}) + ']';
        for (std::size_t left = 1 + below(4); left > 0; --left) {
            const std::size_t at = below(body.size());
            switch (below(4)) {
                case 0: body[at] = static_cast<char>(below(256)); break;
                case 1: body.erase(at, 1 + below(9)); break;
                case 2: body.insert(at, body.substr(below(body.size()), below(20))); break;
                default: body.resize(at + 1); break;
            }
            if (body.empty()) body = "{";
        }
        if (round % 500 == 0) real_now_ms += 60'000;
        const int status = tell(body).status;
        EXPECT_TRUE(status == 200 || status == 400 || status == 409 || status == 422) << status << ' ' << body;
    }
    EXPECT_EQ(refusal(std::string(100, '[')), "Malformed " + member_of(tell(std::string(100, '[')), "subject"));
    EXPECT_LE(records().size(), 3u);
}

}  // namespace
}  // namespace xueshi::test

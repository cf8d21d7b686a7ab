// What a device decided about its owner's diagnostic, as the server takes it.
#include <gtest/gtest.h>

#include "core/codec/event_json.h"
#include "core/codec/sync_json.h"
#include "tests/server/support/server_fixture.h"
#include "tests/support/taken_diagnostic.h"

namespace xueshi::test {
namespace {

class DiagnosticPush : public ServerFixture {
  protected:
    DiagnosticPush() { taken.now = {kCityNowMs}; }

    PushedOperation next(const app::Event& event) {
        const codec::EncodedEvent encoded = codec::encode_event(event);
        return {.sequence = ++sequence,
                .kind = "event",
                .type = encoded.type,
                .payload = encoded.payload};
    }
    std::vector<sync::OperationOutcome> push(const Browser& browser,
                                             const std::vector<PushedOperation>& operations) {
        const auto response = post(browser, "/api/v1/push", push_body(kDevice, operations));
        const auto answer = codec::decode_push_answer(response.body_text());
        EXPECT_TRUE(answer.ok()) << response.body_text();
        return answer ? answer->outcomes : std::vector<sync::OperationOutcome>{};
    }
    // A whole test, as a device decides it: begin, every answer, finish.
    std::vector<PushedOperation> whole_test() {
        std::vector<PushedOperation> operations;
        const auto begun = diagnostic::decide(
            taken.context(),
            diagnostic::BeginDiagnostic{
                taken.id, 11, diagnostic::TestMode::Adaptive, {diagnostic::Equipment::Network}});
        operations.push_back(next(*begun));
        diagnostic::apply(taken.diagnostics, *begun, {1, 0, "desk"});
        for (std::string item = taken.open_item(); !item.empty(); item = taken.open_item()) {
            taken.answer(item, 1);
            operations.push_back(next(diagnostic::ItemAnswered{taken.id, item, 1}));
        }
        finished = *diagnostic::decide(taken.context(), diagnostic::FinishDiagnostic{taken.id});
        operations.push_back(next(finished));
        return operations;
    }
    std::vector<sync::Envelope> events_of(const std::string& feed) {
        std::vector<sync::Envelope> events;
        event_store().read(
            [&](store::StoreView& view) { events = view.read_feed(feed, 0, 1000).events; });
        return events;
    }

    testing::TakenDiagnostic taken;
    diagnostic::DiagnosticFinished finished;
    int sequence = 0;
    Browser li = sign_in("t-li");
};

TEST_F(DiagnosticPush, KeepsAWholeTestAndTellsSchoolAndDistrictOnlyThatItWasTaken) {
    for (const sync::OperationOutcome& outcome : push(li, whole_test())) {
        EXPECT_TRUE(outcome.accepted) << outcome.sequence << ' ' << outcome.code;
    }
    for (const char* unit : {"unit:school-1", "unit:district-1"}) {
        std::vector<std::string> noted;
        for (const sync::Envelope& event : events_of(unit)) {
            if (event.type == "unit.recorded") continue;
            EXPECT_EQ(event.type, "diagnostic.noted") << unit << ": no answer, no score";
            EXPECT_NE(event.payload.find("\"due\":true"), std::string::npos);
            noted.push_back(event.payload);
        }
        ASSERT_EQ(noted.size(), 2u) << unit;
        EXPECT_NE(noted[0].find("\"begun\""), std::string::npos);
        EXPECT_NE(noted[1].find("\"finished\""), std::string::npos);
    }
    const Browser sun = sign_in("d-sun");
    EXPECT_EQ(get(sun, "/api/v1/feeds/unit:district-1").status, 200);
    EXPECT_EQ(get(sun, "/api/v1/feeds/unit:school-1").status, 403)
        << "a district reads its own feed";
}

TEST_F(DiagnosticPush, RefusesAResultThatItsAnswersDoNotGive) {
    std::vector<PushedOperation> operations = whole_test();
    finished.result.levels[0].estimate.theta = 4;
    operations.back() = next(finished);
    operations.back().sequence = static_cast<int>(operations.size());
    const auto outcomes = push(li, operations);
    ASSERT_EQ(outcomes.size(), operations.size());
    EXPECT_FALSE(outcomes.back().accepted);
    EXPECT_EQ(outcomes.back().code, "ScoreDiffers");
    EXPECT_EQ(events_of("unit:district-1").size(), 1u) << "begun, not finished";
}

TEST_F(DiagnosticPush, RefusesAnswersOfNoDiagnosticAndOfNoItem) {
    const auto outcomes =
        push(li, {next(diagnostic::ItemAnswered{DiagnosticId{"nowhere"}, "I-01-1", 0})});
    EXPECT_EQ(outcomes.at(0).code, "UnknownDiagnostic");
    const auto begun = diagnostic::decide(
        taken.context(),
        diagnostic::BeginDiagnostic{taken.id, 1, diagnostic::TestMode::Adaptive, {}});
    const auto after = push(li,
                            {next(*begun),
                             next(diagnostic::ItemAnswered{taken.id, "II-01-1", 0}),
                             next(diagnostic::ItemAnswered{taken.id, "I-01-1", 9})});
    EXPECT_TRUE(after.at(0).accepted);
    EXPECT_EQ(after.at(1).code, "ItemNotAsked") << "the level is not taken";
    EXPECT_EQ(after.at(2).code, "OutOfRange");
}

TEST_F(DiagnosticPush, IsForTeachersAlone) {
    const Browser zhao = sign_in("p-zhao");
    const auto begun = diagnostic::decide(
        taken.context(),
        diagnostic::BeginDiagnostic{taken.id, 1, diagnostic::TestMode::Adaptive, {}});
    const auto outcomes = push(zhao, {next(*begun)});
    EXPECT_EQ(outcomes.at(0).code, "Forbidden");
}

}  // namespace
}  // namespace xueshi::test

// Hours allocated to years through the server (R23, R24): what is appended, what is refused, and that nothing happens
// twice.
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/app/apply.h"
#include "core/codec/event_json.h"
#include "core/codec/ledger_json.h"
#include "core/codec/special_json.h"
#include "core/codec/sync_json.h"
#include "tests/server/support/special_city.h"

namespace xueshi::test {
namespace {

using ledger::HourRecord;
using ledger::HourSource;
using ledger::HourState;
using ledger::YearMove;

constexpr std::int64_t kDayMs = 86'400'000;
const std::string kFeed = "teacher:t-li";

HourRecord record_of(const std::string& id, const std::string& run, HourSource source = HourSource::AllStaff,
                     HourState state = HourState::Earned) {
    return {.id = HourRecordId{id},
            .course_run_id = CourseRunId{run},
            .title = "课程 " + id,
            .category = HourCategory::Professional,
            .tags = {},
            .hours = whole_hours(6),
            .state = state,
            .source = source,
            .allocated_year = {2017},
            .remark = {}};
}

class LedgerAllocation : public ServerFixture {
  protected:
    LedgerAllocation() {
        record(kFeed, record_of("h1", "run-1"));
        record(kFeed, record_of("h2", "run-2"));
        record(kFeed, record_of("h3", "run-3", HourSource::AllStaff, HourState::InProgress));
        record(kFeed, record_of("special", "", HourSource::Special));
        record("teacher:t-wang", record_of("w1", "run-1"));
    }

    // As another program of the city writes it, later than everything before.
    void append(const std::string& feed, codec::EncodedEvent encoded) {
        const Outcome kept = event_store().write([&](store::Transaction& transaction) -> Outcome {
            sync::Envelope envelope;
            envelope.stamp = Stamp{kCityNowMs + ++appended_, 0, "other"};
            envelope.type = std::move(encoded.type);
            envelope.payload = std::move(encoded.payload);
            transaction.append(feed, envelope);
            return Done{};
        });
        ASSERT_TRUE(kept);
    }
    void record(const std::string& feed, const HourRecord& record) {
        append(feed, codec::encode_event(app::HoursRecorded{record}));
    }
    void verify_officially(int first, int last, ledger::OfficialVerification kind) {
        append(kFeed, codec::encode_ledger_event(ledger::YearsVerified{.kind = kind,
                                                                      .first_year = {first},
                                                                      .last_year = {last},
                                                                      .has_passed = false,
                                                                      .pack_id = "guangzhou-2012",
                                                                      .at = {kCityNowMs}}));
    }

    Browser& browser_of(const std::string& login) {
        auto found = browsers_.find(login);
        if (found == browsers_.end()) found = browsers_.emplace(login, sign_in(login)).first;
        return found->second;
    }
    sync::OperationOutcome push(const std::string& login, PushedOperation operation) {
        std::string device = login;
        device.resize(32, 'x');
        operation.sequence = ++sequences_[login];
        const http::Response response = post(browser_of(login), "/api/v1/push", push_body(device, {operation}));
        const auto answer = codec::decode_push_answer(response.body_text());
        EXPECT_TRUE(answer) << response.body_text();
        return answer ? answer->outcomes.at(0) : sync::OperationOutcome{};
    }
    static PushedOperation intent(const std::vector<YearMove>& moves) {
        const codec::EncodedIntent encoded = codec::encode_ledger_intent({moves});
        PushedOperation operation;
        operation.kind = "intent";
        operation.type = encoded.type;
        operation.payload = encoded.payload;
        return operation;
    }
    static std::vector<YearMove> move(const std::string& id, int year) { return {{HourRecordId{id}, {year}}}; }
    // The code of the refusal, or empty.
    std::string allocate(const std::vector<YearMove>& moves, const std::string& login = "t-li") {
        const sync::OperationOutcome outcome = push(login, intent(moves));
        return outcome.accepted ? std::string{} : outcome.code;
    }

    std::vector<sync::Envelope> events(const std::string& feed = kFeed) {
        std::vector<sync::Envelope> all;
        event_store().read([&](store::StoreView& view) { all = view.read_feed(feed, 0, 10'000).events; });
        return all;
    }
    // What a client that knows nothing of allocations sees.
    int year_of(const std::string& id) {
        app::TeacherState state;
        for (const sync::Envelope& envelope : events()) {
            app::apply(state, {*codec::decode_event(envelope.type, envelope.payload), envelope.stamp, envelope.sequence});
        }
        return state.records.at(HourRecordId{id}).value.allocated_year.year;
    }
    ledger::HourLedger ledger_now() {
        ledger::HourLedger folded;
        for (const sync::Envelope& envelope : events()) {
            if (!envelope.type.starts_with(codec::kLedgerPrefix)) continue;
            ledger::apply(folded, *codec::decode_ledger_event(envelope.type, envelope.payload), envelope.stamp);
        }
        return folded;
    }

  private:
    std::map<std::string, Browser> browsers_;
    std::map<std::string, int> sequences_;
    std::int64_t appended_ = 0;
};

TEST_F(LedgerAllocation, AppendsTheActAndTheRecordInItsNewYearTogether) {
    const std::size_t before = events().size();
    const sync::OperationOutcome outcome = push("t-li", intent({{HourRecordId{"h1"}, {2016}}, {HourRecordId{"h2"}, {2013}}}));
    ASSERT_TRUE(outcome.accepted) << outcome.code;
    const auto receipt = codec::decode_step_receipt(outcome.receipt);
    ASSERT_TRUE(receipt);
    const auto after = events();
    ASSERT_EQ(after.size(), before + 4);
    EXPECT_EQ(after[before].type, "ledger.hours_allocated");
    EXPECT_EQ(after[before + 1].type, "ledger.hours_allocated");
    EXPECT_EQ(after[before + 2].type, "hours.recorded");
    EXPECT_EQ(after[before + 3].type, "hours.recorded");
    EXPECT_EQ(year_of("h1"), 2016);
    EXPECT_EQ(year_of("h2"), 2013);
    const ledger::HoursAllocated* act = nullptr;
    const ledger::HourLedger ledger = ledger_now();
    ASSERT_NE(act = ledger.last_allocation(HourRecordId{"h1"}), nullptr);
    EXPECT_EQ(act->from_year.year, 2017);
    EXPECT_EQ(act->by, "Name of t-li");
    EXPECT_EQ(act->receipt_id, receipt->receipt_id);
    EXPECT_EQ(act->at, receipt->at);
    for (const char* feed : {"unit:school-1", "teacher:t-wang"}) {
        for (const sync::Envelope& envelope : events(feed)) EXPECT_FALSE(envelope.type.starts_with("ledger.")) << feed;
    }
}

TEST_F(LedgerAllocation, TheSameIntentAHundredTimesHasOneEffectAndOneReceipt) {
    PushedOperation operation = intent(move("h1", 2016));
    const std::string body = push_body(kDevice, {operation});
    std::set<std::string> receipts;
    for (int i = 0; i < 100; ++i) {
        const auto answer = codec::decode_push_answer(post(browser_of("t-li"), "/api/v1/push", body).body_text());
        ASSERT_TRUE(answer);
        receipts.insert(answer->outcomes[0].receipt);
    }
    EXPECT_EQ(receipts.size(), 1u);
    EXPECT_EQ(ledger_now().allocations.at(HourRecordId{"h1"}).size(), 1u);
}

TEST_F(LedgerAllocation, EachRefusalIsNamedAndChangesNothing) {
    record(kFeed, record_of("h1-again", "run-1"));
    const auto before = events().size();
    EXPECT_EQ(allocate({}), "OutOfRange");
    EXPECT_EQ(allocate(std::vector<YearMove>(61, YearMove{HourRecordId{"h1"}, {2016}})), "OutOfRange");
    EXPECT_EQ(allocate({{HourRecordId{"h1"}, {2016}}, {HourRecordId{"h1"}, {2015}}}), "OutOfRange");
    EXPECT_EQ(allocate(move("nowhere", 2016)), "UnknownRecord");
    EXPECT_EQ(allocate(move("w1", 2016)), "UnknownRecord") << "another teacher's";
    EXPECT_EQ(allocate(move("special", 2016)), "NotPhaseHours");
    EXPECT_EQ(allocate(move("h3", 2016)), "HoursUnfinished");
    EXPECT_EQ(allocate(move("h1-again", 2016)), "HoursRepeated") << "the record of the smaller id stands";
    EXPECT_EQ(allocate(move("h1", 2017)), "SameYear");
    EXPECT_EQ(allocate(move("h1", 2018)), "YearNotAllowed");
    EXPECT_EQ(allocate({{HourRecordId{"h2"}, {2016}}, {HourRecordId{"special"}, {2016}}}), "NotPhaseHours")
        << "all of it or none";
    for (const char* login : {"p-zhao", "d-sun"}) EXPECT_EQ(allocate(move("h2", 2016), login), "Forbidden");
    PushedOperation broken = intent(move("h2", 2016));
    broken.payload = R"({"moves":[],"surprise":1})";
    EXPECT_EQ(push("t-li", broken).code, "UnknownField");
    broken.type = "ledger.invent";
    EXPECT_EQ(push("t-li", broken).code, "UnknownType");
    PushedOperation forged = intent(move("h2", 2016));
    forged.kind = "event";
    forged.type = "ledger.hours_allocated";
    forged.payload = codec::encode_ledger_event(ledger::HoursAllocated{HourRecordId{"h2"}, {2017}, {2016}, "x",
                                                                       ReceiptId{"R"}, {kCityNowMs}}).payload;
    EXPECT_EQ(push("t-li", forged).code, "UnknownType") << "no device decides it";
    EXPECT_EQ(events().size(), before);
}

TEST_F(LedgerAllocation, AYearThatPassesTakesNoMakeUpHours) {
    HourRecord filling = record_of("f1", "", HourSource::External);
    filling.hours = whole_hours(54);
    filling.allocated_year = {2014};
    record(kFeed, filling);
    filling.id = HourRecordId{"f2"};
    filling.category = HourCategory::Public;
    filling.hours = whole_hours(18);
    record(kFeed, filling);
    EXPECT_EQ(allocate(move("h2", 2014)), "YearNotShort");
    EXPECT_EQ(allocate(move("h2", 2015)), "");
}

TEST_F(LedgerAllocation, VerifiedYearsStandStill) {
    EXPECT_EQ(allocate(move("h2", 2013)), "");
    verify_officially(2016, 2016, ledger::OfficialVerification::Annual);
    EXPECT_EQ(allocate(move("h1", 2016)), "YearVerified");
    verify_officially(2012, 2016, ledger::OfficialVerification::Cycle);
    EXPECT_EQ(allocate(move("h1", 2015)), "YearVerified");
    EXPECT_EQ(allocate(move("h2", 2017)), "YearVerified") << "out of a verified cycle";
    EXPECT_EQ(year_of("h2"), 2013);
}

TEST_F(LedgerAllocation, TheDayOfTheAutomaticVerificationEndsIt) {
    domain_elapsed = std::chrono::milliseconds(143 * kDayMs);  // 31 July
    EXPECT_EQ(allocate(move("h2", 2016)), "");
    domain_elapsed = std::chrono::milliseconds(144 * kDayMs);
    EXPECT_EQ(allocate(move("h1", 2016)), "VerificationBegun");
    EXPECT_EQ(allocate(move("h2", 2017)), "VerificationBegun");
    EXPECT_EQ(allocate(move("h1", 2013)), "");
}

TEST_F(LedgerAllocation, IsTakenBackByTheInverseIntent) {
    const sync::OperationOutcome outcome = push("t-li", intent({{HourRecordId{"h1"}, {2016}}, {HourRecordId{"h2"}, {2013}}}));
    ASSERT_TRUE(outcome.accepted);
    const ReceiptId receipt = codec::decode_step_receipt(outcome.receipt)->receipt_id;
    EXPECT_EQ(allocate(ledger_now().moves_to_undo(receipt)), "");
    EXPECT_EQ(year_of("h1"), 2017);
    EXPECT_EQ(year_of("h2"), 2017);
    EXPECT_EQ(ledger_now().allocations.at(HourRecordId{"h2"}).size(), 2u) << "nothing is overwritten";
    EXPECT_EQ(allocate(ledger_now().moves_to_undo(receipt)), "OutOfRange") << "once";
}

TEST_F(LedgerAllocation, IsTheSameAfterARestart) {
    EXPECT_EQ(allocate(move("h2", 2013)), "");
    restart();
    EXPECT_EQ(allocate(move("h2", 2013)), "SameYear");
    EXPECT_EQ(allocate(move("h2", 2017)), "");
    EXPECT_EQ(year_of("h2"), 2017);
    ASSERT_NE(ledger_now().last_allocation(HourRecordId{"h2"}), nullptr);
    EXPECT_EQ(ledger_now().last_allocation(HourRecordId{"h2"})->from_year.year, 2013);
}

TEST_F(LedgerAllocation, SeveralIntentsOfOnePushSeeEachOther) {
    std::vector<PushedOperation> operations = {intent(move("h2", 2013)), intent(move("h2", 2016)), intent(move("h2", 2016))};
    for (std::size_t i = 0; i < operations.size(); ++i) operations[i].sequence = static_cast<int>(i) + 1;
    const auto answer =
        codec::decode_push_answer(post(browser_of("t-li"), "/api/v1/push", push_body(kDevice, operations)).body_text());
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->outcomes[0].accepted);
    EXPECT_TRUE(answer->outcomes[1].accepted) << answer->outcomes[1].code;
    EXPECT_EQ(answer->outcomes[2].code, "SameYear");
    EXPECT_EQ(year_of("h2"), 2016);
}

}  // namespace
}  // namespace xueshi::test

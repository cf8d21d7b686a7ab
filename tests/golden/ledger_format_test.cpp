// Events and intents about hours written by any released version are read by this one, and written again as the same
// bytes. The golden file is never edited.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <variant>

#include "core/codec/json_writer.h"
#include "core/codec/ledger_json.h"
#include "core/sync/operation.h"
#include "tests/golden/golden_lines.h"

namespace xueshi::codec {
namespace {

using Line = testing::GoldenLine;

std::vector<Line> ledger_lines() {
    return testing::golden_lines({"tests/golden/ledger_events_v1.jsonl", "tests/golden/ledger_events_v2.jsonl"});
}

TEST(LedgerFormat, EventsAreReadAndWrittenAgainByteForByte) {
    std::set<std::size_t> seen;
    for (const Line& line : ledger_lines()) {
        const std::string payload = write_json(line.payload);
        const auto fact = decode_ledger_event(line.type, payload);
        ASSERT_TRUE(fact) << payload << ' ' << fact.error().subject;
        seen.insert(fact->index());
        const EncodedEvent encoded = encode_ledger_event(*fact);
        EXPECT_TRUE(encoded.type.starts_with(kLedgerPrefix));
        EXPECT_EQ(encoded.type, line.type);
        EXPECT_EQ(encoded.payload, payload);
    }
    EXPECT_EQ(seen.size(), std::variant_size_v<ledger::LedgerFact>) << "an example of every event";
}

TEST(LedgerFormat, MissingAndUnknownFieldsAreRefused) {
    for (const Line& line : ledger_lines()) {
        JsonValue payload = line.payload;
        payload.members.push_back({"unheard_of", {}});
        EXPECT_EQ(decode_ledger_event(line.type, write_json(payload)).error().code, kUnknownField);
        for (std::size_t i = 0; i < line.payload.members.size(); ++i) {
            JsonValue lacking = line.payload;
            lacking.members.erase(lacking.members.begin() + static_cast<std::ptrdiff_t>(i));
            EXPECT_FALSE(decode_ledger_event(line.type, write_json(lacking)))
                << line.type << " without " << line.payload.members[i].key;
        }
    }
    EXPECT_EQ(decode_ledger_event("ledger.unheard_of", "{}").error().code, sync::kUnknownType);
}

TEST(LedgerFormat, YearsThatEndBeforeTheyBeginAndAnnualResultsOfSeveralYearsAreRefused) {
    for (const auto& [kind, first, last] : {std::tuple{"cycle", 2016, 2012}, std::tuple{"annual", 2015, 2016}}) {
        const std::string payload = R"({"kind":")" + std::string(kind) + R"(","first_year":)" + std::to_string(first) +
                                    R"(,"last_year":)" + std::to_string(last) +
                                    R"(,"passed":true,"pack_id":"guangzhou-2012","at_ms":0})";
        const auto fact = decode_ledger_event("ledger.years_verified", payload);
        ASSERT_FALSE(fact);
        EXPECT_EQ(fact.error().code, kOutOfRange);
    }
}

TEST(LedgerFormat, TheIntentComesBackAsItWasSent) {
    const allocation::AllocateHours command{{{HourRecordId{"h1"}, {2016}}, {HourRecordId{"h2"}, {2013}}}};
    const EncodedIntent encoded = encode_ledger_intent(command);
    EXPECT_EQ(encoded.type, "ledger.allocate");
    EXPECT_EQ(encoded.payload, R"({"moves":[{"record_id":"h1","year":2016},{"record_id":"h2","year":2013}]})");
    const auto read = decode_ledger_intent(encoded.type, encoded.payload);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->moves, command.moves);
    EXPECT_EQ(decode_ledger_intent(encoded.type, R"({"moves":[{"record_id":"h1"}]})").error().subject, "moves[0].year");
    EXPECT_EQ(decode_ledger_intent(encoded.type, "{}").error().subject, "moves");
    EXPECT_EQ(decode_ledger_intent("ledger.unheard_of", "{}").error().code, sync::kUnknownType);
}

}  // namespace
}  // namespace xueshi::codec

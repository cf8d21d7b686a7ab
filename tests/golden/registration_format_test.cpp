// Events and intents about registered hours written by any released version are read by this one, and written again as
// the same bytes. The golden files are never edited.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <variant>

#include "core/codec/json_writer.h"
#include "core/codec/registration_json.h"
#include "core/sync/operation.h"
#include "tests/golden/golden_lines.h"

namespace xueshi::codec {
namespace {

using namespace registration;

using Line = testing::GoldenLine;

std::vector<Line> registration_lines() {
    return testing::golden_lines({"tests/golden/registration_events_v1.jsonl", "tests/golden/registration_events_v2.jsonl"});
}

// One of each, with everything it can carry.
std::vector<RegistrationCommand> every_command() {
    const RegistrationId id{"r01"};
    const Activity activity{"教研活动", "基地", *parse_date("2017-03-06"), *parse_date("2017-03-07"), {65}, HourCategory::Elective};
    const std::vector<Evidence> evidence = {{AttachmentId{"a01"}, "证书.pdf"}};
    const RegisterKey own{TeacherId{"t1"}, {}};
    const RegisterKey school{{}, UnitId{"school-1"}};
    return {RegisterHours{id, ledger::HourSource::DistrictBased, "20170042318", activity},
            DeclareTraining{id, UnitId{"school-1"}, activity, {"1", "2"}, evidence},
            HandInRecord{id, "20170042318", activity, evidence},
            ResubmitRegistration{id, school, activity, {"1"}, evidence},
            ReviewRegistration{id, own, enrolment::Verdict::Refuse, "看不清"},
            WithdrawRegistration{id, own, "重复"},
            CorrectHours{id, own, activity, "更正"},
            CancelHours{id, school, "取消"}};
}

TEST(RegistrationFormat, EventsAreReadAndWrittenAgainByteForByte) {
    std::set<std::size_t> seen;
    std::set<RegistrationMove> moves;
    for (const Line& line : registration_lines()) {
        const std::string payload = write_json(line.payload);
        const auto fact = decode_registration_event(line.type, payload);
        ASSERT_TRUE(fact) << payload << ' ' << fact.error().subject;
        seen.insert(fact->index());
        if (const auto* moved = std::get_if<RegistrationMoved>(&*fact)) moves.insert(moved->move);
        const EncodedEvent encoded = encode_registration_event(*fact);
        EXPECT_TRUE(encoded.type.starts_with(kRegistrationPrefix));
        EXPECT_EQ(encoded.type, line.type);
        EXPECT_EQ(encoded.payload, payload);
    }
    EXPECT_EQ(seen.size(), std::variant_size_v<RegistrationFact>) << "an example of every event";
    EXPECT_EQ(moves.size(), 7u) << "and of every move";
}

TEST(RegistrationFormat, MissingAndUnknownFieldsAreRefused) {
    const std::set<std::string> optional = {"deputy_for", "reason", "counted_deci_hours", "teacher_id", "school_id"};
    for (const Line& line : registration_lines()) {
        JsonValue payload = line.payload;
        payload.members.push_back({"unheard_of", {}});
        EXPECT_EQ(decode_registration_event(line.type, write_json(payload)).error().code, kUnknownField);
        for (std::size_t i = 0; i < line.payload.members.size(); ++i) {
            if (optional.contains(line.payload.members[i].key)) continue;
            JsonValue lacking = line.payload;
            lacking.members.erase(lacking.members.begin() + static_cast<std::ptrdiff_t>(i));
            EXPECT_FALSE(decode_registration_event(line.type, write_json(lacking)))
                << line.type << " without " << line.payload.members[i].key;
        }
    }
    EXPECT_EQ(decode_registration_event("registration.unheard_of", "{}").error().code, sync::kUnknownType);
}

TEST(RegistrationFormat, MissingFieldsOfWhatStandsWithinAreRefused) {
    for (const Line& line : registration_lines()) {
        for (std::size_t outer = 0; outer < line.payload.members.size(); ++outer) {
            const auto& members = line.payload.members[outer].value.members;
            for (std::size_t i = 0; i < members.size(); ++i) {
                if (members[i].key == "organiser") continue;
                JsonValue lacking = line.payload;
                auto& inner = lacking.members[outer].value.members;
                inner.erase(inner.begin() + static_cast<std::ptrdiff_t>(i));
                EXPECT_FALSE(decode_registration_event(line.type, write_json(lacking))) << members[i].key;
            }
        }
    }
}

TEST(RegistrationFormat, EveryIntentComesBackAsItWasSent) {
    std::set<std::string> types;
    for (const RegistrationCommand& command : every_command()) {
        const EncodedIntent encoded = encode_registration_intent(command);
        EXPECT_TRUE(encoded.type.starts_with(kRegistrationPrefix));
        types.insert(encoded.type);
        const auto read = decode_registration_intent(encoded.type, encoded.payload);
        ASSERT_TRUE(read) << encoded.type << ' ' << read.error().subject;
        EXPECT_EQ(encode_registration_intent(*read).payload, encoded.payload);
        EXPECT_EQ(read->index(), command.index());
        JsonValue payload = *parse_json(encoded.payload);
        payload.members.push_back({"unheard_of", {}});
        EXPECT_FALSE(decode_registration_intent(encoded.type, write_json(payload))) << encoded.type;
        EXPECT_FALSE(decode_registration_intent(encoded.type, "{}")) << encoded.type;
    }
    EXPECT_EQ(types.size(), std::variant_size_v<RegistrationCommand>);
    EXPECT_EQ(decode_registration_intent("registration.unheard_of", "{}").error().code, sync::kUnknownType);
}

TEST(RegistrationFormat, OneRegisterIsNamedAndFinerHoursThanTenthsAreNotRead) {
    const std::string both = R"({"registration_id":"r","teacher_id":"t","school_id":"s","reason":"x"})";
    EXPECT_EQ(decode_registration_intent("registration.cancel_hours", both).error().code, kUnknownField);
    const std::string none = R"({"registration_id":"r","reason":"x"})";
    EXPECT_EQ(decode_registration_intent("registration.cancel_hours", none).error().subject, "teacher_id");
    EncodedIntent finer = encode_registration_intent(every_command()[0]);
    finer.payload.replace(finer.payload.find("65"), 2, "6.5");
    EXPECT_EQ(decode_registration_intent(finer.type, finer.payload).error().subject, "activity.deci_hours");
}

}  // namespace
}  // namespace xueshi::codec

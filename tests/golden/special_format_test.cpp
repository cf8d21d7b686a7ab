// Special training's events and intents written by any released version are read by this one, and written again as
// the same bytes. The golden files are never edited.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <variant>

#include "core/codec/json_writer.h"
#include "core/codec/special_json.h"
#include "core/sync/operation.h"

namespace xueshi::codec {
namespace {

std::vector<std::string> golden_lines() {
    std::vector<std::string> lines;
    for (const char* name : {"tests/golden/special_events_v1.jsonl", "tests/golden/special_events_v2.jsonl",
                             "tests/golden/special_events_v3.jsonl"}) {
        std::ifstream file(name);
        for (std::string line; std::getline(file, line);) lines.push_back(line);
    }
    return lines;
}

// One of each, with everything it can carry.
std::vector<enrolment::RosterCommand> every_command() {
    using namespace enrolment;
    const EnrolmentId enrolment{"e01"};
    const ProjectId project{"Z01"};
    return {SignUp{enrolment, project},
            ResubmitEnrolment{enrolment, project},
            WithdrawEnrolment{enrolment, project, "调离"},
            ReviewEnrolment{enrolment, project, 2, Verdict::Return, "材料不全"},
            MarkAttendance{enrolment, project, AttendanceMark::NoShow, "未请假"},
            SetQuota{project, {{UnitId{"d1"}, 3, {{UnitId{"s1"}, 1}}}, {UnitId{"d2"}, 0, {}}}},
            PlaceParticipant{enrolment, project, "20170042318"},
            RequestSubstitution{SubstitutionId{"x01"}, project, enrolment, "20170042379", EnrolmentId{"e02"}, "产假"},
            ReviewSubstitution{SubstitutionId{"x01"}, project, false, "不符合条件"},
            SubmitStudyAway{project, {"深圳", "跟岗", *parse_date("2017-05-08"), *parse_date("2017-05-12")}},
            ReviewStudyAway{project, false, "与任务无关"},
            AllowLateStudyAway{project, "改期"},
            AttachDocument{SubstitutionId{"x01"}, project, AttachmentId{"a01"}, DocumentKind::ReplacementList, "更换名单.pdf"}};
}

TEST(SpecialFormat, EventsAreReadAndWrittenAgainByteForByte) {
    std::set<std::size_t> seen;
    for (const std::string& line : golden_lines()) {
        const auto document = parse_json(line);
        ASSERT_TRUE(document) << line;
        const std::string type = document->find("type")->text;
        const std::string payload = write_json(*document->find("payload"));
        const auto event = decode_special_event(type, payload);
        ASSERT_TRUE(event) << line << ' ' << event.error().subject;
        seen.insert(event->index());
        const EncodedEvent encoded = encode_special_event(*event);
        EXPECT_EQ(encoded.type, type);
        EXPECT_EQ(encoded.payload, payload);
    }
    EXPECT_EQ(seen.size(), std::variant_size_v<app::SpecialEvent>) << "an example of every event";
}

TEST(SpecialFormat, MissingAndUnknownFieldsOfEventsAreRefused) {
    const std::set<std::string> optional = {"by", "deputy_for", "reason", "district_id"};
    for (const std::string& line : golden_lines()) {
        const auto document = parse_json(line);
        const std::string type = document->find("type")->text;
        JsonValue payload = *document->find("payload");
        payload.members.push_back({"unheard_of", {}});
        const auto event = decode_special_event(type, write_json(payload));
        ASSERT_FALSE(event) << line;
        EXPECT_EQ(event.error().code, kUnknownField);
        payload.members.pop_back();
        for (std::size_t i = 0; i < payload.members.size(); ++i) {
            if (optional.contains(payload.members[i].key) && payload.members[i].key != "reason") continue;
            if (payload.members[i].key == "reason" && type != "special.substitution_requested") continue;
            JsonValue lacking = payload;
            lacking.members.erase(lacking.members.begin() + static_cast<std::ptrdiff_t>(i));
            EXPECT_FALSE(decode_special_event(type, write_json(lacking)))
                << line << " without " << payload.members[i].key;
        }
    }
    EXPECT_EQ(decode_special_event("special.unheard_of", "{}").error().code, sync::kUnknownType);
}

TEST(SpecialFormat, MissingFieldsOfWhatStandsWithinAreRefused) {
    for (const std::string& line : golden_lines()) {
        const auto document = parse_json(line);
        const std::string type = document->find("type")->text;
        const JsonValue payload = *document->find("payload");
        for (std::size_t outer = 0; outer < payload.members.size(); ++outer) {
            for (std::size_t i = 0; i < payload.members[outer].value.members.size(); ++i) {
                JsonValue lacking = payload;
                auto& members = lacking.members[outer].value.members;
                members.erase(members.begin() + static_cast<std::ptrdiff_t>(i));
                EXPECT_FALSE(decode_special_event(type, write_json(lacking)))
                    << payload.members[outer].key << " without " << payload.members[outer].value.members[i].key;
            }
        }
    }
}

TEST(SpecialFormat, AChainThatGoesBackInTimeIsRefused) {
    std::string line = golden_lines().front();
    const std::string deadline = "\"deadline\":\"2017-04-08\"";
    line.replace(line.find(deadline), deadline.size(), "\"deadline\":\"2017-03-30\"");
    const auto document = parse_json(line);
    const auto event = decode_special_event(document->find("type")->text, write_json(*document->find("payload")));
    ASSERT_FALSE(event);
    EXPECT_EQ(event.error().code, enrolment::kBadApprovalChain);
    EXPECT_EQ(event.error().subject, "chain.steps");
}

TEST(SpecialFormat, EveryIntentComesBackAsItWasSent) {
    std::set<std::string> types;
    for (const enrolment::RosterCommand& command : every_command()) {
        const EncodedIntent encoded = encode_special_intent(command);
        EXPECT_TRUE(encoded.type.starts_with(kSpecialPrefix));
        types.insert(encoded.type);
        const auto read = decode_special_intent(encoded.type, encoded.payload);
        ASSERT_TRUE(read) << encoded.type << ' ' << read.error().subject;
        EXPECT_EQ(encode_special_intent(*read).payload, encoded.payload);
        EXPECT_EQ(read->index(), command.index());
        JsonValue payload = *parse_json(encoded.payload);
        payload.members.push_back({"unheard_of", {}});
        EXPECT_FALSE(decode_special_intent(encoded.type, write_json(payload))) << encoded.type;
        EXPECT_FALSE(decode_special_intent(encoded.type, "{}")) << encoded.type;
    }
    EXPECT_EQ(types.size(), std::variant_size_v<enrolment::RosterCommand>);
    EXPECT_EQ(decode_special_intent("special.unheard_of", "{}").error().code, sync::kUnknownType);
}

TEST(SpecialFormat, AReceiptComesBackAsItWasSent) {
    const StepReceipt receipt{ReceiptId{"7Q4K2-0MXTA"}, {1489108800000}};
    EXPECT_EQ(encode_step_receipt(receipt), R"({"receipt_id":"7Q4K2-0MXTA","at_ms":1489108800000})");
    const auto read = decode_step_receipt(encode_step_receipt(receipt));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, receipt);
}

}  // namespace
}  // namespace xueshi::codec

// Events written by any released version are read by this one, and written again as the same bytes.
// The golden files are never edited; a changed format gets a new type or an upgrade, and a new file.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <variant>

#include "core/codec/event_json.h"
#include "core/codec/json_writer.h"

namespace xueshi::codec {
namespace {

void read_lines(const std::string& path, std::vector<std::string>& lines) {
    std::ifstream file(path);
    const std::size_t before = lines.size();
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    EXPECT_GT(lines.size(), before) << path;
}

// v2: plan events with `replaces`. v3: the diagnostic, and what earlier phases left.
std::vector<std::string> golden_lines() {
    std::vector<std::string> lines;
    for (const char* name : {"events_v1", "events_v2", "events_v3"}) {
        read_lines(std::string("tests/golden/") + name + ".jsonl", lines);
    }
    return lines;
}

TEST(EventFormat, IsReadAndWrittenAgainByteForByte) {
    ASSERT_FALSE(golden_lines().empty());
    for (const std::string& line : golden_lines()) {
        const auto document = parse_json(line);
        ASSERT_TRUE(document) << line;
        const std::string type = document->find("type")->text;
        const std::string payload = write_json(*document->find("payload"));
        const auto event = decode_event(type, payload);
        ASSERT_TRUE(event) << line << ' ' << event.error().subject;
        ASSERT_FALSE(std::holds_alternative<app::UnknownEvent>(*event)) << line;
        const EncodedEvent encoded = encode_event(*event);
        EXPECT_EQ(encoded.type, type);
        EXPECT_EQ(encoded.payload, payload);
    }
}

TEST(EventFormat, HasAnExampleOfEveryEvent) {
    std::set<std::size_t> seen;
    for (const std::string& line : golden_lines()) {
        const auto document = parse_json(line);
        seen.insert(decode_event(document->find("type")->text, write_json(*document->find("payload")))->index());
    }
    EXPECT_EQ(seen.size(), std::variant_size_v<app::Event> - 1) << "all but UnknownEvent";
}

TEST(EventFormat, RefusesEveryMissingAndEveryUnknownField) {
    for (const std::string& line : golden_lines()) {
        const auto document = parse_json(line);
        const std::string type = document->find("type")->text;
        JsonValue payload = *document->find("payload");
        payload.members.push_back({"unheard_of", {}});
        const auto event = decode_event(type, write_json(payload));
        ASSERT_FALSE(event) << line;
        EXPECT_EQ(event.error().code, kUnknownField);
        EXPECT_EQ(event.error().subject, "unheard_of");
        EXPECT_FALSE(decode_event(type, "[]")) << line;
        // Of these types every field is required.
        if (type.starts_with("diagnostic.") || type.starts_with("programme.") || type.starts_with("course_themes.")) {
            payload.members.pop_back();
            for (std::size_t i = 0; i < payload.members.size(); ++i) {
                JsonValue lacking = payload;
                lacking.members.erase(lacking.members.begin() + static_cast<std::ptrdiff_t>(i));
                EXPECT_FALSE(decode_event(type, write_json(lacking))) << line << " without " << payload.members[i].key;
            }
        }
        EXPECT_FALSE(decode_event(type, "{}")) << line;
    }
}

}  // namespace
}  // namespace xueshi::codec

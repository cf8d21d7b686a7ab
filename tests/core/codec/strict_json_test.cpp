#include "core/codec/strict_json.h"

#include <gtest/gtest.h>

#include "core/codec/json_writer.h"

namespace xueshi::codec {
namespace {

TEST(StrictJson, RefusesWhatIsNotOneDocument) {
    for (const char* text : {"", "{", "{}{}", "nul", "{\"a\":}", "[1,]", "\"\xff\"", "{'a':1}", "1e999", "01"}) {
        EXPECT_FALSE(parse_json(text)) << text;
    }
}

TEST(StrictJson, RefusesRepeatedKeysByName) {
    const auto value = parse_json(R"({"b":1,"a":{"x":1,"y":2,"x":3}})");
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().code, kMalformed);
    EXPECT_EQ(value.error().subject, "x");
}

TEST(StrictJson, KeepsARawMemberAsItWasWritten) {
    const std::string raw = R"({ "a": [1, {"b": "}"}], "c": 1.50 })";
    const auto value = parse_json(R"({"x":1,"payload":)" + raw + R"(,"y":[{"payload":{}},{"payload":7}]})", "payload");
    ASSERT_TRUE(value);
    EXPECT_EQ(value->find("payload")->kind, JsonValue::Kind::Object);
    EXPECT_EQ(value->find("payload")->text, raw);
    EXPECT_EQ(value->find("x")->text, "1");
    EXPECT_EQ(value->find("y")->items[0].find("payload")->text, "{}");
    EXPECT_EQ(value->find("y")->items[1].find("payload")->kind, JsonValue::Kind::Number);
}

TEST(StrictJson, RefusesARawMemberThatIsNotJson) {
    for (const char* text : {R"({"payload":{"a":}})", R"({"payload":{"a":1)", "{\"payload\":{\"a\":\"\xff\"}}"}) {
        EXPECT_FALSE(parse_json(text, "payload")) << text;
    }
    std::string deep(kMaxJsonDepth, '[');
    deep += std::string(kMaxJsonDepth, ']');
    EXPECT_FALSE(parse_json(R"({"payload":{"a":)" + deep + "}}", "payload"));
}

TEST(StrictJson, BoundsTheDepthBeforeBuildingAnything) {
    EXPECT_TRUE(parse_json(std::string(kMaxJsonDepth, '[') + std::string(kMaxJsonDepth, ']')));
    EXPECT_FALSE(parse_json(std::string(kMaxJsonDepth + 1, '[') + std::string(kMaxJsonDepth + 1, ']')));
    EXPECT_FALSE(parse_json(std::string(500'000, '[')));
}

TEST(StrictJson, KeepsNumbersAsTheyWereWritten) {
    const auto value = parse_json("[4.50, 1e3, -7, 18446744073709551615, 0.1]");
    ASSERT_TRUE(value);
    EXPECT_EQ(value->items[0].text, "4.50");
    EXPECT_EQ(value->items[1].text, "1e3");
    EXPECT_EQ(value->items[3].text, "18446744073709551615");
    EXPECT_EQ(write_json(*value), "[4.50,1e3,-7,18446744073709551615,0.1]");
}

TEST(StrictJson, WritesTextsSoThatTheyReadTheSame) {
    const std::string text = "引号\" 反斜 \\ 换行\n 制表\t 控制\x01 文";
    JsonWriter json;
    json.object([&] { json.member("text", text); });
    const auto value = parse_json(json.text());
    ASSERT_TRUE(value);
    EXPECT_EQ(value->find("text")->text, text);
}

TEST(ObjectReader, NamesMissingWrongAndUnknownFieldsByPath) {
    const auto value = parse_json(R"({"count":"3"})");
    ObjectReader missing(*value, "plan");
    (void)missing.text("count");
    (void)missing.text("name");
    EXPECT_EQ(missing.finish().error().subject, "plan.name");

    ObjectReader wrong(*value, "");
    (void)wrong.whole("count", 0, 9);
    EXPECT_EQ(wrong.finish().error().code, kMalformed);

    // A misspelt field is named rather than the one that is missing because of it.
    const auto misspelt = parse_json(R"({"naem":"x"})");
    ObjectReader unknown(*misspelt, "");
    (void)unknown.text("name");
    const Outcome outcome = unknown.finish();
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, kUnknownField);
    EXPECT_EQ(outcome.error().subject, "naem");
}

TEST(ObjectReader, HoldsWholeNumbersToTheirRange) {
    const auto value = parse_json(R"({"a":10,"b":1.0,"c":99999999999999999999})");
    for (const char* key : {"a", "b", "c"}) {
        ObjectReader object(*value, "");
        (void)object.whole(key, 0, 9);
        ASSERT_FALSE(object.is_good()) << key;
    }
}

}  // namespace
}  // namespace xueshi::codec

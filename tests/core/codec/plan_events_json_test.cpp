#include <gtest/gtest.h>

#include "core/codec/event_json.h"

namespace xueshi::codec {
namespace {

std::string mark_with(const std::string& replaces) {
    return R"({"plan_id":"p1","course_run_id":"R1","mark":"none","replaces":)" + replaces + "}";
}

Error refusal_of(const std::string& replaces) {
    const auto event = decode_event("plan.mark_changed", mark_with(replaces));
    EXPECT_FALSE(event) << replaces;
    return event ? make_error(kUnknownField, "taken") : event.error();
}

TEST(PlanEventsJson, AbsentIsNotTheSameAsReplacingNothing) {
    const auto old = decode_event("plan.mark_changed", R"({"plan_id":"p1","course_run_id":"R1","mark":"none"})");
    ASSERT_TRUE(old);
    EXPECT_FALSE(std::get<plan::PlanMarkChanged>(*old).replaces.has_value());
    const auto first = decode_event("plan.mark_changed", mark_with("[]"));
    ASSERT_TRUE(first);
    EXPECT_TRUE(std::get<plan::PlanMarkChanged>(*first).replaces.has_value());
}

TEST(PlanEventsJson, RefusesWhatIsNoListOfStamps) {
    EXPECT_EQ(refusal_of("\"1-0-a\"").code, kMalformed);
    EXPECT_EQ(refusal_of("[1]").code, kMalformed);
    EXPECT_EQ(refusal_of(R"(["1-0-a","yesterday"])").subject, "replaces[1]");
    EXPECT_EQ(refusal_of(R"(["-1-0-a"])").code, kMalformed);
    EXPECT_EQ(refusal_of(R"(["1-0-a b"])").code, kMalformed);
    EXPECT_EQ(refusal_of("null").code, kMalformed);
}

TEST(PlanEventsJson, TakesAsManyStampsAsMayBeListedAndNoMore) {
    const auto list_of = [](std::size_t count) {
        std::string list = "[";
        for (std::size_t i = 0; i < count; ++i) {
            list += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "-0-" + std::string(64, 'd') + '"';
        }
        return list + ']';
    };
    EXPECT_TRUE(decode_event("plan.mark_changed", mark_with(list_of(kMaxReplaced))));
    EXPECT_EQ(refusal_of(list_of(kMaxReplaced + 1)).code, kOutOfRange);
}

}  // namespace
}  // namespace xueshi::codec

#include <gtest/gtest.h>

#include "core/codec/rule_pack_json.h"

namespace xueshi::rules {
namespace {

DeciHours minimum(const RulesOfYear& rules, std::string_view id) {
    const Requirement* requirement = rules.find_requirement(id);
    return requirement == nullptr ? DeciHours{-1} : requirement->minimum;
}

TEST(RuleBook, AsksFor18And42And72UpTo2019) {
    const RuleBook book = codec::built_in_rules();
    for (const int year : {2012, 2015, 2016, 2017, 2019}) {
        const auto rules = book.rules_of({year});
        ASSERT_TRUE(rules) << year;
        EXPECT_EQ(minimum(*rules, "public"), whole_hours(18));
        EXPECT_EQ(minimum(*rules, "professional"), whole_hours(42));
        EXPECT_EQ(rules->total_minimum(), whole_hours(72));
        EXPECT_EQ(rules->hours_per_day, whole_hours(6));
    }
}

TEST(RuleBook, AsksForNinetyFrom2021On) {
    const RuleBook book = codec::built_in_rules();
    for (const int year : {2021, 2026, 2099}) {
        const auto rules = book.rules_of({year});
        ASSERT_TRUE(rules) << year;
        EXPECT_EQ(minimum(*rules, "public"), whole_hours(30));
        EXPECT_EQ(rules->total_minimum(), whole_hours(90));
        EXPECT_EQ(rules->hours_per_day, whole_hours(8));
        EXPECT_EQ(rules->annual_pack_id, "guangzhou-2021");
    }
    EXPECT_EQ(book.rules_of({2020})->annual_pack_id, "guangzhou-2020");
}

TEST(RuleBook, RefusesAYearWithoutAPack) {
    const auto rules = codec::built_in_rules().rules_of({2011});
    ASSERT_FALSE(rules);
    EXPECT_EQ(rules.error().code, kNoRulePack);
    EXPECT_EQ(rules.error().subject, "2011");
}

TEST(RuleBook, AddsTheProgrammeOnlyToItsOwnYearAndBeforeTheTotal) {
    const RuleBook book = codec::built_in_rules();
    const auto rules = book.rules_of({2017});
    ASSERT_TRUE(rules);
    EXPECT_EQ(minimum(*rules, "it"), whole_hours(50));
    EXPECT_EQ(rules->requirements.back().id, "total");
    EXPECT_EQ(book.rules_of({2016})->find_requirement("it"), nullptr);
}

TEST(RuleBook, GivesEveryFigureItsSource) {
    const auto rules = codec::built_in_rules().rules_of({2017});
    for (const Requirement& requirement : rules->requirements) {
        EXPECT_FALSE(requirement.source.zh.empty()) << requirement.id;
        EXPECT_FALSE(requirement.source.en.empty()) << requirement.id;
    }
    ASSERT_EQ(rules->phases.size(), 1u);
    for (const Milestone& milestone : rules->phases[0].milestones) {
        EXPECT_FALSE(milestone.source.zh.empty()) << milestone.id;
    }
}

TEST(RulePack, NamesTheFieldThatIsWrong) {
    const auto pack = codec::decode_annual_pack(R"({"schema":"xueshi.rules.annual/1","id":"x","first_year":2012,
        "hours_per_day":6,"requirements":[{"id":"public","name":{"zh":"甲","en":"a"},"short_name":{"zh":"甲","en":"a"},
        "match":{"categry":"public"},"minimum":18,"source":{"zh":"甲","en":"a"}}],"caps":[]})");
    ASSERT_FALSE(pack);
    EXPECT_EQ(pack.error().code, kUnknownField);
    EXPECT_EQ(pack.error().subject, "requirements[0].match.categry");
}

}  // namespace
}  // namespace xueshi::rules

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "core/codec/capability_json.h"
#include "tests/support/product_banks.h"

namespace xueshi::codec {
namespace {

using diagnostic::CapabilityFramework;
using diagnostic::CapabilityLevel;
using diagnostic::CourseTheme;
using diagnostic::Dimension;
using diagnostic::Equipment;

constexpr const char* kPath = "frameworks/it-capability-2014.json";

const CapabilityFramework& framework() {
    static const auto read = read_capability_framework(testing::pack_bytes(kPath));
    EXPECT_TRUE(read.ok());
    return *read;
}

std::vector<std::string> codes(const std::string& prefix, int from, int to) {
    std::vector<std::string> all;
    for (int i = from; i <= to; ++i) all.push_back(prefix + std::to_string(i));
    return all;
}

std::string trouble_with(const std::string& from, const std::string& to) {
    std::string text = testing::pack_bytes(kPath);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    const auto read = read_capability_framework(text.replace(at, from.size(), to));
    return read.ok() ? "accepted" : read.error().subject + ": " + read.error().detail;
}

TEST(CapabilityFramework, HasFortyFiveIndicatorsInFiftyCells) {
    EXPECT_EQ(framework().indicators.size(), 45u);
    std::map<std::pair<Dimension, CapabilityLevel>, int> cells;
    for (const diagnostic::Indicator& indicator : framework().indicators) {
        for (const CapabilityLevel level : indicator.levels) ++cells[{indicator.dimension, level}];
        EXPECT_FALSE(indicator.name.zh.empty() || indicator.name.en.empty());
    }
    for (const CapabilityLevel level : diagnostic::kAllLevels) {
        EXPECT_EQ((cells[{Dimension::Literacy, level}]), 5);
        EXPECT_EQ((cells[{Dimension::Planning, level}]), 6);
        EXPECT_EQ((cells[{Dimension::Organising, level}]), 5);
        EXPECT_EQ((cells[{Dimension::Assessment, level}]), 4);
        EXPECT_EQ((cells[{Dimension::Growth, level}]), 5);
    }
}

TEST(CapabilityFramework, HasTwentySevenThemesOf208HoursAtMost) {
    EXPECT_EQ(framework().themes.size(), 27u);
    std::map<int, DeciHours> hours;
    std::map<int, int> count;
    for (std::size_t i = 0; i < framework().themes.size(); ++i) {
        const CourseTheme& theme = framework().themes[i];
        EXPECT_EQ(theme.code, "T" + std::to_string(i + 1));
        EXPECT_FALSE(theme.source.zh.empty() || theme.source.en.empty());
        hours[theme.series] += theme.maximum_hours;
        ++count[theme.series];
    }
    EXPECT_EQ(count, (std::map<int, int>{{1, 15}, {2, 9}, {3, 3}}));
    EXPECT_EQ(hours[1], whole_hours(134));
    EXPECT_EQ(hours[2], whole_hours(62));
    EXPECT_EQ(hours[3], whole_hours(12));
}

TEST(CapabilityFramework, AnswersTheIndicatorsTheCourseStandardNames) {
    const auto indicators_of = [](const char* code) {
        return diagnostic::find_theme(framework(), code)->indicators;
    };
    EXPECT_EQ(indicators_of("T1"), (std::vector<std::string>{"I-1", "II-1"}));
    EXPECT_EQ(indicators_of("T6"),
              (std::vector<std::string>{"I-3", "I-8", "I-10", "II-3", "II-8"}));
    EXPECT_EQ(indicators_of("T8"), codes("I-", 1, 20));
    EXPECT_EQ(indicators_of("T12"), codes("I-", 6, 16));
    EXPECT_EQ(indicators_of("T14").size(), 19u);
    EXPECT_EQ(indicators_of("T20"), codes("II-", 1, 20));
    EXPECT_EQ(indicators_of("T22"), codes("II-", 10, 16));
    EXPECT_TRUE(indicators_of("T25").empty());
    EXPECT_EQ(indicators_of("T27"), codes("C", 21, 25));
    EXPECT_EQ(diagnostic::find_theme(framework(), "T28"), nullptr);
}

TEST(CapabilityFramework, AsksForEquipmentWhereStudentsWorkOnline) {
    for (const CourseTheme& theme : framework().themes) {
        const auto has = [&](Equipment equipment) {
            return std::count(theme.needs.begin(), theme.needs.end(), equipment) > 0;
        };
        EXPECT_EQ(has(Equipment::Network) || has(Equipment::Mobile), theme.series == 2)
            << theme.code;
        EXPECT_EQ(has(Equipment::Interactive), theme.code == "T9");
    }
}

TEST(CapabilityFramework, IsWhatTheBanksThatShipMeasure) {
    for (const CapabilityLevel level : diagnostic::kAllLevels) {
        diagnostic::CapabilityBank bank = testing::product_bank(level);
        EXPECT_TRUE(diagnostic::validate(bank, framework()).ok());
        bank.contents[3].indicators.front() =
            level == CapabilityLevel::OptimiseTeaching ? "II-1" : "I-1";
        const auto other_level = diagnostic::validate(bank, framework());
        ASSERT_FALSE(other_level);
        EXPECT_EQ(other_level.error().subject, "items[3].indicators[0]");
        bank = testing::product_bank(level);
        bank.contents[0].dimension = Dimension::Growth;
        EXPECT_FALSE(diagnostic::validate(bank, framework()).ok());
        bank = testing::product_bank(level);
        bank.contents[0].indicators.push_back("I-21");
        EXPECT_FALSE(diagnostic::validate(bank, framework()).ok());
    }
}

TEST(CapabilityFramework, NamesWhatItRefuses) {
    const auto starts = [](const std::string& text, const std::string& start) {
        return text.rfind(start, 0) == 0;
    };
    struct Case {
        const char* from;
        const char* to;
        const char* subject;
    };
    const Case cases[] = {
        {"framework/1", "framework/2", "schema: "},
        {R"("themes")", R"("topics")", "topics: "},
        {R"("id": "it-cap)", R"("note": 1, "id": "it-cap)", "note: "},
        {R"({"id": "planning")", R"({"id": "plans")", "dimensions[1].id: "},
        {R"({"id": "planning")", R"({"id": "literacy")", "dimensions: "},
        {R"("code": "I-2")", R"("code": "I-1")", "indicators[1].code: "},
        {R"("levels": ["I"])", R"("levels": [])", "indicators[0].levels: "},
        {R"("levels": ["I"])", R"("levels": ["I", "I"])", "indicators[0].levels[1]: "},
        {R"("levels": ["I"])", R"("levels": ["V"])", "indicators[0].levels[0]: "},
        {R"("code": "T2")", R"("code": "T1")", "themes[1].code: "},
        {R"("row": "comprehensive")", R"("row": "G")", "themes[7].row: "},
        {R"("maximum_hours": 2)", R"("maximum_hours": 2.5)", "themes[0].maximum_hours: "},
        {R"("maximum_hours": 2, )", "", "themes[15].maximum_hours: "},
        {R"("needs": ["network"])", R"("needs": ["internet"])", "themes[15].needs[0]: "},
        {R"("needs": ["network"])", R"("needs": [])", "themes[15].needs: "},
        {R"("indicators": ["I-1", "II-1"],)", "", "themes[0].indicators: "},
        {R"(["I-1", "II-1"])", R"(["I-1", "I-1"])", "themes[0].indicators[1]: "},
    };
    for (const Case& each : cases) {
        const std::string trouble = trouble_with(each.from, each.to);
        EXPECT_TRUE(starts(trouble, each.subject)) << each.to << " → " << trouble;
    }
    EXPECT_EQ(trouble_with(R"(["I-1", "II-1"])", R"(["I-1", "II-99"])"),
              "themes[0].indicators[1]: there is no indicator \"II-99\"");
    EXPECT_EQ(read_capability_framework("3").error().subject, "document");
}

}  // namespace
}  // namespace xueshi::codec

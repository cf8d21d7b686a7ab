#include "server/readings/pinyin_readings.h"

#include <array>
#include <map>
#include <string>

#include <gtest/gtest.h>

namespace xueshi::readings {
namespace {

std::vector<std::string> readings_of(std::string_view character) {
    const auto found = readings_for(std::array{character});
    return found.size() == 1 ? found.front().readings : std::vector<std::string>{};
}

using Readings = std::vector<std::string>;

TEST(PinyinReadings, PutTheMostCommonFirst) {
    EXPECT_EQ(readings_of("一"), Readings{"yi"});
    EXPECT_EQ(readings_of("重"), (Readings{"zhong", "chong"}));
    EXPECT_EQ(readings_of("行"), (Readings{"xing", "hang"}));
    EXPECT_EQ(readings_of("长"), (Readings{"zhang", "chang"}));
    EXPECT_EQ(readings_of("乐"), (Readings{"le", "yue"}));
    EXPECT_EQ(readings_of("会"), (Readings{"hui", "kuai"})) << "会计";
}

TEST(PinyinReadings, WriteUmlautAsV) {
    EXPECT_EQ(readings_of("女"), Readings{"nv"});
    EXPECT_EQ(readings_of("率"), (Readings{"lv", "shuai"}));
}

TEST(PinyinReadings, KnowTheNamesOfTheCity) {
    EXPECT_EQ(readings_of("番"), (Readings{"fan", "pan"})) << "番禺";
    EXPECT_EQ(readings_of("埔"), (Readings{"bu", "pu"})) << "黄埔";
}

TEST(PinyinReadings, LeaveRareReadingsOut) {
    EXPECT_EQ(readings_of("教"), Readings{"jiao"});
    EXPECT_EQ(readings_of("识"), Readings{"shi"});
    EXPECT_EQ(readings_of("南"), Readings{"nan"});
    EXPECT_EQ(readings_of("石"), Readings{"shi"});
}

TEST(PinyinReadings, GiveEachCharacterOfTheTextsOnceAndNoOthers) {
    const std::array<std::string_view, 3> texts = {"信息技术 IT", "信息（2017）", ""};
    const auto found = readings_for(texts);
    std::map<std::string, Readings> by_character;
    for (const auto& each : found) by_character[each.character] = each.readings;
    EXPECT_EQ(found.size(), 4u);
    EXPECT_EQ(by_character,
              (std::map<std::string, Readings>{
                  {"信", {"xin"}}, {"息", {"xi"}}, {"技", {"ji"}}, {"术", {"shu"}}}));
}

}  // namespace
}  // namespace xueshi::readings

// The index at the size of a large city: no title shared, five thousand runs.
#include <gtest/gtest.h>

#include "tests/core/catalogue/search_catalogue.h"

namespace xueshi::catalogue {
namespace {

using testing::SearchCatalogue;

constexpr int kRuns = 5000;

// Every title differs, as the worst catalogue would have it.
std::string title_of(int number) {
    static const std::vector<CharacterReadings> characters = SearchCatalogue::readings();
    std::string title;
    std::uint32_t state = static_cast<std::uint32_t>(number) * 2654435761u + 1;
    for (int i = 0; i < 16; ++i) {
        state = state * 1664525u + 1013904223u;
        title += characters[(state >> 16) % characters.size()].character;
    }
    return number % 500 == 0 ? title + "信息技术" : title;
}

class SearchScale : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        city = new SearchCatalogue;
        for (int i = 0; i < kRuns; ++i)
            city->publish("17" + std::to_string(10000 + i), title_of(i));
    }
    static void TearDownTestSuite() {
        delete city;
        city = nullptr;
    }
    static SearchCatalogue* city;
};

SearchCatalogue* SearchScale::city = nullptr;

TEST_F(SearchScale, FindsTheSameAsASimpleSearchDoes) {
    CourseSearch search(city->catalogue());
    for (const std::string_view typed : {"信息", "技术", "一带", "重庆", "小学教师"}) {
        std::size_t expected = 0;
        for (const CourseRun* run : city->catalogue().runs()) {
            expected += run->title.find(typed) != std::string::npos ? 1 : 0;
        }
        EXPECT_EQ(search.find(typed, {}).size(), expected) << typed;
    }
    EXPECT_GE(search.find("信息技术", {}).size(), static_cast<std::size_t>(kRuns / 500));
}

TEST_F(SearchScale, FullPinyinFindsAtLeastWhatTheCharactersFind) {
    CourseSearch search(city->catalogue());
    std::vector<std::string> by_characters;
    for (const CourseHit& hit : search.find("信息技术", {}))
        by_characters.push_back(hit.run->id.text);
    std::vector<std::string> by_pinyin;
    for (const CourseHit& hit : search.find("xinxijishu", {}))
        by_pinyin.push_back(hit.run->id.text);
    for (const std::string& id : by_characters) {
        EXPECT_NE(std::find(by_pinyin.begin(), by_pinyin.end(), id), by_pinyin.end()) << id;
    }
}

TEST_F(SearchScale, TypingOnNarrowsTheList) {
    CourseSearch search(city->catalogue());
    std::size_t last = search.find("", {}).size();
    EXPECT_EQ(last, static_cast<std::size_t>(kRuns));
    for (const std::string_view typed : {"x", "xi", "xin", "xinx", "xinxi", "xinxij"}) {
        const std::size_t found = search.find(typed, {}).size();
        EXPECT_LE(found, last) << typed;
        EXPECT_GT(found, 0u) << typed;
        last = found;
    }
}

}  // namespace
}  // namespace xueshi::catalogue

#include <gtest/gtest.h>

#include "tests/core/catalogue/search_catalogue.h"

namespace xueshi::catalogue {
namespace {

using testing::SearchCatalogue;
using Texts = std::vector<std::string>;

bool is_character_boundary(const std::string& text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u;
}

TEST(SearchHighlight, MarksExactlyTheCharactersThatAnswered) {
    SearchCatalogue city;
    city.publish("1", "信息道德与信息安全");
    city.publish("2", "写给小学教师的历史课");
    city.publish("3", "“一带一路”战略规划");
    EXPECT_EQ(city.marked("xxaq", "1"), Texts{"信息安全"});
    EXPECT_EQ(city.marked("xinxi", "1"), (Texts{"信息", "信息"}));
    EXPECT_EQ(city.marked("xxjs", "2"), Texts{"小学教师"});
    EXPECT_EQ(city.marked("1dyl", "3"), Texts{"一带一路"});
}

TEST(SearchHighlight, CoversPunctuationOnlyInsideAMatch) {
    SearchCatalogue city;
    city.publish("1", "“一带一路”战略规划");
    EXPECT_EQ(city.marked("一路战略", "1"), Texts{"一路”战略"});
    EXPECT_EQ(city.marked("一带", "1"), Texts{"一带"});
}

TEST(SearchHighlight, MarksEveryWordAndJoinsThoseThatTouch) {
    SearchCatalogue city;
    city.publish("1", "信息技术与历史教育");
    EXPECT_EQ(city.marked("lishi xinxi", "1"), (Texts{"信息", "历史"}));
    EXPECT_EQ(city.marked("技术 信息", "1"), Texts{"信息技术"});
}

TEST(SearchHighlight, MarksAForgivenWord) {
    SearchCatalogue city;
    city.publish("1", "小学的信息检索");
    EXPECT_EQ(city.marked("xinci", "1"), Texts{"信息"});
}

TEST(SearchHighlight, MarksNothingWhereThemeOrProviderAnswered) {
    SearchCatalogue city;
    CourseRun run = SearchCatalogue::run("1", "诗词朗读");
    run.theme = "T5";
    run.provider = "信息中心";
    city.publish(run);
    EXPECT_EQ(city.titles("t5").size(), 1u);
    EXPECT_EQ(city.marked("t5", "1"), Texts{});
    EXPECT_EQ(city.marked("xinxi", "1"), Texts{});
    EXPECT_EQ(city.marked("", "1"), Texts{});
}

TEST(SearchHighlight, NeverCutsACharacterWhateverTheBytes) {
    SearchCatalogue city;
    const std::string odd = "信\xe4\xbf息 PPT 课件😀技\xff术";
    city.publish("1", odd);
    CourseSearch search(city.catalogue());
    for (const char* typed : {"信", "技", "术", "ppt", "pptk", "x", "信 技 术 息"}) {
        search.find(typed, {});
        std::uint32_t last_end = 0;
        for (const HighlightRange& range : search.highlights(*city.catalogue().runs().front())) {
            EXPECT_LT(range.begin, range.end);
            EXPECT_GE(range.begin, last_end);
            EXPECT_LE(range.end, odd.size());
            EXPECT_TRUE(is_character_boundary(odd, range.begin)) << typed;
            EXPECT_TRUE(is_character_boundary(odd, range.end)) << typed;
            last_end = range.end;
        }
    }
}

TEST(SearchHighlight, IsEmptyForARunTheIndexDoesNotHold) {
    SearchCatalogue city;
    city.publish("1", "信息");
    CourseSearch search(city.catalogue());
    search.find("信息", {});
    EXPECT_TRUE(search.highlights(SearchCatalogue::run("2", "信息")).empty());
}

}  // namespace
}  // namespace xueshi::catalogue

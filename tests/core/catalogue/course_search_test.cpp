#include "core/catalogue/course_search.h"

#include <gtest/gtest.h>

#include "tests/core/catalogue/search_catalogue.h"

namespace xueshi::catalogue {
namespace {

using testing::SearchCatalogue;
using Texts = std::vector<std::string>;

SearchCatalogue teaching_catalogue() {
    SearchCatalogue city;
    city.publish("1001", "信息技术引发的教育教学变革");
    city.publish("1002", "学科资源的信息检索");
    city.publish("1003", "写给小学教师的历史课");
    city.publish("1004", "“一带一路”战略规划");
    city.publish("1005", "诗词朗读");
    return city;
}

TEST(CourseSearch, FindsByTheCharactersThemselves) {
    EXPECT_EQ(teaching_catalogue().titles("信息"),
              (Texts{"信息技术引发的教育教学变革", "学科资源的信息检索"}));
}

TEST(CourseSearch, FindsByFullPinyin) {
    EXPECT_EQ(teaching_catalogue().titles("xinxi"),
              (Texts{"信息技术引发的教育教学变革", "学科资源的信息检索"}));
}

TEST(CourseSearch, InitialsFindEveryTitleThatHoldsThemInARow) {
    EXPECT_EQ(teaching_catalogue().titles("xxjs"),
              (Texts{"信息技术引发的教育教学变革", "学科资源的信息检索", "写给小学教师的历史课"}));
}

TEST(CourseSearch, PinyinCharactersAndInitialsMayBeMixed) {
    const SearchCatalogue city = teaching_catalogue();
    EXPECT_EQ(city.titles("xinxijishu"), Texts{"信息技术引发的教育教学变革"});
    EXPECT_EQ(city.titles("信息jis"), Texts{"信息技术引发的教育教学变革"});
    EXPECT_EQ(city.titles("xinxijs").size(), 2u);
    EXPECT_EQ(city.titles("信息js").size(), 2u);
    EXPECT_EQ(city.titles("x信").size(), 0u);
}

TEST(CourseSearch, AHalfTypedSyllableAlreadyFinds) {
    EXPECT_EQ(teaching_catalogue().titles("xinx").size(), 2u);
    EXPECT_EQ(teaching_catalogue().titles("zhanl"), Texts{"“一带一路”战略规划"});
}

TEST(CourseSearch, ADigitReadsAsItsNumeral) {
    EXPECT_EQ(teaching_catalogue().titles("1dyl"), Texts{"“一带一路”战略规划"});
    EXPECT_EQ(teaching_catalogue().titles("1带1路"), Texts{"“一带一路”战略规划"});
}

TEST(CourseSearch, PunctuationAndWidthMakeNoDifference) {
    const SearchCatalogue city = teaching_catalogue();
    EXPECT_EQ(city.titles("《一带一路》战略"), Texts{"“一带一路”战略规划"});
    EXPECT_EQ(city.titles("ydylzl"), Texts{"“一带一路”战略规划"});
    EXPECT_EQ(city.titles("ＸＸＪＳ").size(), 3u);
}

TEST(CourseSearch, EveryReadingOfACharacterFinds) {
    SearchCatalogue city;
    city.publish("1", "走近重庆");
    city.publish("2", "长沙行业教育");
    city.publish("3", "音乐课堂");
    city.publish("4", "女性与历史");
    EXPECT_EQ(city.titles("chongqing"), Texts{"走近重庆"});
    EXPECT_EQ(city.titles("zhongqing"), Texts{"走近重庆"});
    EXPECT_EQ(city.titles("cshy"), Texts{"长沙行业教育"});
    EXPECT_EQ(city.titles("hangye"), Texts{"长沙行业教育"});
    EXPECT_EQ(city.titles("yinyue"), Texts{"音乐课堂"});
    EXPECT_EQ(city.titles("nvxing"), Texts{"女性与历史"});
    EXPECT_EQ(city.titles("nuxing"), Texts{"女性与历史"});
}

TEST(CourseSearch, AllWordsMustBeAnswered) {
    const SearchCatalogue city = teaching_catalogue();
    EXPECT_EQ(city.titles("xinxi jians"), Texts{"学科资源的信息检索"});
    EXPECT_EQ(city.titles("信息　检索"), Texts{"学科资源的信息检索"});
    EXPECT_EQ(city.titles("信息 朗读"), Texts{});
}

TEST(CourseSearch, OneTypingErrorIsForgivenInALongWord) {
    const SearchCatalogue city = teaching_catalogue();
    const Texts expected = {"信息技术引发的教育教学变革", "学科资源的信息检索"};
    EXPECT_EQ(city.titles("xinci"), expected) << "one letter wrong";
    EXPECT_EQ(city.titles("xixni"), expected) << "neighbours swapped, across two syllables";
    EXPECT_EQ(city.titles("xinnxi"), expected) << "one letter too many";
    EXPECT_EQ(city.titles("xixijishu"), Texts{"信息技术引发的教育教学变革"}) << "one missing";
    EXPECT_EQ(city.titles("cinci"), Texts{}) << "two errors";
    EXPECT_EQ(city.titles("xici"), Texts{}) << "too short to guess";
}

TEST(CourseSearch, ForgivesNoErrorInAWordThatIsFoundAsTyped) {
    SearchCatalogue city;
    city.publish("1", "信息");  // xinxi
    city.publish("2", "行息");  // xingxi, one letter from it
    EXPECT_EQ(city.titles("xinxi"), Texts{"信息"});
    EXPECT_EQ(city.titles("xingxi"), Texts{"行息"});
    EXPECT_EQ(city.titles("xinxj").size(), 1u);
    EXPECT_EQ(city.titles("xinxxi").size(), 2u) << "one letter from both";
}

TEST(CourseSearch, ThemeCodesFindTheirThemeFirst) {
    SearchCatalogue city;
    for (const char* theme : {"T5", "T15", "T1", "T11"}) {
        CourseRun run = SearchCatalogue::run(theme, "课堂");
        run.theme = theme;
        city.publish(run);
    }
    EXPECT_EQ(city.ids("t5"), Texts{"T5"});
    EXPECT_EQ(city.ids("T1"), (Texts{"T1", "T11", "T15"}));
}

TEST(CourseSearch, FindsByRunIdAndByProvider) {
    SearchCatalogue city = teaching_catalogue();
    CourseRun run = SearchCatalogue::run("17-0042", "诗词");
    run.provider = "教师教育学院";
    city.publish(run);
    EXPECT_EQ(city.ids("17-0042"), Texts{"17-0042"});
    EXPECT_EQ(city.ids("1700"), Texts{"17-0042"});
    EXPECT_EQ(city.ids("jsjyxy"), Texts{}) << "院 has no reading here";
    EXPECT_EQ(city.ids("教育学院"), Texts{"17-0042"});
    EXPECT_EQ(city.ids("yuancheng").size(), 5u);
}

TEST(CourseSearch, BetterAnswersComeFirst) {
    SearchCatalogue city;
    city.publish("initials", "写信与诗词");  // x-x by initials only
    city.publish("inside", "走近信息");
    city.publish("start", "信息");
    CourseRun by_provider = SearchCatalogue::run("provider", "朗读");
    by_provider.provider = "信息中心";
    city.publish(by_provider);
    EXPECT_EQ(city.ids("xinxi"), (Texts{"start", "inside", "provider"}));
    EXPECT_EQ(city.ids("xx"), (Texts{"start", "initials", "inside", "provider"}));
}

TEST(CourseSearch, OfEqualAnswersTheShorterTitleComesFirst) {
    SearchCatalogue city;
    city.publish("long", "“一带一路”与岭南历史");
    city.publish("short", "《“一带一路”战略规划》");
    EXPECT_EQ(city.ids("1dyl"), (Texts{"short", "long"}));
    EXPECT_EQ(city.ids(""), (Texts{"long", "short"})) << "nothing asked: by title alone";
}

TEST(CourseSearch, AnswersOfOneLengthComeByTitleAndThenById) {
    SearchCatalogue city;
    city.publish("b", "信息技术");
    city.publish("a", "信息技术");
    city.publish("c", "信息安全");
    EXPECT_EQ(city.ids("信息"), (Texts{"c", "a", "b"}));
    EXPECT_EQ(city.ids(""), (Texts{"c", "a", "b"}));
}

TEST(CourseSearch, TheOrderOfPublishingDoesNotMatter) {
    SearchCatalogue forwards;
    SearchCatalogue backwards;
    for (int i = 0; i < 20; ++i) {
        forwards.publish(std::to_string(i), i % 2 == 0 ? "信息技术" : "小学教师");
        const int j = 19 - i;
        backwards.publish(std::to_string(j), j % 2 == 0 ? "信息技术" : "小学教师");
    }
    EXPECT_EQ(forwards.ids("xxjs"), backwards.ids("xxjs"));
    EXPECT_EQ(forwards.ids("xxjs").size(), 20u);
}

TEST(CourseSearch, ThePredicateIsAskedOnlyAboutHits) {
    const SearchCatalogue city = teaching_catalogue();
    CourseSearch search(city.catalogue());
    int asked = 0;
    const auto& hits = search.find("xinxi", {}, [&asked](const CourseRun& run) {
        ++asked;
        return run.id.text == "1002";
    });
    EXPECT_EQ(asked, 2);
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits[0].run->id.text, "1002");
}

TEST(CourseSearch, SaysHowTheWordsWereUnderstood) {
    const SearchCatalogue city = teaching_catalogue();
    CourseSearch search(city.catalogue());
    EXPECT_EQ(search.find("信息", {}).front().kind, MatchKind::Characters);
    EXPECT_EQ(search.find("xinxi", {}).front().kind, MatchKind::Pinyin);
    EXPECT_EQ(search.find("xxjs", {}).front().kind, MatchKind::Initials);
    EXPECT_EQ(search.find("信息 xxjs", {}).front().kind, MatchKind::Initials);
    EXPECT_EQ(search.find("xinci", {}).front().kind, MatchKind::Misspelt);
}

TEST(CourseSearch, KnowsWhenTheCatalogueHasMovedOn) {
    SearchCatalogue city = teaching_catalogue();
    const CourseSearch search(city.catalogue());
    EXPECT_TRUE(search.is_current(city.catalogue()));
    city.publish("2000", "课堂");
    EXPECT_FALSE(search.is_current(city.catalogue()));
    EXPECT_FALSE(CourseSearch().is_current(Catalogue()));
}

TEST(CourseSearch, OddInputFindsNothingAndHarmsNothing) {
    const SearchCatalogue city = teaching_catalogue();
    EXPECT_EQ(city.titles("\xff\xfe\xe4"), Texts{});
    EXPECT_EQ(city.titles("😀"), Texts{});
    EXPECT_EQ(city.titles(std::string(5000, 'x')), Texts{});
    EXPECT_EQ(city.titles("，。！").size(), 5u) << "nothing is left of it: everything passes";
    EXPECT_TRUE(CourseSearch().find("信息", {}).empty());
}

}  // namespace
}  // namespace xueshi::catalogue

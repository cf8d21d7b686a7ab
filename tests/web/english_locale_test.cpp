#include <gtest/gtest.h>

#include "tests/support/builders.h"
#include "tests/support/english_words.h"
#include "web/locale/locale.h"

namespace xueshi::locale {
namespace {

class EnglishLocale : public ::testing::Test {
  protected:
    const Locale words_{testing::english()};
};

TEST_F(EnglishLocale, EveryKeyAndEveryRefusalIsWorded) {
    for (std::size_t i = 0; i < kMessageCount; ++i) {
        EXPECT_FALSE(words_(static_cast<Message>(i)).empty()) << i;
    }
    for (const CodeSentence& refusal : chinese().refusals) {
        EXPECT_TRUE(words_.knows_refusal(refusal.code)) << refusal.code;
    }
    EXPECT_EQ(words_(Message::ProductName), "Xueshi");
    EXPECT_EQ(words_(Message::ListSeparator), ", ");
    EXPECT_EQ(words_(Message::NoticeLanguageUnavailable),
              "This language is not available right now");
}

TEST_F(EnglishLocale, WritesDatesAsInBritain) {
    const CivilDate day = testing::date("2017-03-20");
    EXPECT_EQ(words_.date(day), "20 March");
    EXPECT_EQ(words_.date_with_weekday(day), "Monday 20 March");
    EXPECT_EQ(words_.short_date(day), "20 Mar");
    EXPECT_EQ(words_.short_range(testing::date("2017-04-19"), testing::date("2017-06-19")),
              "19 Apr – 19 Jun");
    EXPECT_EQ(words_.short_range(day, day), "20 Mar");
    EXPECT_EQ(words_.date_time(testing::moment("2017-12-01T09:05")), "1 December, 09:05");
    EXPECT_EQ(words_.session(testing::session("2017-05-13T09:00", "2017-05-13T12:00")),
              "Sat 13 May, 09:00–12:00");
}

TEST_F(EnglishLocale, CountsOneAsOne) {
    EXPECT_EQ(words_.courses(1), "1 course");
    EXPECT_EQ(words_.courses(0), "0 courses");
    EXPECT_EQ(words_.courses(21), "21 courses");
    EXPECT_EQ(words_.courses(1284), "1,284 courses");
    EXPECT_EQ(words_.hours_with_unit(whole_hours(1)), "1 hour");
    EXPECT_EQ(words_.hours_with_unit(DeciHours{5}), "0.5 hours");
    EXPECT_EQ(words_.hours_with_unit(DeciHours{115}), "11.5 hours");
    EXPECT_EQ(words_.format(Message::WeeksBarMany, {"Electives", "1", "2"}),
              "Electives: 1 course, 2 hours");
    EXPECT_EQ(words_.format(Message::SyncCount, {"1"}), "1 change has not reached the server");
    EXPECT_EQ(words_.format(Message::SyncCount, {"2"}), "2 changes have not reached the server");
    EXPECT_EQ(words_.format(Message::TroubleSafeCount, {"1", "2 h ago"}),
              "1 change is saved on this device, made 2 h ago");
    EXPECT_EQ(words_.format(Message::TroubleSafeCount, {"2", "2 h ago"}),
              "2 changes are saved on this device, the oldest 2 h ago");
}

TEST_F(EnglishLocale, CountsDaysAsPeopleSayThem) {
    EXPECT_EQ(words_.days_left(0), "Today");
    EXPECT_EQ(words_.days_left(1), "Tomorrow");
    EXPECT_EQ(words_.days_left(2), "2 days left");
    EXPECT_EQ(words_.days_left(91), "In 91 days");
    EXPECT_EQ(words_.days_left(-1), "Yesterday");
    EXPECT_EQ(words_.days_left(-3), "3 days ago");
}

TEST_F(EnglishLocale, WritesMoneyExactly) {
    EXPECT_EQ(words_.money(123456750), "¥1,234,567.5");
    EXPECT_EQ(words_.price(0), "Free");
}

TEST_F(EnglishLocale, GreetsTeachersByTheirWholeName) {
    const Instant morning = testing::moment("2017-03-20T09:00");
    EXPECT_EQ(words_.greeting(morning, "林晓岚", true), "Good morning, 林晓岚");
    EXPECT_EQ(words_.greeting(testing::moment("2017-03-20T13:00"), {}, true), "Good afternoon");
}

TEST_F(EnglishLocale, ARefusalNamesWhatItIsAboutWhenThatIsKnown) {
    EXPECT_EQ(words_.refusal("CourseRunOver", "甲"), "'甲' is over. Please choose another course");
    EXPECT_EQ(words_.refusal("CourseRunOver"), "One course is over. Please choose another");
    EXPECT_NE(words_.refusal("SomethingNew").find("'SomethingNew'"), std::string::npos);
    EXPECT_EQ(words_.notice("RunAdded", "甲"), "Added '甲'");
}

TEST_F(EnglishLocale, ReadsDataInEnglish) {
    EXPECT_EQ(words_.of({"公需课", "Public subjects"}), "Public subjects");
}

TEST(ReadEnglish, TakesNothingButAWholeFileOfThisProgram) {
    const std::string whole = testing::english_file();
    ASSERT_NE(English::read(whole), nullptr);
    EXPECT_EQ(English::read({}), nullptr);
    EXPECT_EQ(English::read("<!doctype html>\n<title>404</title>\n"), nullptr);
    EXPECT_EQ(English::read("xueshi.words/1 en"), nullptr);
    for (const std::size_t size : {whole.size() / 4, whole.size() / 2, whole.size() - 1}) {
        EXPECT_EQ(English::read(whole.substr(0, size)), nullptr) << size;
    }
    std::string blank = whole;
    blank.insert(blank.find('\n') + 1, "\n");
    EXPECT_EQ(English::read(blank), nullptr);
    std::string longer = whole;  // a key more than this program has
    longer.insert(longer.find('\n') + 1, "Another\n");
    EXPECT_EQ(English::read(longer), nullptr);
    std::string shorter = whole;
    const std::size_t first = shorter.find('\n') + 1;
    shorter.erase(first, shorter.find('\n', first) + 1 - first);
    EXPECT_EQ(English::read(shorter), nullptr);
}

TEST(ReadEnglish, StrayBracesAreText) {
    std::string file = testing::english_file();
    const std::string plain = "This language is not available right now";
    file.replace(file.find(plain), plain.size(), "{ {0 {x} {0|one} {9} }");
    const auto english = English::read(file);
    ASSERT_NE(english, nullptr);
    EXPECT_EQ(Locale(english->language()).notice("LanguageUnavailable", "甲"),
              "{ {0 {x} {0|one} {9} }");
}

}  // namespace
}  // namespace xueshi::locale

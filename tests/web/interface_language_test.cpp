#include "web/interface_language.h"

#include <gtest/gtest.h>

#include "tests/support/client_fakes.h"
#include "tests/support/english_words.h"
#include "tests/support/platform_fakes.h"

namespace xueshi {
namespace {

class InterfaceLanguageTest : public ::testing::Test {
  protected:
    void arrive(std::string file) {
        page_.arrived = std::move(file);
        language_.update();
    }
    std::string_view tag() const { return language_.words().tag(); }

    testing::FakePageLanguage page_{"zh-CN"};
    testing::MemoryPreferences preferences_;
    runtime::NoticeBoard notices_;
    InterfaceLanguage language_{page_, preferences_, notices_};
};

TEST_F(InterfaceLanguageTest, BeginsInChineseWithoutFetchingAnything) {
    language_.begin();
    language_.update();
    EXPECT_EQ(tag(), "zh-CN");
    EXPECT_TRUE(page_.fetched.empty());
    EXPECT_EQ(preferences_.get("language"), std::nullopt);
}

TEST_F(InterfaceLanguageTest, BeginsInEnglishWhereThePageDoesAndItsWordsAreHere) {
    page_.set_tag("en");
    language_.begin();
    EXPECT_EQ(page_.fetched, std::vector<std::string>{"en"});
    arrive(testing::english_file());
    EXPECT_EQ(tag(), "en");
    EXPECT_EQ(preferences_.get("language"), std::nullopt);  // nobody chose
}

TEST_F(InterfaceLanguageTest, AChoiceIsKeptOnceItsWordsAreHere) {
    language_.begin();
    language_.choose("en");
    EXPECT_EQ(tag(), "zh-CN");
    EXPECT_EQ(preferences_.get("language"), std::nullopt);
    arrive(testing::english_file());
    EXPECT_EQ(tag(), "en");
    EXPECT_EQ(page_.tag(), "en");
    EXPECT_EQ(preferences_.get("language"), "en");
    language_.choose("zh-CN");
    EXPECT_EQ(tag(), "zh-CN");
    EXPECT_EQ(page_.tag(), "zh-CN");
    EXPECT_EQ(preferences_.get("language"), "zh-CN");
    language_.choose("en");  // its words are still here
    EXPECT_EQ(tag(), "en");
    EXPECT_EQ(page_.fetched.size(), 1u);
}

TEST_F(InterfaceLanguageTest, WhatCannotBeHadLeavesChineseAndANotice) {
    language_.begin();
    language_.choose("en");
    arrive({});
    EXPECT_EQ(tag(), "zh-CN");
    EXPECT_EQ(page_.tag(), "zh-CN");
    EXPECT_EQ(preferences_.get("language"), std::nullopt);
    ASSERT_EQ(notices_.notices().size(), 1u);
    EXPECT_EQ(notices_.notices()[0].code, "LanguageUnavailable");
    language_.choose("en");  // tries again
    EXPECT_EQ(page_.fetched.size(), 2u);
    arrive("<!doctype html>");
    EXPECT_EQ(tag(), "zh-CN");
    EXPECT_EQ(notices_.notices().size(), 2u);
    language_.choose("en");
    arrive(testing::english_file());
    EXPECT_EQ(tag(), "en");
}

TEST_F(InterfaceLanguageTest, ThePageIsChineseAgainWhenTheWordsItBeganWithCannotBeHad) {
    page_.set_tag("en");
    language_.begin();
    arrive({});
    EXPECT_EQ(page_.tag(), "zh-CN");
    EXPECT_EQ(notices_.notices().size(), 1u);
}

TEST_F(InterfaceLanguageTest, TheLastChoiceCounts) {
    language_.begin();
    language_.choose("en");
    language_.choose("en");
    EXPECT_EQ(page_.fetched.size(), 1u);
    language_.choose("zh-CN");
    arrive(testing::english_file());
    EXPECT_EQ(tag(), "zh-CN");
    EXPECT_EQ(preferences_.get("language"), "zh-CN");
    language_.choose("fr");
    EXPECT_EQ(tag(), "zh-CN");
}

}  // namespace
}  // namespace xueshi

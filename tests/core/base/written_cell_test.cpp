#include "core/base/written_cell.h"

#include <gtest/gtest.h>

namespace xueshi {
namespace {

TEST(WrittenCell, ADayIsReadAsPeopleWriteIt) {
    for (const char* text : {"2017-03-06", "2017-3-6", "2017/3/6", "2017.3.6", "2017年3月6日"}) {
        EXPECT_EQ(parse_written_date(text), make_date(2017, 3, 6)) << text;
    }
}

TEST(WrittenCell, WhatIsNoDayIsNone) {
    for (const char* text : {"", "6", "2017-3", "2017-3-6-1", "2017-13-1", "2017/2/29", "3.5", "-2017-3-6", "2017年3月6", "2017-3/6"}) {
        EXPECT_EQ(parse_written_date(text), std::nullopt) << text;
    }
}

TEST(WrittenCell, NumbersAreFoundInAListWhateverStandsBetweenThem) {
    EXPECT_EQ(login_numbers_in("20170042318，a-1\n林晓岚（b_2）;"), (std::vector<std::string>{"20170042318", "a-1", "b_2"}));
    EXPECT_TRUE(login_numbers_in("林晓岚 ").empty());
    EXPECT_TRUE(is_login_number("a-1"));
    EXPECT_FALSE(is_login_number(""));
    EXPECT_FALSE(is_login_number("a 1"));
}

TEST(WrittenCell, BlanksAroundItAreNoPartOfIt) {
    EXPECT_EQ(trimmed_cell(" 　教研 活动　\r\n"), "教研 活动");
    EXPECT_EQ(trimmed_cell("　"), "");
}

}  // namespace
}  // namespace xueshi

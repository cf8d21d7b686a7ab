#include "core/registration/pasted_hours.h"

#include <gtest/gtest.h>

#include "core/base/pcg32.h"
#include "tests/support/registration_world.h"

namespace xueshi::registration {
namespace {

using testing::date;

class PastedHoursTest : public ::testing::Test {
  protected:
    PastedTable read(std::string_view text, const CommonActivity& common = {}) {
        return read_pasted_hours(text, common, ledger::HourSource::Research, date("2017-03-10"), world_.book);
    }
    // The field or subject of what stands against the only row; empty: nothing does.
    std::string problem_of(std::string_view text, const CommonActivity& common = {}) {
        const PastedTable table = read(text, common);
        if (table.rows.size() != 1) return std::to_string(table.rows.size()) + " rows";
        return table.rows[0].problem ? std::string(table.rows[0].problem->code.name()) + " " + table.rows[0].problem->subject
                                     : std::string{};
    }
    testing::RegistrationWorld world_;
};

TEST_F(PastedHoursTest, ColumnsAreFoundByTheirNames) {
    const PastedTable table = read("姓名\t学时\t活动名称\t教师编号\t开始日期\t结束日期\t备注\r\n"
                                   "林晓岚\t7\t初中数学教研\t20170042318\t2017/3/6\t2017年3月7日\t无\r\n");
    ASSERT_EQ(table.rows.size(), 1u);
    const PastedHours& row = table.rows[0];
    EXPECT_FALSE(row.problem);
    EXPECT_EQ(row.line, 2u);
    EXPECT_EQ(row.number, "20170042318");
    EXPECT_EQ(row.name, "林晓岚");
    EXPECT_EQ(row.activity.title, "初中数学教研");
    EXPECT_EQ(row.activity.from, date("2017-03-06"));
    EXPECT_EQ(row.activity.until, date("2017-03-07"));
    EXPECT_EQ(row.activity.hours, whole_hours(7));
}

TEST_F(PastedHoursTest, WithoutNamesTheCellsTellThemselves) {
    const PastedTable table = read("a-1\t林晓岚\t初中数学教研\t2017-03-06\t4.5\nb_2\t公开课\t3\t2017-03-01\t2017-03-02\n\n");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.problems(), 0u);
    EXPECT_EQ(table.rows[0].name, "林晓岚");
    EXPECT_EQ(table.rows[0].activity.title, "初中数学教研");
    EXPECT_EQ(table.rows[0].activity.until, date("2017-03-06")) << "a day alone is both";
    EXPECT_EQ(table.rows[0].activity.hours, DeciHours{45});
    EXPECT_EQ(table.rows[1].activity.title, "公开课");
    EXPECT_EQ(table.rows[1].activity.until, date("2017-03-02"));
}

TEST_F(PastedHoursTest, WhatWasTypedForAllHoldsWhereARowSaysNothingElse) {
    const CommonActivity common{.title = "联合教研",
                                .organiser = {},
                                .from = date("2017-03-06"),
                                .until = date("2017-03-08"),
                                .hours = whole_hours(6)};
    const PastedTable table = read("n-1, n-2　n-3\nn-4\t林晓岚\nn-5\t2017-03-09\t3", common);
    ASSERT_EQ(table.rows.size(), 5u);
    EXPECT_EQ(table.problems(), 0u);
    EXPECT_EQ(table.rows[2].number, "n-3");
    EXPECT_EQ(table.rows[2].activity.title, "联合教研");
    EXPECT_EQ(table.rows[3].name, "林晓岚") << "the activity is named already";
    EXPECT_EQ(table.rows[3].activity.until, date("2017-03-08"));
    EXPECT_EQ(table.rows[4].activity.until, date("2017-03-09")) << "its own day stands for both";
    EXPECT_EQ(table.rows[4].activity.hours, whole_hours(3));
}

TEST_F(PastedHoursTest, WhatStandsAgainstARowIsNamed) {
    EXPECT_EQ(problem_of("n-1\t教研\t2017-03-06"), "OutOfRange deci_hours");
    EXPECT_EQ(problem_of("n-1\t教研\t3"), "OutOfRange from");
    EXPECT_EQ(problem_of("n-1\t2017-03-06\t3"), "OutOfRange title");
    EXPECT_EQ(problem_of("林晓岚\t教研\t2017-03-06\t3"), "OutOfRange teacher_number");
    EXPECT_EQ(problem_of("编号\t活动\t日期\t学时\nn-1\t教研\t三月六日\t3"), "OutOfRange from");
    EXPECT_EQ(problem_of("编号\t活动\t日期\t学时\nn-1\t教研\t2017-03-06\t3.25"), "OutOfRange deci_hours");
    EXPECT_EQ(problem_of("n-1\t教研\t2017-03-06\t7"), "HoursBeyondDays deci_hours") << "a day is 6 hours";
    EXPECT_EQ(problem_of("n-1\t教研\t2017-03-12\t3"), "ActivityNotOver until");
    EXPECT_EQ(problem_of("n-1\t教研\t2017-03-06\t3"), "");
}

TEST_F(PastedHoursTest, TheSameHoursTwiceAreNamedTheSecondTime) {
    const PastedTable table = read("n-1\t教研\t2017-03-06\t3\nn-2\t教研\t2017-03-06\t3\nn-1\t教 研\t2017-03-06\t2");
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_FALSE(table.rows[1].problem);
    ASSERT_TRUE(table.rows[2].problem);
    EXPECT_EQ(table.rows[2].problem->code, kActivityRegistered);
}

TEST_F(PastedHoursTest, ACellMayHoldLineEndsWhenItIsQuoted) {
    const PastedTable table = read("n-1\t\"说\"\"课\"\"\n比赛\"\t2017-03-06\t3\nn-2\t教研\t2017-03-06\t3");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].activity.title, "说\"课\" 比赛");
    EXPECT_EQ(table.rows[1].line, 3u);
}

TEST_F(PastedHoursTest, LongTablesAreCutAndSaySo) {
    std::string text;
    for (std::size_t i = 0; i < kMostPastedRows + 5; ++i) text += "n-" + std::to_string(i) + "\t教研\t2017-03-06\t3\n";
    const PastedTable table = read(text);
    EXPECT_EQ(table.rows.size(), kMostPastedRows);
    EXPECT_TRUE(table.is_cut);
}

// What the preview lets pass, the decision records (teachers known, no cap reached).
TEST_F(PastedHoursTest, ARowWithoutProblemIsRecorded) {
    const PastedTable table = read("no-anna\t说课\t2017-03-06\t3\nno-ben\t评课\t2017/3/7\t2.5");
    ASSERT_EQ(table.problems(), 0u);
    int id = 0;
    for (const PastedHours& row : table.rows) {
        EXPECT_EQ(world_.act(testing::research_department(),
                             RegisterHours{RegistrationId{"r" + std::to_string(++id)}, ledger::HourSource::Research,
                                           row.number, row.activity}),
                  "");
    }
}

TEST_F(PastedHoursTest, AnyTextIsRead) {
    Pcg32 random(20171127);
    constexpr std::string_view kPieces[] = {"\t", "\n", "\"", "n-1", "2017-03-06", "3", "教研", "学时", "编号", "\r", "　", "\xE5"};
    for (int round = 0; round < 3'000; ++round) {
        std::string text;
        for (std::uint32_t i = random.draw_below(24); i > 0; --i) text += kPieces[random.draw_below(static_cast<std::uint32_t>(std::size(kPieces)))];
        const PastedTable table = read(text);
        for (const PastedHours& row : table.rows) {
            EXPECT_LE(row.line, 30u);
            if (!row.problem) {
                EXPECT_FALSE(row.activity.title.empty());
            }
        }
    }
}

TEST(PastedNumbers, AreTakenOnceInTheirOrder) {
    EXPECT_EQ(read_pasted_numbers("b-2，a-1\n林晓岚\tb-2 c3"), (std::vector<std::string>{"b-2", "a-1", "c3"}));
    EXPECT_TRUE(read_pasted_numbers("  ").empty());
}

}  // namespace
}  // namespace xueshi::registration

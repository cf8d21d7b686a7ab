#include "web/views/substitution_documents.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/english_words.h"
#include "tests/support/special_world.h"
#include "web/locale/later_words.h"

namespace xueshi::views {
namespace {

using Kind = ui::PrintedBlock::Kind;

class SubstitutionDocuments : public ::testing::Test {
  protected:
    SubstitutionDocuments() {
        locale::add_compiled_later_words();
        line_.project = &project_;
        line_.leaving = testing::applicant("anna");
        line_.replacement = testing::applicant("ben", "school-b");
        line_.receipt_id = ReceiptId{"7Q4K2-0MXTA"};
        line_.reason = "产假";
    }
    static const ui::PrintedBlock* block(const ui::PrintedPage& page, Kind kind) {
        const auto found = std::find_if(page.blocks.begin(), page.blocks.end(),
                                        [kind](const ui::PrintedBlock& each) { return each.kind == kind; });
        return found == page.blocks.end() ? nullptr : &*found;
    }
    static std::string fact(const ui::PrintedPage& page, std::string_view label) {
        for (const auto& row : block(page, Kind::Facts)->rows) {
            if (row.front() == label) return row.back();
        }
        return "no such fact";
    }

    enrolment::SpecialProject project_ = testing::special_project();
    app::SubstitutionLine line_;
    locale::Locale words_{locale::chinese()};
    CivilDate today_ = testing::date("2017-04-20");
};

TEST_F(SubstitutionDocuments, TheWithdrawalIsOfTheOneLeavingWhoSignsIt) {
    const ui::PrintedPage page = withdrawal_form(words_, line_, today_);
    EXPECT_EQ(page.language, "zh-CN");
    EXPECT_EQ(page.title, "专项培训学员退出申请书");
    EXPECT_EQ(fact(page, "培训项目"), "示例研修班");
    EXPECT_EQ(fact(page, "培训机构"), "示例培训机构");
    EXPECT_EQ(fact(page, "培训时间"), "2017年5月2日至2017年6月10日");
    EXPECT_EQ(fact(page, "姓名"), "教师 anna");
    EXPECT_EQ(fact(page, "所在学校"), "school-a");
    EXPECT_EQ(fact(page, "教师编号"), "") << "to be written in";
    EXPECT_EQ(fact(page, "退出原因"), "产假");
    ASSERT_NE(block(page, Kind::Lines), nullptr);
    EXPECT_EQ(block(page, Kind::Lines)->rows.front().front(), "申请人（签名）：");
    EXPECT_EQ(page.footer, "换人申请回执 7Q4K2-0MXTA　2017年4月20日打印");
}

TEST_F(SubstitutionDocuments, TheListHasBothWithWhatTheProjectAsksFor) {
    const ui::PrintedPage page = replacement_list(words_, line_, today_);
    EXPECT_EQ(page.title, "专项培训更换学员名单");
    const ui::PrintedBlock* table = block(page, Kind::Table);
    ASSERT_NE(table, nullptr);
    using Rows = std::vector<std::vector<std::string>>;
    EXPECT_EQ(table->rows, (Rows{{"类别", "姓名", "所在学校", "学段", "学科", "职称", "教龄"},
                                 {"退出学员", "教师 anna", "school-a", "小学", "语文", "一级教师", "12 年"},
                                 {"更换学员", "教师 ben", "school-b", "小学", "语文", "一级教师", "12 年"}}));
}

TEST_F(SubstitutionDocuments, BothAreStampedBySchoolAndDistrictAndForAffiliatedUnitsByTheCentre) {
    for (const auto compose : {withdrawal_form, replacement_list}) {
        line_.leaving = testing::applicant("anna");
        const ui::PrintedPage page = compose(words_, line_, today_);
        const ui::PrintedBlock* places = block(page, Kind::Stamps);
        ASSERT_NE(places, nullptr);
        ASSERT_EQ(places->rows.size(), 2u);
        EXPECT_EQ(places->rows[0].front(), "学校意见（盖章）：");
        EXPECT_EQ(places->rows[1].front(), "区教育局意见（盖章）：");
        EXPECT_EQ(places->rows[1].back(), "年　　月　　日");
        line_.leaving = testing::applicant("anna", "school-a", "");
        const ui::PrintedPage affiliated = compose(words_, line_, today_);
        EXPECT_EQ(block(affiliated, Kind::Stamps)->rows[1].front(), "市指导中心意见（盖章）：");
    }
}

TEST_F(SubstitutionDocuments, InEnglishTooWithoutAWordLeftOut) {
    const locale::Locale english(testing::english());
    for (const auto compose : {withdrawal_form, replacement_list}) {
        const ui::PrintedPage page = compose(english, line_, today_);
        EXPECT_EQ(page.language, "en");
        for (const ui::PrintedBlock& each : page.blocks) {
            for (const auto& row : each.rows) EXPECT_NE(row.front(), "");
        }
    }
}

TEST(PrintedPage, IsWrittenSoThatNoTextEndsItsString) {
    ui::PrintedPage page{"en", "a \"b\" \\ <b>", {}, "line\nbreak"};
    page.add(Kind::Facts, {{"x", ""}, {"y", "\x01"}});
    page.add(Kind::Stamps, {});
    EXPECT_EQ(ui::write_printed_page(page),
              R"({"language":"en","title":"a \"b\" \\ <b>","blocks":[{"kind":"facts","rows":[["x",""],["y","\u0001"]]},)"
              R"({"kind":"stamps","rows":[]}],"footer":"line\u000abreak"})");
}

}  // namespace
}  // namespace xueshi::views

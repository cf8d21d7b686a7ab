#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/certificate_world.h"
#include "tests/support/hours_world.h"
#include "tests/support/view_rig.h"
#include "web/locale/later_words.h"
#include "web/views/hours_certificate_paper.h"
#include "web/views/hours_view.h"

namespace xueshi::views {
namespace {

using testing::HoursWorld;
using Kind = ui::PrintedBlock::Kind;
using Rows = std::vector<std::vector<std::string>>;

class HoursCertificate : public testing::ViewRig {
  protected:
    HoursCertificate() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.now = world_.now;
        world_.fill_year(2016);
        ui_.year = AllocatedYear{2016};
        show([this](const Screen& screen) { draw_hours(screen, world_.page(ui_.record, ui_.staged), ui_); });
    }
    void open() {
        settle();
        press(ui::Role::Button, "打印学时证明");
    }
    // The server has signed what was asked for last.
    void sign() {
        const auto* asked_for = asked<IssueCertificate>();
        ASSERT_NE(asked_for, nullptr);
        issued_ = {asked_for->request, "CODE", testing::certificate_content()};
        status_.certificate = &issued_;
        status_.is_issuing = false;
        settle();
    }

    HoursWorld world_;
    HoursUiState ui_;
    IssuedCertificate issued_;
};

TEST_F(HoursCertificate, WhatIsRevealedIsChosenAndSaid) {
    open();
    EXPECT_TRUE(says("2016 年学时证明"));
    EXPECT_TRUE(says("扫码会看到：姓名、年度、学时、验证结果"));
    press(ui::Role::Checkbox, "教师编号");
    press(ui::Role::Checkbox, "课程和学时");
    EXPECT_TRUE(says("扫码会看到：姓名、年度、学时、验证结果、教师编号、课程和学时"));
    press(ui::Role::Button, "打印");
    ASSERT_NE(asked<IssueCertificate>(), nullptr);
    const certificate::CertificateRequest expected{.year = {2016}, .reveals_number = true, .reveals_records = true};
    EXPECT_EQ(asked<IssueCertificate>()->request, expected);
    EXPECT_EQ(asked<PrintPage>(), nullptr) << "not before it is signed";
}

TEST_F(HoursCertificate, IsPrintedOnceItIsSignedAndAgainWithoutAsking) {
    open();
    press(ui::Role::Button, "打印");
    status_.is_issuing = true;
    ui_.certificate.wish = CertificateUiState::Wish::Print;
    settle();
    EXPECT_TRUE(says("正在签发"));
    sign();
    ASSERT_NE(asked<PrintPage>(), nullptr);
    EXPECT_NE(asked<PrintPage>()->page.find("/verify#CODE"), std::string::npos);
    EXPECT_TRUE(says("已签发，编号 0123456789AB"));
    const auto count_of = [&] {
        return std::count_if(all_asked().begin(), all_asked().end(),
                             [](const Action& each) { return std::holds_alternative<IssueCertificate>(each); });
    };
    const auto before = count_of();
    press(ui::Role::Button, "打印");
    press(ui::Role::Button, "存为开放徽章文件");
    EXPECT_EQ(count_of(), before);
    EXPECT_NE(asked<SaveBadge>(), nullptr);
    press(ui::Role::Checkbox, "所在学校");
    EXPECT_FALSE(says("已签发，编号 0123456789AB")) << "another choice is another certificate";
    press(ui::Role::Button, "打印");
    EXPECT_EQ(count_of(), before + 1);
}

TEST_F(HoursCertificate, ClosingPutsItAside) {
    open();
    press(ui::Role::Button, "关闭");
    EXPECT_NE(asked<PutCertificateAside>(), nullptr);
    EXPECT_FALSE(says("2016 年学时证明"));
}

TEST_F(HoursCertificate, AYearThatIsNotVerifiedIsSaidBefore) {
    open();
    EXPECT_TRUE(says("这一年尚未验证，证明上会写明。"));
}

TEST_F(HoursCertificate, WithoutANetworkNothingIsAskedForAndSaidWhy) {
    status_.sync.is_reachable = false;
    open();
    EXPECT_TRUE(says("签发证明要联网，联网后再来。"));
    EXPECT_NE(find(ui::Role::Button, "打印")->state & ui::kDisabled, 0);
    EXPECT_NE(find(ui::Role::Button, "存为开放徽章文件")->state & ui::kDisabled, 0);
}

TEST_F(HoursCertificate, NothingStandsOutsideAtAnyWidthInEitherLanguage) {
    open();
    expect_inside("the dialog", Data::Chinese);
}

class CertificatePaper : public ::testing::Test {
  protected:
    CertificatePaper() {
        locale::add_compiled_later_words();
        issued_.code = "CODE";
        issued_.content = testing::certificate_content();
    }
    ui::PrintedPage page() const { return certificate_paper(words_, issued_); }
    static std::vector<Rows> blocks(const ui::PrintedPage& page, Kind kind) {
        std::vector<Rows> found;
        for (const ui::PrintedBlock& each : page.blocks) {
            if (each.kind == kind) found.push_back(each.rows);
        }
        return found;
    }

    IssuedCertificate issued_;
    locale::Locale words_{locale::chinese()};
};

TEST_F(CertificatePaper, SaysWhatWasSigned) {
    const ui::PrintedPage paper = page();
    EXPECT_EQ(paper.title, "2016 年度继续教育学时证明");
    EXPECT_EQ(blocks(paper, Kind::Text)[0][0][0], "兹证明李明在 2016 年度参加继续教育，计入学时和年度验证结果如下。");
    EXPECT_EQ(blocks(paper, Kind::Facts)[0], (Rows{{"姓名", "李明"},
                                                   {"教师编号", "T000042"},
                                                   {"所在学校", "东湖中学"},
                                                   {"年度验证", "通过（2017年8月1日）"},
                                                   {"签发单位", "示例市教师发展中心"}}));
    const auto tables = blocks(paper, Kind::Table);
    ASSERT_EQ(tables.size(), 2u);
    EXPECT_EQ(tables[0], (Rows{{"学时类别", "计入学时", "要求学时"},
                               {"公需", "18", "18"},
                               {"专业", "42.5", "42"},
                               {"选修", "12", "不作要求"},
                               {"合计", "72.5", "72"}}));
    EXPECT_EQ(tables[1].back(), (std::vector<std::string>{"其余 1 项", "", "12"}));
    EXPECT_EQ(blocks(paper, Kind::Code)[0][0][0], "/verify#CODE");
    EXPECT_TRUE(paper.footer.ends_with("\n证明编号 0123456789AB　签发日期 2017年8月2日"));
    EXPECT_TRUE(blocks(paper, Kind::Notice).empty());
}

TEST_F(CertificatePaper, OfAnOpenYearIsNoCertificateAndSaysSo) {
    issued_.content.result = certificate::CertifiedResult::Open;
    issued_.content.verified_on = {};
    const ui::PrintedPage paper = page();
    EXPECT_EQ(paper.title, "2016 年度继续教育学时情况");
    EXPECT_NE(blocks(paper, Kind::Text)[0][0][0].find("本页不能代替验证结果"), std::string::npos);
    EXPECT_EQ(blocks(paper, Kind::Facts)[0][3][1], "尚未验证");
}

TEST_F(CertificatePaper, OfASampleCitySaysSoFirst) {
    issued_.content.is_sample = true;
    EXPECT_EQ(page().blocks.front().rows[0][0], "示例数据，不是真实证明");
}

TEST_F(CertificatePaper, LeavesOutWhatWasNotChosen) {
    issued_.content.number.reset();
    issued_.content.school.reset();
    issued_.content.records.reset();
    const ui::PrintedPage paper = page();
    EXPECT_EQ(blocks(paper, Kind::Facts)[0].size(), 3u);
    EXPECT_EQ(blocks(paper, Kind::Table).size(), 1u);
}

}  // namespace
}  // namespace xueshi::views

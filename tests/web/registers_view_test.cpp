#include "web/views/registers_view.h"

#include <gtest/gtest.h>

#include "tests/support/registers_desk.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

using ledger::HourSource;
using testing::activity;

class RegistersView : public testing::ViewRig {
  protected:
    RegistersView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.now = desk_.world.now;
        reader_ = desk_.research;
        show([this](const Screen& screen) {
            page_ = desk_.page(reader_);
            draw_registers(screen, page_, ui_);
        });
    }
    std::vector<registration::RegistrationCommand> orders() const {
        std::vector<registration::RegistrationCommand> all;
        for (const Action& action : all_asked()) {
            if (const auto* order = std::get_if<RegistrationOrder>(&action)) all.push_back(order->command);
        }
        return all;
    }
    void press_named(const std::string& begin) {
        for (const ui::Node& node : nodes()) {
            if (node.role == ui::Role::Button && node.name.starts_with(begin)) return press(ui::Role::Button, std::string(node.name));
        }
        FAIL() << "no button that begins with " << begin;
    }

    testing::RegistersDesk desk_;
    organisation::Actor reader_;
    app::RegistersProjection page_;
    RegistersUiState ui_;
};

TEST_F(RegistersView, PastedRowsAreCheckedBeforeTheyAreSent) {
    settle();
    press(ui::Role::Button, "登记教研学时");
    EXPECT_TRUE(says("教研学时每人一年最多计 10 学时，超出的留存备查。"));
    EXPECT_NE(find(ui::Role::Button, "登记 0 条")->state & ui::kDisabled, 0);
    type("教师名单", "no-anna\t安老师\t初中数学教研\t2017-03-06\t3\nno-ben\t初中数学教研\t2017-03-06\t9");
    EXPECT_TRUE(says("1 条有问题，改好才能登记"));
    EXPECT_NE(find(ui::Role::Button, "登记 2 条")->state & ui::kDisabled, 0);
    type("教师名单", "no-anna\t安老师\t初中数学教研\t2017-03-06\t3\nno-ben\t初中数学教研\t2017-03-06\t4.5");
    press(ui::Role::Button, "登记 2 条");
    const auto sent = orders();
    ASSERT_EQ(sent.size(), 2u) << "one order a row";
    const auto& second = std::get<registration::RegisterHours>(sent[1]);
    EXPECT_EQ(second.teacher_number, "no-ben");
    EXPECT_EQ(second.source, HourSource::Research);
    EXPECT_EQ(second.activity.hours, DeciHours{45});
    EXPECT_EQ(ui_.entry, RegisterEntry::None) << "back to the list";
}

TEST_F(RegistersView, AnActivityTypedOnceHoldsForAllNumbers) {
    settle();
    press(ui::Role::Button, "登记教研学时");
    type("活动名称", "区域联合教研");
    type("开始日期", "2017/3/6");
    type("每人学时", "3");
    type("教师名单", "no-anna no-ben");
    press(ui::Role::Button, "登记 2 条");
    ASSERT_EQ(orders().size(), 2u);
    const auto sent = orders();
    const auto& first = std::get<registration::RegisterHours>(sent[0]);
    EXPECT_EQ(first.activity.title, "区域联合教研");
    EXPECT_EQ(first.activity.from, first.activity.until);
}

TEST_F(RegistersView, HoursAboveTheCapSayHowMuchCounts) {
    ASSERT_EQ(desk_.world.register_hours(desk_.research, "r1", "anna", activity("联合教研", "2017-03-06", "2017-03-07", 70)), "");
    ASSERT_EQ(desk_.world.register_hours(desk_.research, "r2", "anna", activity("说课", "2017-03-08", "2017-03-08", 60)), "");
    settle();
    press_named("说课");
    EXPECT_TRUE(says("6 学时，计入 3"));
    EXPECT_TRUE(says("教研学时一年最多计 10 学时，市区合计；超出的留存备查，不计入。"));
}

TEST_F(RegistersView, ADeclarationIsApprovedOrSentBackWithAReason) {
    ASSERT_EQ(desk_.declare("d1"), "");
    reader_ = desk_.district;
    settle();
    EXPECT_TRUE(says("待处理 1"));
    EXPECT_TRUE(says("名单　2 人"));
    press(ui::Role::Button, "通过");
    ASSERT_EQ(orders().size(), 1u);
    EXPECT_EQ(std::get<registration::ReviewRegistration>(orders()[0]).verdict, enrolment::Verdict::Approve);
    EXPECT_EQ(ui_.shown, static_cast<int>(app::RegisterTab::Due)) << "whoever works through them stays there";
    press(ui::Role::Button, "退回修改");
    type("写给老师看得懂的理由", "名单不全");
    press(ui::Role::Button, "退回");
    ASSERT_EQ(orders().size(), 2u);
    const auto sent = orders();
    const auto& returned = std::get<registration::ReviewRegistration>(sent[1]);
    EXPECT_EQ(returned.verdict, enrolment::Verdict::Return);
    EXPECT_EQ(returned.reason, "名单不全");
    EXPECT_EQ(returned.key, testing::RegistersDesk::school_key());
}

TEST_F(RegistersView, WhatWasSentBackIsChangedAndHandedInAgain) {
    ASSERT_EQ(desk_.declare("d1"), "");
    ASSERT_EQ(desk_.review("d1", enrolment::Verdict::Return), "");
    reader_ = desk_.school;
    settle();
    EXPECT_TRUE(says("退回修改"));
    press(ui::Role::Button, "修改再报");
    EXPECT_EQ(ui_.title, "校本研修");
    type("参加的教师编号", "no-anna");
    press(ui::Role::Button, "再次报送");
    ASSERT_EQ(orders().size(), 1u);
    const auto sent = orders();
    const auto& again = std::get<registration::ResubmitRegistration>(sent[0]);
    EXPECT_EQ(again.teacher_numbers, std::vector<std::string>{"no-anna"});
    EXPECT_EQ(again.activity.title, "校本研修");
}

TEST_F(RegistersView, ADeclarationSaysWhatIsMissing) {
    reader_ = desk_.school;
    settle();
    press(ui::Role::Button, "申报校本培训");
    press(ui::Role::Button, "申报 0 人");
    EXPECT_TRUE(orders().empty());
    EXPECT_TRUE(says("请填写"));
    type("活动名称", "课堂观察研修");
    type("开始日期", "2017-03-20");
    type("每人学时", "7");
    EXPECT_TRUE(says("学时太多，超过了这几天能有的数"));
    type("每人学时", "6");
    type("参加的教师编号", "no-anna，no-ben");
    press(ui::Role::Button, "申报 2 人");
    ASSERT_EQ(orders().size(), 1u) << "before it is held, as schools do";
    EXPECT_EQ(std::get<registration::DeclareTraining>(orders()[0]).school_id, UnitId{"school-a"});
}

TEST_F(RegistersView, ARecordOfABaseNeedsAScan) {
    reader_ = desk_.school;
    settle();
    press(ui::Role::Button, "报送基地学习");
    type("课程名称", "智能制造实训");
    type("继续教育基地", "示例职业技术学院");
    type("开始日期", "2017-03-06");
    type("学时", "6");
    type("教师编号", "no-anna");
    press(ui::Role::Button, "报送");
    EXPECT_TRUE(orders().empty());
    EXPECT_TRUE(says("请添加证明材料的扫描件"));
    press(ui::Role::Button, "添加扫描件");
    ASSERT_NE(asked<AddEvidence>(), nullptr);
    desk_.evidence = {{AttachmentId{"scan"}, "证书.jpg"}};
    settle();
    EXPECT_TRUE(says("证书.jpg"));
    press(ui::Role::Button, "报送");
    ASSERT_EQ(orders().size(), 1u);
    EXPECT_EQ(std::get<registration::HandInRecord>(orders()[0]).evidence, desk_.evidence);
}

TEST_F(RegistersView, ACorrectionBeginsWithWhatIsRecordedAndNeedsAReason) {
    ASSERT_EQ(desk_.world.register_hours(desk_.research, "r1", "anna", activity("联合教研")), "");
    settle();
    press_named("联合教研");
    press(ui::Role::Button, "更正");
    type("每人学时", "4");
    press(ui::Role::Button, "保存更正");
    EXPECT_TRUE(orders().empty());
    type("更正原因", "签到表少算了一节");
    press(ui::Role::Button, "保存更正");
    ASSERT_EQ(orders().size(), 1u);
    const auto sent = orders();
    const auto& corrected = std::get<registration::CorrectHours>(sent[0]);
    EXPECT_EQ(corrected.activity.hours, whole_hours(4));
    EXPECT_EQ(corrected.key.teacher_id, TeacherId{"anna"});
}

TEST_F(RegistersView, OnAPhoneARegistrationIsAPageWithTheWayBack) {
    use_phone();
    ASSERT_EQ(desk_.world.register_hours(desk_.research, "r1", "anna", activity("联合教研")), "");
    settle();
    press_named("联合教研");
    EXPECT_TRUE(says("登记单位"));
    press(ui::Role::Button, "返回登记列表");
    EXPECT_FALSE(says("登记单位"));
}

TEST_F(RegistersView, NothingStandsOutsideAtAnyWidthInEitherLanguage) {
    ASSERT_EQ(desk_.world.register_hours(desk_.research, "r1", "anna", activity("联合教研", "2017-03-06", "2017-03-07", 70)), "");
    ASSERT_EQ(desk_.declare("d1"), "");
    for (const organisation::Actor& reader : {desk_.research, desk_.school, desk_.district}) {
        reader_ = reader;
        ui_ = {};
        expect_inside("list of " + reader.name, Data::Chinese);
    }
    for (const RegisterEntry entry : {RegisterEntry::Hours, RegisterEntry::Training, RegisterEntry::Record, RegisterEntry::Correct}) {
        reader_ = desk_.school;
        ui_ = {};
        ui_.entry = entry;
        ui_.source = entry == RegisterEntry::Record     ? HourSource::External
                     : entry == RegisterEntry::Training ? HourSource::SchoolBased
                                                        : HourSource::DistrictBased;
        ui_.is_tried = true;
        ui_.teachers = "no-ben no-ben\nno-anna\t安老师\t初中数学教研\t2017-03-06\t3\n安老师";
        desk_.evidence = {{AttachmentId{"scan"}, "证书.jpg"}};
        expect_inside("an entry", Data::Chinese);
    }
}

}  // namespace
}  // namespace xueshi::views

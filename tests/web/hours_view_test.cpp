#include "web/views/hours_view.h"

#include <gtest/gtest.h>

#include "tests/support/hours_world.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

using testing::HoursWorld;

class HoursView : public testing::ViewRig {
  protected:
    HoursView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.now = world_.now;
        world_.add_fixed(2016, HourCategory::Public, 180);
        world_.add_fixed(2016, HourCategory::Professional, 420);
        world_.fill_year(2015);
        world_.add_course("a", 120).title = "多媒体课件制作";
        world_.add_course("b", 20).title = "能力标准解读";
        show([this](const Screen& screen) { draw_hours(screen, world_.page(ui_.record, ui_.staged), ui_); });
    }
    // A control by the beginning of its name.
    void press_named(const std::string& begin) {
        for (const ui::Node& node : nodes()) {
            if (node.role == ui::Role::Button && node.name.starts_with(begin)) {
                return press(ui::Role::Button, std::string(node.name));
            }
        }
        FAIL() << "no button that begins with " << begin;
    }

    HoursWorld world_;
    HoursUiState ui_;
};

TEST_F(HoursView, AYearIsPressedToSeeItsRecords) {
    settle();
    EXPECT_TRUE(says("2017 年的记录　2 条"));
    press_named("2016 年，计入 60 学时");
    EXPECT_TRUE(says("2016 年的记录　2 条"));
    EXPECT_TRUE(says("公需课 18/18 · 专业课 42/42 · 合计 60/72，差 12"));
}

TEST_F(HoursView, ACourseIsAllocatedAfterItsEffectWasSeen) {
    settle();
    press_named("多媒体课件制作");
    EXPECT_TRUE(says("专业 · 12 学时"));
    EXPECT_EQ(find(ui::Role::Button, "归入 2016"), nullptr) << "nothing is chosen yet";
    EXPECT_EQ(find(ui::Role::Radio, "2016")->hint, "计入年度验证");
    press(ui::Role::Radio, "2016");
    EXPECT_TRUE(says("60 → 72"));
    EXPECT_TRUE(says("通过"));
    EXPECT_EQ(asked<AllocateYears>(), nullptr) << "seen before it is done";
    press(ui::Role::Button, "归入 2016");
    ASSERT_NE(asked<AllocateYears>(), nullptr);
    EXPECT_EQ(asked<AllocateYears>()->moves, HoursWorld::move("a", 2016));
    EXPECT_TRUE(ui_.staged.empty());
}

TEST_F(HoursView, YearsThatAreNotOpenSayWhyTogether) {
    world_.fill_year(2013);
    settle();
    press_named("多媒体课件制作");
    EXPECT_EQ(find(ui::Role::Radio, "2015"), nullptr);
    EXPECT_NE(find(ui::Role::Radio, "2014"), nullptr);
    EXPECT_TRUE(says("2015、2013：这个年度学时已够，不用补"));
}

TEST_F(HoursView, WhatWasAllocatedLastIsTakenBack) {
    ASSERT_TRUE(world_.allocate("a", 2016).ok());
    settle();
    press(ui::Role::Button, "撤销这次归入");
    ASSERT_NE(asked<AllocateYears>(), nullptr);
    EXPECT_EQ(asked<AllocateYears>()->moves, HoursWorld::move("a", 2017));
}

TEST_F(HoursView, AProposalIsShownBeforeItIsOrdered) {
    settle();
    press(ui::Role::Button, "算最优");
    ASSERT_NE(asked<ProposeAllocation>(), nullptr);
    ui_.staged = HoursWorld::move("a", 2016);
    ui_.is_proposal = true;
    settle();
    EXPECT_TRUE(says("多媒体课件制作（12 学时）归入 2016"));
    EXPECT_TRUE(says("组合太多，这是找到的最好安排，可能还有更好的。"));
    ui_.is_proven = true;
    settle();
    EXPECT_FALSE(says("组合太多，这是找到的最好安排，可能还有更好的。"));
    press(ui::Role::Button, "归入 2016");
    EXPECT_EQ(asked<AllocateYears>()->moves, HoursWorld::move("a", 2016));
}

TEST_F(HoursView, WhyHoursDoNotCountStandsBelowTheirRecord) {
    ledger::HourRecord& research = world_.add_fixed(2017, HourCategory::Professional, 130);
    research.source = ledger::HourSource::Research;
    research.tags = {"research"};
    settle();
    bool is_said = false;
    for (const ui::Node& node : nodes()) is_said = is_said || node.name.find("多出的 3 学时留存备查") != std::string::npos;
    EXPECT_TRUE(is_said);
}

TEST_F(HoursView, ACourseIsCarriedToAYearAndItsEffectSeenBeforeItIsOrdered) {
    settle();
    carry("多媒体课件制作", "2016 年");
    EXPECT_EQ(ui_.record, HourRecordId{"a"});
    EXPECT_TRUE(ui_.staged.empty()) << "not let go yet";
    let_go();
    EXPECT_EQ(ui_.staged, HoursWorld::move("a", 2016));
    EXPECT_TRUE(says("60 → 72"));
    EXPECT_EQ(asked<AllocateYears>(), nullptr);
    press(ui::Role::Button, "归入 2016");
    EXPECT_NE(asked<AllocateYears>(), nullptr);
}

TEST_F(HoursView, AYearThatMayNotTakeACourseDoesNotTakeItWhenItIsCarriedThere) {
    settle();
    carry("多媒体课件制作", "2015 年");
    let_go();
    EXPECT_EQ(ui_.record, HourRecordId{"a"}) << "the panel says why";
    EXPECT_TRUE(ui_.staged.empty());
}

TEST_F(HoursView, TheWayToWhatOthersRegisteredIsThereAtAnyWidth) {
    for (const float width : {320.0F, 390.0F, 700.0F, 1280.0F}) {
        width < 600 ? use_phone(width) : use_desktop(width);
        settle();
        EXPECT_NE(find(ui::Role::Link, "登记的学时"), nullptr) << width;
    }
}

TEST_F(HoursView, SaysWhatOthersAskTheResultsFor) {
    settle();
    EXPECT_TRUE(says("6月30日前申请：看 2012—2016 年"));
    EXPECT_TRUE(says("7月1日起申请：看 2013—2017 年"));
    EXPECT_TRUE(says("2016 年 差 12"));
    EXPECT_TRUE(says("2015 年 学时已够，尚无验证结果"));
    EXPECT_FALSE(says("民办学校从教津贴")) << "the school is a public one";
}

TEST_F(HoursView, NothingStandsOutsideAtAnyWidthInEitherLanguage) {
    expect_inside("hours", Data::Chinese);
    ui_.record = HourRecordId{"a"};
    ui_.staged = HoursWorld::move("a", 2016);
    expect_inside("a choice", Data::Chinese);
    ui_ = {};
    ui_.staged = HoursWorld::move("a", 2016);
    ui_.is_proposal = true;
    expect_inside("a proposal", Data::Chinese);
}

}  // namespace
}  // namespace xueshi::views

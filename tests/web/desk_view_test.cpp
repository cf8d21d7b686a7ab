#include "web/views/desk_view.h"

#include <gtest/gtest.h>

#include "tests/support/special_world.h"
#include "tests/support/view_rig.h"

namespace xueshi::views {
namespace {

using enrolment::Verdict;
using organisation::OrgRole;

class DeskView : public testing::ViewRig {
  protected:
    DeskView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        be(OrgRole::Principal, world_.me().school_id);
        show([this](const Screen& screen) { draw_desk(screen, app::select_desk(world_.input()), ui_); });
    }
    void be(OrgRole role, const UnitId& unit) {
        world_.roles = {role};
        world_.unit_id = unit;
        status_.roles = world_.roles;
        status_.now = world_.roster.now;
    }
    std::vector<enrolment::ReviewEnrolment> reviews() {
        std::vector<enrolment::ReviewEnrolment> found;
        for (const Action& action : all_asked()) {
            const auto* order = std::get_if<SpecialOrder>(&action);
            const auto* review = order == nullptr ? nullptr : std::get_if<enrolment::ReviewEnrolment>(&order->command);
            if (review != nullptr) found.push_back(*review);
        }
        return found;
    }
    const ui::Node* row_of(const std::string& name) {
        for (const ui::Node& node : nodes()) {
            if (node.role == ui::Role::Button && node.name.starts_with(name + " · ")) return &node;
        }
        return nullptr;
    }
    // The button that has the key, as the page would find it.
    void press_key(std::string_view key) {
        for (const ui::Node& node : nodes()) {
            if (node.role == ui::Role::Button && node.value == key) return press(ui::Role::Button, std::string(node.name));
        }
        FAIL() << "no button for " << key;
    }
    testing::SpecialWorld world_;
    DeskUiState ui_;
};

TEST_F(DeskView, ManyAreDecidedAtOnceWithAnOrderForEach) {
    world_.roster.bring(world_.colleague("anna"), 0);
    world_.roster.bring(world_.colleague("ben"), 0);
    settle();
    EXPECT_TRUE(says("待我审核 2"));
    EXPECT_TRUE(says("4月1日 24:00 截止"));
    press(ui::Role::Checkbox, "全选待办 2 人");
    EXPECT_TRUE(says("已选 2 人"));
    press(ui::Role::Button, "通过");
    ASSERT_EQ(reviews().size(), 2u);
    EXPECT_EQ(reviews()[0].verdict, Verdict::Approve);
    EXPECT_EQ(reviews()[0].step, 0u);
    EXPECT_TRUE(ui_.chosen.empty());
}

TEST_F(DeskView, ARefusalIsSentWithItsReasonOnly) {
    world_.roster.bring(world_.colleague("anna"), 0);
    settle();
    press(ui::Role::Checkbox, "选中 教师 anna");
    press(ui::Role::Button, "不通过");
    EXPECT_TRUE(says("请先写明理由"));
    EXPECT_TRUE(reviews().empty());
    type("意见（退回或不通过时必填）", "材料不全");
    press(ui::Role::Button, "不通过");
    ASSERT_EQ(reviews().size(), 1u);
    EXPECT_EQ(reviews()[0].verdict, Verdict::Refuse);
    EXPECT_EQ(reviews()[0].reason, "材料不全");
}

TEST_F(DeskView, TheKeyboardAloneWorksThroughTheList) {
    for (const char* id : {"anna", "ben", "carl"}) world_.roster.bring(world_.colleague(id), 0);
    settle();
    EXPECT_EQ(ui_.current.text, "anna") << "somebody is always open";
    press_key("ArrowDown");
    EXPECT_EQ(ui_.current.text, "ben");
    press_key("A");
    ASSERT_EQ(reviews().size(), 1u);
    EXPECT_EQ(reviews()[0].enrolment_id.text, "ben");
    EXPECT_EQ(ui_.current.text, "carl") << "the next one who waits";
    press_key("X");
    EXPECT_TRUE(says("请先写明理由"));
    press(ui::Role::Button, "材料不全");
    press_key("R");
    ASSERT_EQ(reviews().size(), 2u);
    EXPECT_EQ(reviews()[1].verdict, Verdict::Return);
    EXPECT_EQ(reviews()[1].reason, "材料不全");
}

TEST_F(DeskView, OfThreeThousandOnlyTheRowsInSightAreThere) {
    for (int i = 0; i < 3'000; ++i) world_.roster.sign_up(world_.colleague("t" + std::to_string(i)));
    settle();
    EXPECT_TRUE(says("待我审核 3,000"));
    EXPECT_LT(nodes().size(), 800u);
    press(ui::Role::Checkbox, "全选待办 3,000 人");
    EXPECT_EQ(ui_.chosen.size(), 3'000u);
}

TEST_F(DeskView, AProjectIsChosenFromAMenu) {
    world_.roster.bring(world_.colleague("anna"), 0);
    settle();
    press(ui::Role::Button, "项目：示例研修班，换一个");
    EXPECT_TRUE(says("待审 1"));
}

TEST_F(DeskView, OnAPhoneAPersonIsAPageWithTheDecisions) {
    world_.roster.bring(world_.colleague("anna"), 0);
    use_phone();
    settle();
    EXPECT_EQ(find(ui::Role::Button, "通过"), nullptr);
    const ui::Node* row = row_of("教师 anna");
    ASSERT_NE(row, nullptr);
    press(ui::Role::Button, std::string(row->name));
    EXPECT_TRUE(says("经过"));
    press(ui::Role::Button, "通过");
    EXPECT_EQ(reviews().size(), 1u);
    press(ui::Role::Button, "回到名单");
    EXPECT_NE(row_of("教师 anna"), nullptr);
}

TEST_F(DeskView, OnAPhoneTheWayToRegisteredHoursStandsHere) {
    use_phone();
    settle();
    EXPECT_NE(find(ui::Role::Link, "登记的学时"), nullptr) << "there is no tab for it";
    use_desktop();
    settle();
    EXPECT_EQ(find(ui::Role::Link, "登记的学时"), nullptr) << "it is in the rail";
}

TEST_F(DeskView, TheCentreEditsTheQuotaWithSumsThatFollow) {
    world_.roster.bring(world_.colleague("anna"), 2);
    be(OrgRole::Centre, UnitId{"centre"});
    settle();
    press(ui::Role::Button, "调整名额");
    EXPECT_TRUE(says("共 1 个名额 · 已占 1"));
    type("海珠区的名额", "0");
    EXPECT_TRUE(says("少于已占"));
    EXPECT_NE(find(ui::Role::Button, "保存名额表")->state & ui::kDisabled, 0);
    type("海珠区的名额", "3");
    EXPECT_TRUE(says("共 3 个名额 · 比原来 +2"));
    expect_inside("the quota", Data::Chinese);
    press(ui::Role::Button, "保存名额表");
    const auto* order = asked<SpecialOrder>();
    ASSERT_NE(order, nullptr);
    const auto& table = std::get<enrolment::SetQuota>(order->command).table;
    ASSERT_EQ(table.size(), 1u);
    EXPECT_EQ(table[0].places, 3);
}

TEST_F(DeskView, TheOrganiserPastesNumbers) {
    world_.roster.project.mode = enrolment::SignupMode::OrganiserPlaced;
    be(OrgRole::Institution, UnitId{"institution"});
    settle();
    press(ui::Role::Button, "安排学员");
    type("教师编号", "20170042318\n20170042319,20170042320");
    press(ui::Role::Button, "安排 3 人");
    std::vector<std::string> numbers;
    for (const Action& action : all_asked()) {
        const auto* order = std::get_if<SpecialOrder>(&action);
        const auto* placed = order == nullptr ? nullptr : std::get_if<enrolment::PlaceParticipant>(&order->command);
        if (placed != nullptr) numbers.push_back(placed->teacher_number);
    }
    EXPECT_EQ(numbers, (std::vector<std::string>{"20170042318", "20170042319", "20170042320"}));
}

TEST_F(DeskView, SomebodyIsNamedAsDeputyForSomeDaysAndDismissed) {
    settle();
    world_.roster.bring(world_.colleague("anna"), 0);
    settle();
    press(ui::Role::Button, "代审人");
    EXPECT_NE(find(ui::Role::Button, "请他代审")->state & ui::kDisabled, 0);
    type("代审人的登录编号", "20170042318");
    type("到", "2017-03-01");
    EXPECT_TRUE(says("日期不对"));
    type("到", "2017-03-31");
    press(ui::Role::Button, "请他代审");
    const auto* order = asked<DeputyOrder>();
    ASSERT_NE(order, nullptr);
    const auto& named = std::get<organisation::NameDeputy>(order->command);
    EXPECT_EQ(named.role, OrgRole::Principal);
    EXPECT_EQ(named.until, testing::date("2017-03-31"));
    app::apply(world_.special,
               organisation::DeputyNamed{DeputationId{"d"}, world_.account_id, "校长", AccountId{"x"}, "周若谷",
                                         OrgRole::Principal, world_.me().school_id, {}, testing::date("2017-03-10"),
                                         testing::date("2017-03-31"), {}, {}},
               Stamp{1, 0, "server"});
    press(ui::Role::Button, "代审人");
    EXPECT_TRUE(says("周若谷 · 3/10–3/31 · 代审中"));
    expect_inside("deputies", Data::Chinese);
    press(ui::Role::Button, "撤销");
    EXPECT_EQ(std::get<organisation::DismissDeputy>(asked<DeputyOrder>()->command).deputation_id.text, "d");
}

TEST_F(DeskView, WhoStandsInIsToldForWhom) {
    world_.roster.bring(world_.colleague("anna"), 0);
    world_.deputed = {{OrgRole::Principal, world_.me().school_id, {}, "陈景行"}};
    world_.roles = {OrgRole::Teacher};
    settle();
    EXPECT_TRUE(says("您正在代 陈景行 审核"));
    EXPECT_TRUE(says("待我审核 1"));
    EXPECT_EQ(find(ui::Role::Button, "代审人"), nullptr) << "a deputy names nobody";
}

TEST_F(DeskView, APlanToStudyAwayIsHandedInApprovedAndLetInLate) {
    world_.roster.project.has_study_away = true;
    be(OrgRole::Institution, UnitId{"institution"});
    settle();
    EXPECT_TRUE(says("外出跟岗：还没交计划，4月18日 前交"));
    press(ui::Role::Button, "报送计划");
    type("去哪里", "深圳");
    type("做什么", "观摩课堂");
    type("从", "2017-05-08");
    type("到", "2017-05-12");
    expect_inside("a plan to study away", Data::Chinese);
    ui_.dialog = DeskUiState::Dialog::None;
    settle();
    be(OrgRole::Centre, UnitId{"centre"});
    world_.roster.now = testing::moment("2017-04-20T09:00");
    status_.now = world_.roster.now;
    settle();
    EXPECT_TRUE(says("没有按时交计划"));
    press(ui::Role::Button, "准许补交");
    type("理由", "改期");
    dismiss("为什么准许补交？");
    EXPECT_EQ(world_.roster.act(testing::centre(), enrolment::AllowLateStudyAway{world_.roster.project.id, "改期"}), "");
    EXPECT_EQ(world_.roster.act(testing::institution(),
                                enrolment::SubmitStudyAway{world_.roster.project.id,
                                                           {"深圳", "观摩课堂", testing::date("2017-05-08"), testing::date("2017-05-12")}}),
              "");
    settle();
    EXPECT_TRUE(says("计划已交，等中心批准"));
    press(ui::Role::Button, "批准计划");
    const auto* order = asked<SpecialOrder>();
    ASSERT_NE(order, nullptr);
    EXPECT_TRUE(std::get<enrolment::ReviewStudyAway>(order->command).is_approved);
}

TEST_F(DeskView, ThePersonsHistoryStandsBesideTheList) {
    world_.roster.bring(world_.colleague("anna"), 1);
    be(OrgRole::DistrictAdministrator, world_.me().quota_unit_id);
    settle();
    EXPECT_TRUE(says("名额 1 个，已占 0 个，候补 0 人"));
    ASSERT_NE(row_of("教师 anna"), nullptr);
    EXPECT_TRUE(says("校长审核"));
    EXPECT_TRUE(says("待您审核"));
    EXPECT_TRUE(says("回执 7Q4K2-0MXTA"));
}

TEST_F(DeskView, WhatIsDecidedElsewhereIsNotChosenAnyMore) {
    world_.roster.bring(world_.colleague("anna"), 0);
    settle();
    press(ui::Role::Checkbox, "选中 教师 anna");
    EXPECT_EQ(ui_.chosen.size(), 1u);
    EXPECT_EQ(world_.roster.review(testing::principal_of(world_.me().school_id.text), "anna", 0), "");
    settle();
    EXPECT_TRUE(ui_.chosen.empty());
    EXPECT_EQ(find(ui::Role::Button, "通过"), nullptr);
}

TEST_F(DeskView, TheInstitutionMarksAttendance) {
    world_.roster.bring(world_.colleague("anna"), 3);
    world_.roster.now = testing::moment("2017-05-02T09:00");
    be(OrgRole::Institution, UnitId{"institution"});
    settle();
    press(ui::Role::Tab, "已录取 1");
    press(ui::Role::Checkbox, "选中 教师 anna");
    press(ui::Role::Button, "结业");
    const auto* order = asked<SpecialOrder>();
    ASSERT_NE(order, nullptr);
    EXPECT_EQ(std::get<enrolment::MarkAttendance>(order->command).mark, enrolment::AttendanceMark::Completed);
}

TEST_F(DeskView, ASchoolAsksForAReplacementByNumberAndReason) {
    world_.roster.bring(world_.colleague("anna"), 3);
    settle();
    press(ui::Role::Tab, "已录取 1");
    press(ui::Role::Button, "安排换人");
    EXPECT_TRUE(says("由谁替换 教师 anna？"));
    EXPECT_NE(find(ui::Role::Button, "提交换人申请")->state & ui::kDisabled, 0);
    type("替换老师的教师编号", "20170042379");
    type("原因", "产假");
    press(ui::Role::Button, "提交换人申请");
    const auto* order = asked<SpecialOrder>();
    ASSERT_NE(order, nullptr);
    const auto& request = std::get<enrolment::RequestSubstitution>(order->command);
    EXPECT_EQ(request.leaving_id.text, "anna");
    EXPECT_EQ(request.replacement_number, "20170042379");
    EXPECT_EQ(request.reason, "产假");
}

TEST_F(DeskView, ADistrictAgreesToAReplacementOrSaysWhyNot) {
    world_.roster.bring(world_.colleague("anna"), 3);
    const enrolment::Applicant replacement = world_.colleague("ben");
    EXPECT_EQ(world_.roster.act(testing::principal_of(world_.me().school_id.text),
                                enrolment::RequestSubstitution{SubstitutionId{"x"}, world_.roster.project.id,
                                                               EnrolmentId{"anna"}, "1", EnrolmentId{"r"}, "产假"},
                                &replacement),
              "");
    be(OrgRole::DistrictAdministrator, world_.me().quota_unit_id);
    ui_ = {};
    settle();
    EXPECT_TRUE(says("教师 anna → 教师 ben")) << "what waits for the reader is shown first";
    EXPECT_TRUE(says("提交换人申请 · “产假”"));
    expect_inside("a replacement", Data::Chinese);
    press(ui::Role::Button, "打印退出申请书");
    ASSERT_NE(asked<PrintPage>(), nullptr);
    EXPECT_NE(asked<PrintPage>()->page.find("专项培训学员退出申请书"), std::string::npos);
    press(ui::Role::Button, "打印更换名单");
    EXPECT_NE(asked<PrintPage>()->page.find("专项培训更换学员名单"), std::string::npos);
    press(ui::Role::Button, "不同意");
    type("写给老师看得懂的理由", "材料不全");
    press(ui::Role::Button, "确认不同意");
    const auto* order = asked<SpecialOrder>();
    ASSERT_NE(order, nullptr);
    EXPECT_EQ(std::get<enrolment::ReviewSubstitution>(order->command).reason, "材料不全");
    press(ui::Role::Button, "同意");
    EXPECT_TRUE(std::get<enrolment::ReviewSubstitution>(asked<SpecialOrder>()->command).is_approved);
}

TEST_F(DeskView, AScanOfAPaperIsUploadedByWhoeverStampsItAndReadByWhoeverDecides) {
    world_.roster.bring(world_.colleague("anna"), 3);
    const enrolment::Applicant replacement = world_.colleague("ben");
    const organisation::Actor principal = testing::principal_of(world_.me().school_id.text);
    EXPECT_EQ(world_.roster.act(principal,
                                enrolment::RequestSubstitution{SubstitutionId{"x"}, world_.roster.project.id,
                                                               EnrolmentId{"anna"}, "1", EnrolmentId{"r"}, "产假"},
                                &replacement),
              "");
    settle();
    press(ui::Role::Tab, "换人 1");
    EXPECT_TRUE(says("退出申请书：还没有盖章后的扫描件"));
    press(ui::Role::Button, "上传退出申请书扫描件");
    const auto* scan = asked<AttachScan>();
    ASSERT_NE(scan, nullptr);
    EXPECT_EQ(scan->order.substitution_id.text, "x");
    EXPECT_EQ(scan->order.kind, enrolment::DocumentKind::Withdrawal);

    status_.upload = UploadStatus{"x", "申请书.pdf", 0.63F};
    settle();
    EXPECT_TRUE(says("正在上传 申请书.pdf，已完成 63%"));
    EXPECT_EQ(find(ui::Role::Button, "上传更换名单扫描件"), nullptr) << "one at a time";
    press(ui::Role::Button, "取消上传");
    EXPECT_NE(asked<CancelUpload>(), nullptr);
    status_.upload.reset();

    const enrolment::AttachDocument order{SubstitutionId{"x"}, world_.roster.project.id, AttachmentId{"a1"},
                                          enrolment::DocumentKind::Withdrawal, "申请书.pdf"};
    EXPECT_EQ(world_.roster.act(principal, order), "");
    be(OrgRole::DistrictAdministrator, world_.me().quota_unit_id);
    ui_ = {};
    settle();
    EXPECT_FALSE(says("退出申请书：还没有盖章后的扫描件"));
    EXPECT_TRUE(says("更换名单：还没有盖章后的扫描件")) << "whoever decides sees what is missing";
    press(ui::Role::Button, "申请书.pdf");
    ASSERT_NE(asked<SaveAttachment>(), nullptr);
    EXPECT_EQ(asked<SaveAttachment>()->attachment_id.text, "a1");
    expect_inside("a replacement with a scan", Data::Chinese);
}

TEST_F(DeskView, NothingStandsOutsideAtAnyWidthInEitherLanguage) {
    expect_inside("empty", Data::Chinese);
    world_.roster.bring(world_.colleague("anna"), 0);
    world_.roster.bring(world_.colleague("ben"), 1);
    settle();
    press(ui::Role::Checkbox, "选中 教师 anna");
    expect_inside("a choice", Data::Chinese);
    ui_.chosen.clear();
    ui_.current = EnrolmentId{"anna"};
    expect_inside("a person", Data::Chinese);
}

}  // namespace
}  // namespace xueshi::views

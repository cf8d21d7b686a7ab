#include "web/views/plan_view.h"

#include "tests/support/planning_world.h"
#include "tests/support/view_rig.h"
#include "web/views/plan_parts.h"

namespace xueshi::views {
namespace {

class PlanView : public testing::ViewRig {
  protected:
    PlanView() {
        use_desktop();
        status_.phase = SessionPhase::Ready;
        status_.now = world_.now;
        world_.publish(testing::public_subject()).publish(testing::course_run("r1"));
        project();
        show([this](const Screen& screen) { draw_plan(screen, plan_, ui_); });
    }
    void project(const plan::PlanningAdvice* completion = nullptr) {
        plan_ = app::select_plan(world_.input(), completion);
    }
    void choose_both() {
        world_.draft("p1", "均衡").mark("public").mark("r1");
        project();
        settle();
    }

    testing::PlanningWorld world_;
    app::PlanProjection plan_;
    PlanUiState ui_;
};

TEST_F(PlanView, NamesWhatIsMissingPerCategory) {
    choose_both();
    const auto bar = [&](std::string_view name) { return find(ui::Role::Meter, name); };
    ASSERT_NE(bar("公需课"), nullptr);
    EXPECT_EQ(bar("公需课")->value, "18 / 18");
    EXPECT_EQ(bar("公需课")->hint, "够了");
    EXPECT_EQ(bar("专业课")->value, "6 / 42");
    EXPECT_EQ(bar("专业课")->hint, "差 36");
    EXPECT_EQ(bar("能力提升工程")->hint, "差 44");
    EXPECT_EQ(bar("全年合计")->hint, "差 48");
    for (const app::RequirementRow& row : plan_.requirements) {
        EXPECT_TRUE(says("依据：" + row.source.zh)) << row.id;
    }
}

TEST_F(PlanView, OffersOnePressWhenTheDraftIsEmpty) {
    EXPECT_TRUE(says("方案还是空的"));
    press(ui::Role::Button, "一键排满");
    ASSERT_NE(asked<CreatePlan>(), nullptr);  // there was no draft yet
    const CompletePlan* completed = asked<CompletePlan>();
    ASSERT_NE(completed, nullptr);
    EXPECT_TRUE(completed->plan_id.empty());
}

TEST_F(PlanView, OnAPhoneTheOnlyDraftCanBeBroughtBackAfterItWasDeleted) {
    use_phone(320);
    settle();
    EXPECT_EQ(find(ui::Role::Button, "更多操作"), nullptr) << "nothing to do yet";
    status_.can_undo = true;
    status_.undo_code = "PlanDiscarded";
    status_.undo_subject = "均衡";
    settle();
    press(ui::Role::Button, "更多操作");
    press(ui::Role::Button, "撤销：删除“均衡”");
    EXPECT_NE(asked<Undo>(), nullptr);
    status_.can_undo = false;
    status_.can_redo = true;
    status_.redo_code = "PlanCreated";
    status_.redo_subject = "均衡";
    settle();
    press(ui::Role::Button, "更多操作");
    const ui::Node* rename = find(ui::Role::Button, "改名");
    ASSERT_NE(rename, nullptr);
    EXPECT_NE(rename->state & ui::kDisabled, 0) << "there is no draft";
    press(ui::Role::Button, "重做：新建“均衡”");
    EXPECT_NE(asked<Redo>(), nullptr);
    EXPECT_EQ(outside(), std::vector<std::string>{});
}

TEST_F(PlanView, AsksBeforeSubmittingAndSaysWhatAndWhoPays) {
    choose_both();
    press(ui::Role::Button, "提交选课");
    EXPECT_EQ(asked<SubmitPlan>(), nullptr);
    ASSERT_NE(find(ui::Role::Dialog, "提交这 2 门课？"), nullptr);
    EXPECT_TRUE(says("共 24 学时，费用 ¥24"));
    EXPECT_TRUE(says("费用由学校组织缴纳"));
    EXPECT_TRUE(says("还差"));
    press(ui::Role::Button, "提交");
    ASSERT_NE(asked<SubmitPlan>(), nullptr);
    EXPECT_EQ(count(ui::Role::Dialog), 0u);
}

TEST_F(PlanView, EscapeLeavesTheDialogWithoutSubmitting) {
    choose_both();
    press(ui::Role::Button, "提交选课");
    dismiss("提交这 2 门课？");
    EXPECT_EQ(count(ui::Role::Dialog), 0u);
    EXPECT_EQ(asked<SubmitPlan>(), nullptr);
}

TEST_F(PlanView, WaitsVisiblyForTheServersDecision) {
    choose_both();
    status_.is_submitting = true;
    settle();
    const ui::Node* button = find(ui::Role::Button, "提交中");
    ASSERT_NE(button, nullptr);
    EXPECT_NE(button->state & ui::kDisabled, 0);
}

TEST_F(PlanView, ShowsTheReceiptAndTakesTheSelectionBack) {
    choose_both();
    world_.confirm("s1", {"public", "r1"});
    project();
    settle();
    EXPECT_TRUE(says("回执 7Q4K2-0MXTA"));
    EXPECT_TRUE(says("3月10日 09:12 · 2 门 · 24 学时 · ¥24"));
    EXPECT_TRUE(says("未缴费"));
    press(ui::Role::Button, "撤回");
    press(ui::Role::Button, "撤回选课");
    const auto* withdrawn = commanded<enrolment::WithdrawSelection>();
    ASSERT_NE(withdrawn, nullptr);
    EXPECT_EQ(withdrawn->selection_id, SelectionId{"s1"});
}

TEST_F(PlanView, SaysWhichConditionsExcludeEachOtherAndOffersTheWaysOut) {
    choose_both();
    const plan::NearestPlan nearest{{}, {{"it", whole_hours(6)}}};
    plan::PlanningAdvice advice{{plan::InfeasibleAnswer{{"it", "max_fee", "pin:r1"}, nearest}, 1}, {}};
    advice.ways_out.push_back({plan::WayOutKind::RaiseMaxFee, 42000, {}, {}, {{"r1"}, {42000, {}, 0, 1}, {}}, {}});
    advice.ways_out.push_back({plan::WayOutKind::TakeNearest, 0, {}, {}, nearest.plan, nearest.missing});
    project(&advice);
    settle();
    EXPECT_TRUE(says("这 3 个条件不能同时满足，还差 6 学时"));
    EXPECT_TRUE(says("能力提升工程满 50 学时"));
    EXPECT_TRUE(says("保留“课程 r1”"));
    EXPECT_TRUE(says("您的草稿没有改动"));
    EXPECT_TRUE(says("2 个办法，选一个就行"));
    EXPECT_TRUE(says("能力提升工程还差 6 学时"));
    press(ui::Role::Button, "采用：把费用上限提到 ¥420");
    const auto* taken = asked<TakeProposal>();
    ASSERT_NE(taken, nullptr);
    EXPECT_EQ(taken->limits.max_fee_fen, 42000);
    EXPECT_EQ(taken->runs, std::vector<CourseRunId>{CourseRunId{"r1"}});
    EXPECT_TRUE(taken->is_complete);
}

TEST_F(PlanView, TheFieldShowsALimitThatWasChangedElsewhere) {
    choose_both();
    plan_.limits.max_fee_fen = 2000;
    settle();
    EXPECT_EQ(ui_.fee.text, "20");
    plan_.limits.max_fee_fen = 18850;
    settle();
    EXPECT_EQ(ui_.fee.text, "188.50");
    type("费用上限（元）", "9");
    plan_.limits.max_hours = DeciHours{725};
    settle();
    EXPECT_EQ(ui_.hours.text, "72.5");
    EXPECT_EQ(ui_.fee.text, "9") << "what is being typed beside it stays";
    EXPECT_TRUE(says("排课时新增不超过 72.5 学时"));
}

TEST_F(PlanView, PinsAndRemovesFromTheMenuOfARun) {
    choose_both();
    press(ui::Role::Button, "“课程 r1”的操作");
    press(ui::Role::Button, "固定这门课");
    const auto* mark = commanded<plan::MarkCourseRun>();
    ASSERT_NE(mark, nullptr);
    EXPECT_EQ(mark->course_run_id, CourseRunId{"r1"});
    EXPECT_EQ(mark->mark, plan::PlanMark::Pinned);
    press(ui::Role::Button, "“课程 r1”的操作");
    press(ui::Role::Button, "移出方案");
    EXPECT_EQ(commanded<plan::MarkCourseRun>()->mark, plan::PlanMark::None);
}

TEST_F(PlanView, SetsAFeeLimitFromWhatWasTyped) {
    choose_both();
    type("费用上限（元）", "180.5");
    press(ui::Role::Button, "设上限：费用");
    const auto* limits = commanded<plan::SetPlanLimits>();
    ASSERT_NE(limits, nullptr);
    EXPECT_EQ(limits->limits.max_fee_fen, 18050);
    type("费用上限（元）", "贵");
    press(ui::Role::Button, "设上限：费用");
    EXPECT_TRUE(says("请填数字"));
}

TEST_F(PlanView, SetsALimitOfNewHoursAndKeepsTheFeeLimit) {
    choose_both();
    plan_.limits.max_fee_fen = 18000;
    settle();
    EXPECT_TRUE(says("缺多少排多少"));
    type("新增学时上限", "60.5");
    press(ui::Role::Button, "设上限：新增学时");
    const auto* limits = commanded<plan::SetPlanLimits>();
    ASSERT_NE(limits, nullptr);
    EXPECT_EQ(limits->limits.max_hours, DeciHours{605});
    EXPECT_EQ(limits->limits.max_fee_fen, 18000);
    type("新增学时上限", "60.25");
    press(ui::Role::Button, "设上限：新增学时");
    EXPECT_TRUE(says("最多一位小数"));
    plan_.limits.max_hours = DeciHours{605};
    settle();
    press(ui::Role::Button, "改回自动");
    EXPECT_EQ(commanded<plan::SetPlanLimits>()->limits.max_hours, std::nullopt);
    EXPECT_EQ(outside(), std::vector<std::string>{});
}

TEST_F(PlanView, NamesANewDraftByTheNextFreeNumber) {
    world_.draft("p1", "均衡").draft("p2", "方案 3");
    project();
    settle();
    press(ui::Role::Tab, "新建一个方案");
    ASSERT_NE(asked<CreatePlan>(), nullptr);
    EXPECT_EQ(asked<CreatePlan>()->name, "方案 4");
}

TEST_F(PlanView, SaysWhoDidWhatWhereTwoDevicesDisagreeAndLetsOneChoose) {
    choose_both();
    EXPECT_FALSE(says("两台设备不一致"));
    const auto marked = [](plan::PlanMark mark) {
        return plan::PlanMarkChanged{PlanId{"p1"}, CourseRunId{"r1"}, mark};
    };
    world_.tell_apart(marked(plan::PlanMark::Pinned), marked(plan::PlanMark::None));
    project();
    settle();
    EXPECT_NE(find(ui::Role::Heading, "两边都改了同一门课"), nullptr);
    EXPECT_TRUE(says("这台设备上固定了“课程 r1”，另一台设备上移出了它。先按较晚的另一台设备来，您可以换。"));
    EXPECT_TRUE(says("两个版本都留着，随时能撤销"));
    press(ui::Role::Button, "改按这台设备");
    ASSERT_NE(commanded<plan::MarkCourseRun>(), nullptr);
    EXPECT_EQ(commanded<plan::MarkCourseRun>()->mark, plan::PlanMark::Pinned);
    EXPECT_EQ(commanded<plan::MarkCourseRun>()->course_run_id, CourseRunId{"r1"});
    press(ui::Role::Button, "就按另一台设备");
    EXPECT_EQ(commanded<plan::MarkCourseRun>()->mark, plan::PlanMark::None);
}

TEST_F(PlanView, AsksWhetherADraftDiscardedElsewhereIsKept) {
    choose_both();
    world_.tell_apart(plan::PlanLimitsChanged{PlanId{"p1"}, {20'000, {}}}, plan::PlanDiscarded{PlanId{"p1"}, true});
    project();
    settle();
    EXPECT_TRUE(says("另一台设备上删了“均衡”，这台设备上还在改。方案先留着，您可以换。"));
    press(ui::Role::Button, "留着方案");
    ASSERT_NE(commanded<plan::KeepPlan>(), nullptr);
    press(ui::Role::Button, "删掉方案");
    ASSERT_NE(commanded<plan::DiscardPlan>(), nullptr);
    EXPECT_EQ(commanded<plan::DiscardPlan>()->plan_id, PlanId{"p1"});
}

TEST_F(PlanView, ListsEveryDisagreementInWordsWithinEveryWidth) {
    choose_both();
    const PlanId id{"p1"};
    world_.tell_apart(plan::PlanMarkChanged{id, CourseRunId{"r1"}, plan::PlanMark::Pinned},
                      plan::PlanMarkChanged{id, CourseRunId{"r1"}, plan::PlanMark::Chosen});
    world_.tell_apart(plan::PlanNamed{id, "均衡一些"}, plan::PlanNamed{id, "少花钱"});
    world_.tell_apart(plan::PlanLimitsChanged{id, {20'000, {}}},
                      plan::PlanLimitsChanged{id, {{}, whole_hours(90)}});
    plan::PlanPriorities other = plan::default_priorities();
    std::swap(other[0], other[3]);
    world_.tell_apart(plan::PlanPrioritiesChanged{id, plan::default_priorities()},
                      plan::PlanPrioritiesChanged{id, other});
    world_.device = DeviceId{"third"};  // neither side is this device's
    project();
    settle();
    EXPECT_TRUE(says("一台设备上固定了“课程 r1”，另一台设备上选了它。"));
    EXPECT_TRUE(says("一台设备上叫“均衡一些”，另一台设备上叫“少花钱”。"));
    EXPECT_TRUE(says("费用不超过 ¥200、不限学时"));
    EXPECT_TRUE(says("不限费用、学时不超过 90"));
    EXPECT_TRUE(says("先按较晚的来，您可以换。"));
    EXPECT_EQ(count("就按较晚的"), 4u);
    EXPECT_EQ(count("改按较早的"), 4u);
    for (const float width : {320.0f, 390.0f, 768.0f}) {
        use_phone(width);
        settle();
        EXPECT_EQ(outside(), std::vector<std::string>{}) << width;
    }
    for (const float width : {960.0f, 1280.0f, 1920.0f}) {
        use_desktop(width);
        settle();
        EXPECT_EQ(outside(), std::vector<std::string>{}) << width;
    }
}

TEST_F(PlanView, StandsWithinEveryWidth) {
    world_.publish(testing::taught_run("a", "2017-05-13T09:00", "2017-05-13T12:00"));
    world_.draft("p1", "一个名字很长很长的均衡方案")
        .mark("public")
        .mark("r1", plan::PlanMark::Pinned)
        .mark("a")
        .mark("gone");
    world_.confirm("s1", {"public"});
    project();
    ui_.open_receipt = SelectionId{"s1"};
    ui_.shows_sources = true;
    status_.is_sample = true;
    for (const float width : {320.0f, 390.0f, 768.0f}) {
        use_phone(width);
        settle();
        EXPECT_EQ(outside(), std::vector<std::string>{}) << width;
    }
    for (const float width : {960.0f, 1280.0f, 1920.0f}) {
        use_desktop(width);
        settle();
        EXPECT_EQ(outside(), std::vector<std::string>{}) << width;
    }
}

TEST(ParseYuan, ReadsWholeAndPartsAndRefusesTheRest) {
    EXPECT_EQ(parse_yuan("180"), 18000);
    EXPECT_EQ(parse_yuan("180.5"), 18050);
    EXPECT_EQ(parse_yuan("0.05"), 5);
    for (const char* wrong : {"", ".", "1.", ".5", "1.234", "-1", "1e3", "12345678", "一百"}) {
        EXPECT_FALSE(parse_yuan(wrong).has_value()) << wrong;
    }
}

}  // namespace
}  // namespace xueshi::views

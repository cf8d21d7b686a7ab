#include "web/runtime/action_runner.h"

#include "core/codec/intent_json.h"
#include "core/plan/compose_problem.h"
#include "tests/support/client_rig.h"

namespace xueshi::runtime {
namespace {

using namespace xueshi::testing;

class ActionRunnerTest : public ClientRig {
  protected:
    void start() {
        std::vector<catalogue::CourseRun> runs;
        for (int i = 0; i < 24; ++i) runs.push_back(course_run("IT" + std::to_string(10 + i)));
        auto public_run = course_run("PUB");
        public_run.category = HourCategory::Public;
        public_run.it_part = catalogue::ItPart::None;
        public_run.hours = whole_hours(18);
        public_run.phase_id.clear();
        public_run.closes = date("2017-12-31");
        runs.push_back(public_run);
        sign_in_with(runs);
        act(views::CreatePlan{"均衡"});
    }
    const plan::PlanDraft& draft() const { return state_.teacher.plans.at(actions_.edited_plan()); }
    void mark(const std::string& id, plan::PlanMark mark) {
        act(app::Command{plan::MarkCourseRun{{}, CourseRunId{id}, mark}});
    }
    std::string newest_notice() const { return notices_.notices().empty() ? "" : notices_.notices().back().code; }
};

TEST_F(ActionRunnerTest, EditsTheDraftAtOnceAndPushesIt) {
    start();
    mark("IT10", plan::PlanMark::Chosen);
    EXPECT_EQ(draft().chosen().size(), 1u);
    EXPECT_EQ(newest_notice(), "RunAdded");
    EXPECT_EQ(notices_.notices().back().subject, "课程 IT10");
    const auto push = accept_push();
    EXPECT_EQ(push.operations.front().type, "plan.named");
}

TEST_F(ActionRunnerTest, PrintsWhatAViewComposedAndSaysWhenItCannot) {
    start();
    act(views::PrintPage{"{}"});
    EXPECT_EQ(printer_.printed, std::vector<std::string>{"{}"});
    const std::string before = newest_notice();
    actions_.take_print_failure();
    EXPECT_EQ(newest_notice(), before);
    printer_.has_failed = true;
    actions_.take_print_failure();
    EXPECT_EQ(newest_notice(), "PrintUnavailable");
}

TEST_F(ActionRunnerTest, UndoesAndRedoesWhatTheDeviceDecided) {
    start();
    mark("IT10", plan::PlanMark::Chosen);
    EXPECT_NE(journal_.history().undoable(), nullptr);
    act(views::Undo{});
    EXPECT_TRUE(draft().chosen().empty());
    EXPECT_NE(journal_.history().redoable(), nullptr);
    act(views::Redo{});
    EXPECT_EQ(draft().chosen().size(), 1u);
    act(views::Undo{});
    mark("IT11", plan::PlanMark::Chosen);
    EXPECT_EQ(journal_.history().redoable(), nullptr) << "a new step ends what could be redone";
}

TEST_F(ActionRunnerTest, CompletesThePlanAroundWhatWasChosenAndTakesItBackInOneStep) {
    start();
    mark("IT15", plan::PlanMark::Chosen);
    act(views::CompletePlan{});
    EXPECT_EQ(newest_notice(), "PlanCompleted");
    const auto chosen = draft().chosen();
    EXPECT_EQ(chosen.size(), 10u) << "nine IT courses of 6 hours for 50, and the public subject";
    EXPECT_EQ(draft().mark_of(CourseRunId{"IT15"}), plan::PlanMark::Chosen);
    act(views::Undo{});
    EXPECT_EQ(draft().chosen().size(), 1u);
}

TEST_F(ActionRunnerTest, SaysWhenNothingFitsAndChangesNothing) {
    start();
    act(app::Command{plan::SetPlanLimits{{}, {std::int64_t{100}, std::nullopt}}});
    act(views::CompletePlan{});
    EXPECT_EQ(newest_notice(), "NothingFits");
    EXPECT_NE(actions_.failed_completion(), nullptr);
    EXPECT_TRUE(draft().chosen().empty());
}

TEST_F(ActionRunnerTest, TakesAWayOutAsOneStepThatLeadsToACompletePlan) {
    start();
    act(app::Command{plan::SetPlanLimits{{}, {std::int64_t{100}, std::nullopt}}});
    act(views::CompletePlan{});
    ASSERT_NE(actions_.failed_completion(), nullptr);
    const plan::PlanningAdvice advice = *actions_.failed_completion();
    ASSERT_FALSE(advice.ways_out.empty());
    const plan::WayOut& way = advice.ways_out.front();
    ASSERT_EQ(way.kind, plan::WayOutKind::RaiseMaxFee);
    act(views::TakeProposal{draft().id, {way.max_fee, std::nullopt}, {}, plan::run_ids(way.plan.chosen), true});
    EXPECT_EQ(newest_notice(), "PlanCompleted");
    EXPECT_EQ(actions_.failed_completion(), nullptr);
    EXPECT_EQ(draft().limits.value().max_fee_fen, way.max_fee);
    EXPECT_EQ(draft().chosen().size(), way.plan.chosen.size());
    const auto taken = draft().chosen();
    act(views::CompletePlan{});
    EXPECT_EQ(draft().chosen(), taken) << "the planner finds the same under the limit that was taken";

    act(views::Undo{});
    EXPECT_TRUE(draft().chosen().empty());
    EXPECT_EQ(draft().limits.value().max_fee_fen, 100) << "one step back";
}

// The Plan page as the client keeps it: it follows the draft, and takes a piece of the answer.
class PlanProposalsTest : public ActionRunnerTest {
  protected:
    void follow() {
        actions_.follow_plan(now_ms_);
        actions_.take_proposals(now_ms_);
    }
    const app::PlanProposals& proposals() const { return *actions_.proposals(); }
    std::size_t proposed() const {
        const auto* best = std::get_if<plan::OptimalAnswer>(&proposals().advice->answer.verdict);
        return best == nullptr ? 0 : best->best.chosen.size();
    }
    void limit_fee(std::int64_t fen) {
        actions_.run({app::Command{plan::SetPlanLimits{{}, {fen, std::nullopt}}}}, now_ms_);
    }
};

TEST_F(PlanProposalsTest, ProposesPieceByPieceAndLeavesTheDraftAlone) {
    start();
    EXPECT_EQ(actions_.proposals(), nullptr) << "nothing is asked before the page is open";
    follow();
    ASSERT_TRUE(proposals().advice.has_value());
    EXPECT_FALSE(proposals().is_outdated);
    EXPECT_TRUE(proposals().is_searching);
    EXPECT_EQ(proposed(), 10u);
    EXPECT_TRUE(proposals().stops.empty());
    for (int i = 0; i < 40 && proposals().is_searching; ++i) follow();
    EXPECT_FALSE(proposals().is_searching);
    EXPECT_EQ(proposals().further.size(), 2u);
    EXPECT_FALSE(proposals().stops.empty());
    EXPECT_TRUE(draft().chosen().empty());
    EXPECT_EQ(planner_.started(), 2) << "the plans, and the stops";
    for (const plan::ProposedPlan& stop : proposals().stops) EXPECT_EQ(stop.totals.hours, whole_hours(72));
}

TEST_F(PlanProposalsTest, EveryChangeOfAWishAsksAnewAndTheFormerAnswerIsMarked) {
    start();
    follow();
    const auto changes = {
        app::Command{plan::MarkCourseRun{{}, CourseRunId{"IT15"}, plan::PlanMark::Pinned}},
        app::Command{plan::MarkCourseRun{{}, CourseRunId{"IT16"}, plan::PlanMark::Excluded}},
        app::Command{plan::SetPlanLimits{{}, {std::int64_t{100'000}, std::nullopt}}},
        app::Command{plan::SetPlanPriorities{{},
                                             {plan::PlanPriority::BestFit, plan::PlanPriority::LeastFee,
                                              plan::PlanPriority::FewestHours, plan::PlanPriority::FewestCourses}}}};
    int asked = planner_.started();
    for (const app::Command& change : changes) {
        actions_.run({change}, now_ms_);
        actions_.follow_plan(now_ms_);
        EXPECT_EQ(planner_.started(), ++asked);
        EXPECT_TRUE(proposals().is_outdated);
        EXPECT_TRUE(proposals().advice.has_value()) << "the former answer stays until the newer is there";
        actions_.take_proposals(now_ms_);
        EXPECT_FALSE(proposals().is_outdated);
    }
    while (proposals().is_searching) follow();
    asked = planner_.started();
    mark("IT10", plan::PlanMark::Chosen);
    follow();
    EXPECT_EQ(planner_.started(), asked) << "what is merely chosen does not change the question";
}

TEST_F(PlanProposalsTest, AnOlderQuestionsAnswerIsNeverShown) {
    start();
    actions_.follow_plan(now_ms_);
    const auto stale = planner_.take_answers();
    ASSERT_EQ(stale.size(), 1u);
    limit_fee(100);
    actions_.follow_plan(now_ms_);
    planner_.answer_late(stale);
    actions_.take_proposals(now_ms_);
    EXPECT_TRUE(proposals().is_outdated);
    EXPECT_FALSE(proposals().advice.has_value());
    actions_.take_proposals(now_ms_);
    ASSERT_TRUE(proposals().advice.has_value());
    EXPECT_EQ(proposed(), 0u) << "under a limit of 1 yuan nothing fits";
}

TEST_F(PlanProposalsTest, APressGoesFirstAndTheSearchIsTakenUpAgain) {
    start();
    actions_.follow_plan(now_ms_);
    actions_.run({views::CompletePlan{}}, now_ms_);
    EXPECT_TRUE(actions_.is_planning());
    actions_.follow_plan(now_ms_);
    EXPECT_EQ(planner_.started(), 2) << "nothing is asked over the press";
    actions_.take_proposals(now_ms_);
    EXPECT_EQ(draft().chosen().size(), 10u);
    follow();
    EXPECT_EQ(planner_.started(), 3);
    EXPECT_EQ(proposed(), 10u);
}

TEST_F(PlanProposalsTest, TakingAProposalIsOneStepBack) {
    start();
    mark("IT10", plan::PlanMark::Chosen);
    follow();
    const auto& best = std::get<plan::OptimalAnswer>(proposals().advice->answer.verdict).best;
    act(views::TakeProposal{draft().id, {}, {}, plan::run_ids(best.chosen), true});
    EXPECT_EQ(draft().chosen().size(), 10u);
    EXPECT_EQ(newest_notice(), "PlanCompleted");
    act(views::Undo{});
    EXPECT_EQ(draft().chosen(), std::vector<CourseRunId>{CourseRunId{"IT10"}});
}

TEST_F(PlanProposalsTest, TheSearchEndsWhenNobodyWaitsForItAndIsTakenUpWhenThePageOpensAgain) {
    start();
    follow();
    act(views::StopPlanning{});
    EXPECT_TRUE(planner_.is_idle());
    EXPECT_FALSE(proposals().is_searching);
    EXPECT_EQ(proposed(), 10u) << "what was found stays";
    follow();
    EXPECT_EQ(planner_.started(), 1) << "and the same is not asked again";

    limit_fee(100'000);
    follow();
    actions_.leave_plan();
    EXPECT_TRUE(planner_.is_idle());
    follow();
    EXPECT_EQ(planner_.started(), 3);
    EXPECT_TRUE(proposals().is_searching);
}

TEST_F(PlanProposalsTest, SaysWhyNoProposalCanBeMade) {
    start();
    planner_.break_problems();
    follow();
    EXPECT_EQ(proposals().refusal, "Malformed");
    EXPECT_FALSE(proposals().is_outdated);
}

TEST_F(ActionRunnerTest, SaysWhyThePlannerRefusesAProblem) {
    start();
    planner_.break_problems();
    act(views::CompletePlan{});
    EXPECT_EQ(newest_notice(), "Malformed");
    EXPECT_TRUE(draft().chosen().empty());
}

TEST_F(ActionRunnerTest, SubmitsAsAnIntentAndShowsTheReceiptWhenItIsConfirmed) {
    start();
    mark("IT10", plan::PlanMark::Chosen);
    accept_push();
    act(views::SubmitPlan{});
    EXPECT_TRUE(journal_.has_waiting_selection());
    EXPECT_TRUE(state_.teacher.selections.empty()) << "nothing is confirmed before the server says so";
    const std::size_t waiting = journal_.waiting();
    act(views::SubmitPlan{});
    EXPECT_EQ(journal_.waiting(), waiting) << "pressing twice submits once";

    while (find_body("/api/v1/push").find("selection.submit") == std::string::npos) accept_push();
    const auto push = codec::decode_push(find_body("/api/v1/push"));
    ASSERT_TRUE(push);
    const auto intent = codec::decode_intent(push->operations[0].type, push->operations[0].payload);
    ASSERT_TRUE(intent);
    const auto& submission = std::get<enrolment::SubmitSelection>(*intent);
    enrolment::SelectionReceipt receipt;
    receipt.selection_id = submission.selection_id;
    receipt.receipt_id = ReceiptId{"7Q4K2-0MXTA"};
    receipt.teacher_id = TeacherId{"t1"};
    receipt.year = {2017};
    receipt.course_run_ids = submission.course_run_ids;
    const sync::PushAnswer answer{
        {{push->operations[0].sequence, true, {}, {}, codec::encode_receipt(receipt)}},
        moment("2017-03-10T09:05").utc_ms};
    transport_.answer("/api/v1/push", 200, codec::encode_push_answer(answer));
    tick();
    actions_.tell(link_.take_events());
    EXPECT_FALSE(journal_.has_waiting_selection());
    ASSERT_TRUE(state_.teacher.selections.contains(submission.selection_id));
    EXPECT_TRUE(state_.teacher.selections.at(submission.selection_id).is_standing());
    EXPECT_EQ(newest_notice(), "SelectionConfirmed");
    EXPECT_EQ(notices_.notices().back().subject, "7Q4K2-0MXTA");
}

TEST_F(ActionRunnerTest, SaysOnceThatManyStepsAreDone) {
    start();
    const LinkEvent accepted{LinkEvent::Kind::StepAccepted, {}, "7Q4K2-0MXTA", {}};
    actions_.tell({accepted});
    EXPECT_EQ(newest_notice(), "StepAccepted");
    EXPECT_EQ(notices_.notices().back().subject, "7Q4K2-0MXTA");
    const std::size_t before = notices_.notices().size();
    actions_.tell({accepted, accepted, accepted});
    EXPECT_EQ(notices_.notices().size(), before + 1);
    EXPECT_EQ(newest_notice(), "StepsAccepted");
    EXPECT_EQ(notices_.notices().back().subject, "3");
    const LinkEvent refused{LinkEvent::Kind::Refused, "UnknownTeacher", "20170042379", {}};
    actions_.tell({refused, accepted});
    EXPECT_EQ(newest_notice(), "UnknownTeacher") << "what was refused is not hidden by what was not";
}

TEST_F(ActionRunnerTest, ShowsTheServersRefusalByItsCode) {
    start();
    mark("IT10", plan::PlanMark::Chosen);
    accept_push();
    act(views::SubmitPlan{});
    while (find_body("/api/v1/push").find("selection.submit") == std::string::npos) accept_push();
    const auto push = codec::decode_push(find_body("/api/v1/push"));
    const sync::PushAnswer answer{{{push->operations[0].sequence, false, "SessionsClash", "IT10", {}}},
                                  moment("2017-03-10T09:05").utc_ms};
    transport_.answer("/api/v1/push", 200, codec::encode_push_answer(answer));
    tick();
    actions_.tell(link_.take_events());
    EXPECT_EQ(newest_notice(), "SessionsClash");
    EXPECT_TRUE(state_.teacher.selections.empty());
}

TEST_F(ActionRunnerTest, TakesANewReleaseOnceAReloadLosesNothing) {
    start();
    actions_.take_update_when_saved(false);
    EXPECT_EQ(release_.taken, 0) << "nobody asked";
    store_.is_held = true;
    mark("IT10", plan::PlanMark::Chosen);
    act(views::TakeUpdate{});
    actions_.take_update_when_saved(false);
    EXPECT_EQ(release_.taken, 0) << "the edit is in memory alone";
    EXPECT_TRUE(actions_.is_update_asked());
    store_.is_held = false;
    tick();
    tick();
    actions_.take_update_when_saved(true);
    EXPECT_EQ(release_.taken, 0) << "what is being typed is only in its field";
    actions_.take_update_when_saved(false);
    actions_.take_update_when_saved(false);
    EXPECT_EQ(release_.taken, 1);
    EXPECT_FALSE(actions_.is_update_asked());
}

TEST_F(ActionRunnerTest, HandsTheInstallationToTheBrowser) {
    act(views::InstallClient{});
    EXPECT_EQ(release_.installed, 1);
}

TEST_F(ActionRunnerTest, LetsNoticesGoAfterTheirTime) {
    notices_.advance(0);
    notices_.post(views::Notice::Tone::Done, "RunAdded", "甲", true);
    EXPECT_GT(notices_.advance(100), 0);
    notices_.advance(NoticeBoard::kLifetimeMs + 1);
    EXPECT_TRUE(notices_.notices().empty());
}

TEST_F(ActionRunnerTest, SettlesWhatAnotherDeviceWroteMeanwhileAndTakesThatBack) {
    start();
    const auto& marks = draft().marks;
    mark("IT10", plan::PlanMark::Pinned);
    const CourseRunId run{"IT10"};
    const Stamp later{marks.at(run).stamp().wall_ms + 1, 0, "phone"};
    state_.apply("me", {plan::PlanMarkChanged{draft().id, run, plan::PlanMark::Excluded, {{}}}, later, 1});
    journal_.witness(later);
    ASSERT_TRUE(marks.at(run).is_contested());
    mark("IT10", plan::PlanMark::Pinned);
    EXPECT_FALSE(marks.at(run).is_contested());
    EXPECT_EQ(draft().mark_of(run), plan::PlanMark::Pinned);
    EXPECT_NE(journal_.waiting_operations().back().payload.find(format_stamp(later)), std::string::npos);
    act(views::Undo{});
    EXPECT_EQ(draft().mark_of(run), plan::PlanMark::Excluded);
    EXPECT_FALSE(marks.at(run).is_contested());
}

TEST_F(ActionRunnerTest, ADraftMadeAgainAfterUndoIsThere) {
    start();
    act(views::Undo{});
    EXPECT_TRUE(actions_.edited_plan().empty());
    act(views::Redo{});
    EXPECT_FALSE(actions_.edited_plan().empty());
}

}  // namespace
}  // namespace xueshi::runtime

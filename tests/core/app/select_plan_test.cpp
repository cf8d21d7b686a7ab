#include "core/app/select_plan.h"

#include <gtest/gtest.h>

#include "tests/support/planning_world.h"

namespace xueshi::app {
namespace {

using testing::PlanningWorld;

const PlannedRun* find_run(const PlanProjection& plan, std::string_view id) {
    for (const PlanGroup& group : plan.groups) {
        for (const PlannedRun& run : group.runs) {
            if (run.id.text == id) return &run;
        }
    }
    return nullptr;
}

RunTrouble trouble_of(const PlanProjection& plan, std::string_view id) {
    const PlannedRun* run = find_run(plan, id);
    EXPECT_NE(run, nullptr) << id;
    return run == nullptr ? RunTrouble::None : run->trouble;
}

TEST(SelectPlan, GroupsRunsAndSumsWhatCounts) {
    PlanningWorld world;
    world.publish(testing::public_subject())
        .publish(testing::course_run("r1"))
        .publish(testing::course_run("r2"));
    world.draft("p1", "均衡").mark("public").mark("r1").mark("r2", plan::PlanMark::Pinned);
    const PlanProjection plan = select_plan(world.input(), nullptr);
    ASSERT_EQ(plan.groups.size(), 2u);
    EXPECT_EQ(plan.groups[0].kind, PlanGroupKind::Public);
    EXPECT_EQ(plan.groups[1].kind, PlanGroupKind::ItProgramme);
    EXPECT_EQ(plan.groups[1].hours, whole_hours(12));
    EXPECT_EQ(plan.groups[1].fee_fen, 4800);
    EXPECT_TRUE(find_run(plan, "r2")->is_pinned);
    EXPECT_EQ(plan.draft_runs, 3u);
    EXPECT_EQ(plan.draft_hours, whole_hours(30));
    EXPECT_EQ(plan.draft_fee_fen, 4800);
    EXPECT_EQ(plan.submission.run_ids.size(), 3u);
    EXPECT_FALSE(plan.is_complete);
    EXPECT_FALSE(plan.submission_refusal.has_value());
}

TEST(SelectPlan, TabsStandInTheOrderTheDraftsWereNamed) {
    PlanningWorld world;
    world.draft("p9", "第一个").draft("p1", "第二个");
    const PlanProjection plan = select_plan(world.input(), nullptr);
    ASSERT_EQ(plan.tabs.size(), 2u);
    EXPECT_EQ(plan.tabs[0].name, "第一个");
    EXPECT_EQ(plan.edited, PlanId{"p1"});
}

TEST(SelectPlan, NamesTheTroubleOfEachRun) {
    PlanningWorld world;
    catalogue::CourseRun twin = testing::course_run("r2");
    twin.course_id = CourseId{"C-r1"};
    catalogue::CourseRun special = testing::course_run("special");
    special.admission = catalogue::Admission::SignUp;
    catalogue::CourseRun external = testing::course_run("external");
    external.admission = catalogue::Admission::External;
    catalogue::CourseRun foreign = testing::course_run("foreign");
    foreign.stages = {SchoolStage::Vocational};
    world.publish(testing::course_run("r1"))
        .publish(twin)
        .publish(special)
        .publish(external)
        .publish(foreign);
    world.publish(testing::taught_run("a", "2017-05-13T09:00", "2017-05-13T12:00"))
        .publish(testing::taught_run("b", "2017-05-13T11:00", "2017-05-13T15:00"));
    world.draft("p1", "均衡");
    for (const char* id : {"r1", "r2", "special", "external", "foreign", "a", "b", "gone"})
        world.mark(id);
    const PlanProjection plan = select_plan(world.input(), nullptr);
    EXPECT_EQ(trouble_of(plan, "r1"), RunTrouble::None);
    EXPECT_EQ(trouble_of(plan, "r2"), RunTrouble::CourseTwice);
    EXPECT_EQ(trouble_of(plan, "special"), RunTrouble::NeedsSignUp);
    EXPECT_EQ(trouble_of(plan, "external"), RunTrouble::ExternalSignUp);
    EXPECT_EQ(trouble_of(plan, "foreign"), RunTrouble::NotForTeacher);
    EXPECT_EQ(trouble_of(plan, "a"), RunTrouble::Clash);
    EXPECT_EQ(find_run(plan, "a")->other_title, "课程 b");
    EXPECT_EQ(trouble_of(plan, "gone"), RunTrouble::NotInCatalogue);
    EXPECT_EQ(plan.troubled_runs, 7u);
    // Only what is chosen by selection would be sent.
    for (const CourseRunId& id : plan.submission.run_ids) {
        EXPECT_NE(id.text, "special");
        EXPECT_NE(id.text, "gone");
    }
    EXPECT_TRUE(plan.submission_refusal.has_value());
}

TEST(SelectPlan, SaysWhenSelectionOpens) {
    PlanningWorld world;
    world.now = testing::moment("2017-03-01T09:00");
    world.publish(testing::course_run("r1")).draft("p1", "均衡").mark("r1");
    const PlanProjection plan = select_plan(world.input(), nullptr);
    ASSERT_TRUE(plan.selection_opens.has_value());
    EXPECT_EQ(*plan.selection_opens, testing::date("2017-03-08"));
    EXPECT_EQ(trouble_of(plan, "r1"), RunTrouble::NotOpenYet);
    ASSERT_TRUE(plan.submission_refusal.has_value());
    EXPECT_EQ(plan.submission_refusal->code, enrolment::kSelectionNotOpen);
    EXPECT_EQ(plan.submission_refusal->subject, "课程 r1");  // readable, not an id
}

TEST(SelectPlan, ShowsReceiptsAndWhetherTheyCanBeTakenBack) {
    PlanningWorld world;
    world.publish(testing::course_run("r1")).draft("p1", "均衡").mark("r1").confirm("s1", {"r1"});
    PlanProjection plan = select_plan(world.input(), nullptr);
    ASSERT_EQ(plan.selections.size(), 1u);
    EXPECT_EQ(plan.selections[0].receipt_id, ReceiptId{"7Q4K2-0MXTA"});
    EXPECT_EQ(plan.selections[0].titles, std::vector<std::string>{"课程 r1"});
    EXPECT_FALSE(plan.selections[0].cannot_withdraw.has_value());
    EXPECT_EQ(find_run(plan, "r1")->hold, RunHold::Selected);
    EXPECT_TRUE(plan.submission.run_ids.empty());
    EXPECT_EQ(plan.draft_runs, 0u);

    world.tell(PaymentRecorded{SelectionId{"s1"}, enrolment::PaymentState::Paid});
    plan = select_plan(world.input(), nullptr);
    EXPECT_EQ(plan.selections[0].payment, enrolment::PaymentState::Paid);
    EXPECT_EQ(plan.selections[0].cannot_withdraw, enrolment::kSelectionPaid);

    world.tell(SelectionWithdrawn{SelectionId{"s1"}, world.now});
    EXPECT_TRUE(select_plan(world.input(), nullptr).selections.empty());
}

TEST(SelectPlan, TellsWhichRequirementsStayShortWhenNothingFits) {
    PlanningWorld world;
    world.draft("p1", "均衡");
    const plan::PlanningAdvice advice{
        {plan::InfeasibleAnswer{{"it", "max_fee"}, plan::NearestPlan{{}, {{"it", whole_hours(6)}}}}, 1},
        {}};
    const PlanProjection plan = select_plan(world.input(), &advice);
    ASSERT_TRUE(plan.trouble.has_value());
    ASSERT_EQ(plan.trouble->shortfalls.size(), 1u);
    EXPECT_EQ(plan.trouble->shortfalls[0].name.zh, "能力提升工程");
    EXPECT_EQ(plan.trouble->shortfalls[0].missing, whole_hours(6));
    ASSERT_EQ(plan.trouble->demands.size(), 2u);
    EXPECT_EQ(plan.trouble->demands[0].hours, whole_hours(50));
    EXPECT_FALSE(plan.trouble->demands[0].source.zh.empty());
    EXPECT_EQ(plan.trouble->demands[1].kind, CompletionTrouble::DemandKind::MaxFee);

    const plan::PlanningAdvice found{{plan::OptimalAnswer{}, 1}, {}};
    EXPECT_FALSE(select_plan(world.input(), &found).trouble.has_value());
}

TEST(SelectPlan, AccountWithoutAProfileHasNothingToPlan) {
    PlanningWorld world;
    world.teacher = {};
    EXPECT_FALSE(select_plan(world.input(), nullptr).has_duty);
    EXPECT_TRUE(submission_of(world.input()).run_ids.empty());
}

}  // namespace
}  // namespace xueshi::app

// The four cases of the push (R14–R17), from the teacher's record.
#include "core/app/diagnostic_push.h"

#include <gtest/gtest.h>

#include "tests/support/planning_world.h"
#include "tests/support/taken_diagnostic.h"

namespace xueshi::app {
namespace {

using diagnostic::ProgrammeStanding;
using testing::PlanningWorld;

EarlierProgrammeRecorded earlier(ProgrammeStanding standing,
                                 std::vector<diagnostic::EarlierScore> scores = {}) {
    return {{standing, "2016 年第二期", std::move(scores), {}}};
}

ledger::HourRecord carried(const std::string& id, ledger::HourState state) {
    ledger::HourRecord record =
        testing::hour_record(id, HourCategory::Professional, whole_hours(16), state);
    record.tags = {"it", "it_elective"};
    record.source = ledger::HourSource::CarriedOver;
    return record;
}

TEST(DiagnosticPush, OffersTheTestOfTheOwnStageAndSubject) {
    PlanningWorld world;
    const DiagnosticPush push = diagnostic_push(world.input());
    EXPECT_EQ(push.kind, PushKind::TakeTest);
    EXPECT_EQ(push.stage, SchoolStage::Primary);
    EXPECT_EQ(push.subject, "chinese");
    EXPECT_EQ(push.minimum, whole_hours(50));
    EXPECT_EQ(push.missing, whole_hours(50));
    EXPECT_FALSE(push.source.zh.empty());
}

TEST(DiagnosticPush, SaysNothingToWhoCompletedTheProgrammeAndAsksNoHoursOfThem) {
    PlanningWorld world;
    world.tell(earlier(ProgrammeStanding::Completed));
    EXPECT_EQ(diagnostic_push(world.input()).kind, PushKind::None);
    EXPECT_FALSE(is_due(world.teacher));
    for (const RequirementRow& row : requirement_rows(*assess_year(world.input())))
        EXPECT_NE(row.id, "it");
    EXPECT_EQ(assess_year(world.input())->rules.total_minimum(), whole_hours(72))
        << "the year's own stays";
}

TEST(DiagnosticPush, RecommendsAtOnceToWhoWasDiagnosedInAnEarlierPhase) {
    PlanningWorld world;
    world.tell(earlier(
        ProgrammeStanding::NeverTookPart,
        {{diagnostic::CapabilityLevel::OptimiseTeaching, diagnostic::Dimension::Planning, 40}}));
    const DiagnosticPush push = diagnostic_push(world.input());
    EXPECT_EQ(push.kind, PushKind::Recommendation);
    EXPECT_TRUE(push.is_from_earlier_phase);
    EXPECT_EQ(push.earlier_phase, "2016 年第二期");
}

TEST(DiagnosticPush, BringsBackTheCoursesOfAnEarlierPhaseUntilTheyAreFinished) {
    PlanningWorld world;
    world.tell(earlier(ProgrammeStanding::Unfinished))
        .record(carried("h1", ledger::HourState::InProgress));
    DiagnosticPush push = diagnostic_push(world.input());
    ASSERT_EQ(push.kind, PushKind::CarryOver);
    EXPECT_EQ(push.carried.size(), 1u);
    EXPECT_EQ(push.missing, whole_hours(34)) << "what goes on is counted in the current phase";
    world.record(carried("h1", ledger::HourState::Earned));
    push = diagnostic_push(world.input());
    EXPECT_EQ(push.kind, PushKind::TakeTest)
        << "nothing goes on, hours are missing, never diagnosed";
    EXPECT_EQ(push.missing, whole_hours(34));
}

TEST(DiagnosticPush, GoesOnWithATestUnderWayAndThenRecommends) {
    PlanningWorld world;
    testing::TakenDiagnostic taken;
    taken.now = world.now;
    const auto begun = diagnostic::decide(
        taken.context(),
        diagnostic::BeginDiagnostic{taken.id, 1, diagnostic::TestMode::Adaptive, {}});
    world.tell(*begun).tell(diagnostic::ItemAnswered{taken.id, "I-01-1", 1});
    EXPECT_EQ(diagnostic_push(world.input()).kind, PushKind::GoOn);
    EXPECT_EQ(diagnostic_push(world.input()).answered, 1u);
    world.tell(diagnostic::DiagnosticFinished{taken.id, {{}, world.now}});
    EXPECT_EQ(diagnostic_push(world.input()).kind, PushKind::Recommendation);
    EXPECT_FALSE(diagnostic_push(world.input()).is_from_earlier_phase);
}

TEST(DiagnosticPush, IsSilentOnceTheHoursAreArranged) {
    PlanningWorld world;
    world.draft("p1", "方案一");
    for (int i = 0; i < 5; ++i) {
        catalogue::CourseRun run = testing::course_run("it" + std::to_string(i));
        run.hours = whole_hours(10);
        world.publish(run).mark(run.id.text);
    }
    EXPECT_EQ(diagnostic_push(world.input()).kind, PushKind::None);
}

}  // namespace
}  // namespace xueshi::app

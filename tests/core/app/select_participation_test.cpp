#include "core/app/select_participation.h"

#include <gtest/gtest.h>

#include "tests/support/planning_world.h"

namespace xueshi::app {
namespace {

using diagnostic::DiagnosticNoted;
using diagnostic::DiagnosticStep;
using testing::PlanningWorld;

diagnostic::ProgrammeFiguresRecorded figures(const char* school,
                                             std::int64_t teachers,
                                             std::int64_t took_part,
                                             std::int64_t completed) {
    return {{UnitId{school}, school, "guangzhou-2017-1", teachers, took_part, completed}};
}

DiagnosticNoted noted(const char* teacher, const char* school, DiagnosticStep step, bool is_due = true) {
    return {TeacherId{teacher}, UnitId{school}, is_due, step, {1'000}};
}

TEST(Participation, RatesAreThoseTheNoticeCountedWithTheirDenominatorsNamed) {
    // R18: of 135,323 teachers 89,331 took part and 85,874 completed.
    EXPECT_EQ(rate(89'331, 135'323), 6'601);
    EXPECT_EQ(rate(85'874, 135'323), 6'346);
    EXPECT_EQ(rate(85'874, 89'331), 9'613);
    EXPECT_EQ(rate(0, 0), 0);
    EXPECT_EQ(rate(1, 8), 1'250);
}

TEST(Participation, CountsWhoIsDueOnceAndNobodyElse) {
    PlanningWorld world;
    world.tell(figures("a", 40, 30, 28)).tell(figures("b", 10, 0, 0));
    world.tell(noted("t1", "a", DiagnosticStep::Begun)).tell(noted("t1", "a", DiagnosticStep::Begun));
    world.tell(noted("t2", "a", DiagnosticStep::Finished)).tell(noted("t2", "a", DiagnosticStep::Begun));
    world.tell(noted("t3", "a", DiagnosticStep::Finished, false));
    world.tell(noted("t4", "elsewhere", DiagnosticStep::Begun));
    const ParticipationProjection shown = select_participation(world.input());
    ASSERT_TRUE(shown.has_figures);
    ASSERT_EQ(shown.schools.size(), 2u);
    EXPECT_EQ(shown.schools[0].school_id.text, "a") << "eleven are left there, ten in the other";
    const ParticipationCounts expected{
        .teachers = 40, .took_part = 30, .completed = 28, .due = 12, .begun = 2, .finished = 1};
    EXPECT_EQ(shown.schools[0].counts, expected);
    EXPECT_EQ(shown.all.teachers, 50);
    EXPECT_EQ(shown.all.due, 22);
    EXPECT_EQ(shown.all.finished, 1);
}

TEST(Participation, IsForSchoolsAndDistricts) {
    using organisation::OrgRole;
    const OrgRole district[] = {OrgRole::DistrictAdministrator};
    const OrgRole teacher[] = {OrgRole::Teacher};
    EXPECT_TRUE(follows_participation(district));
    EXPECT_FALSE(follows_participation(teacher));
    EXPECT_FALSE(select_participation(PlanningWorld().input()).has_figures);
}

}  // namespace
}  // namespace xueshi::app

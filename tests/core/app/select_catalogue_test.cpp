#include "core/app/select_catalogue.h"

#include <gtest/gtest.h>

#include "tests/support/planning_world.h"

namespace xueshi::app {
namespace {

using testing::PlanningWorld;

RunFit fit_of(const PlanningWorld& world, std::string_view id) {
    const CatalogueProjection projection = select_catalogue(world.input(), {}, 1);
    const catalogue::CourseRun* run = world.shared.catalogue.find(CourseRunId{std::string(id)});
    return projection.fit.of(*run);
}

PlanningWorld world_with_draft() {
    PlanningWorld world;
    world.publish(testing::course_run("r1"))
        .publish(testing::course_run("r2"))
        .draft("p1", "均衡")
        .mark("r1");
    return world;
}

TEST(PlanFit, TellsWhatIsChosenAndWhatFits) {
    PlanningWorld world = world_with_draft();
    EXPECT_EQ(fit_of(world, "r1"), RunFit::InPlan);
    EXPECT_EQ(fit_of(world, "r2"), RunFit::Fits);
    world.confirm("s1", {"r1"});
    EXPECT_EQ(fit_of(world, "r1"), RunFit::Held);
}

TEST(PlanFit, RefusesWhatTheTeacherCannotSelect) {
    PlanningWorld world = world_with_draft();
    catalogue::CourseRun run = testing::course_run("x");
    run.admission = catalogue::Admission::SignUp;
    EXPECT_EQ(fit_of(world.publish(run), "x"), RunFit::NeedsSignUp);
    run.admission = catalogue::Admission::External;
    EXPECT_EQ(fit_of(world.publish(run), "x"), RunFit::ExternalSignUp);
    run.admission = catalogue::Admission::Selection;
    run.subjects = {"music"};
    EXPECT_EQ(fit_of(world.publish(run), "x"), RunFit::NotForTeacher);
    run.subjects = {"chinese"};
    EXPECT_EQ(fit_of(world.publish(run), "x"), RunFit::Fits);
    world.now = testing::moment("2017-06-20T00:00");
    EXPECT_EQ(fit_of(world, "x"), RunFit::Over);
}

TEST(PlanFit, SeesTheSameCourseAndClashes) {
    PlanningWorld world = world_with_draft();
    catalogue::CourseRun twin = testing::course_run("twin");
    twin.course_id = CourseId{"C-r1"};
    world.publish(twin).publish(testing::taught_run("a", "2017-05-13T09:00", "2017-05-13T12:00"));
    world.publish(testing::taught_run("b", "2017-05-13T11:00", "2017-05-13T15:00"))
        .publish(testing::taught_run("c", "2017-05-13T12:00", "2017-05-13T15:00"))
        .mark("a");
    EXPECT_EQ(fit_of(world, "twin"), RunFit::CourseInPlan);
    EXPECT_EQ(fit_of(world, "b"), RunFit::Clashes);
    EXPECT_EQ(fit_of(world, "c"), RunFit::Fits);  // begins when the other ends
    const auto projection = select_catalogue(world.input(), CourseRunId{"b"}, 1);
    EXPECT_EQ(projection.detail->rival_title, "课程 a");
}

TEST(PlanFit, KeepsTheLimitsOfTheDraft) {
    PlanningWorld world = world_with_draft();  // r1 costs 24 and has 6 hours
    world.tell(plan::PlanLimitsChanged{world.edited, {.max_fee_fen = 4799, .max_hours = {}}});
    EXPECT_EQ(fit_of(world, "r2"), RunFit::OverFee);
    world.tell(plan::PlanLimitsChanged{world.edited, {.max_fee_fen = 4800, .max_hours = {}}});
    EXPECT_EQ(fit_of(world, "r2"), RunFit::Fits);
    world.tell(
        plan::PlanLimitsChanged{world.edited, {.max_fee_fen = {}, .max_hours = whole_hours(11)}});
    EXPECT_EQ(fit_of(world, "r2"), RunFit::OverHours);
}

TEST(SelectCatalogue, ShowsWhatARunWouldChange) {
    PlanningWorld world = world_with_draft();
    const auto projection = select_catalogue(world.input(), CourseRunId{"r2"}, 7);
    EXPECT_EQ(projection.revision, 7u);
    ASSERT_TRUE(projection.detail.has_value());
    const RunDetail& detail = *projection.detail;
    ASSERT_EQ(detail.changes.size(), 3u);  // professional, IT programme, total
    EXPECT_EQ(detail.changes[0].before, whole_hours(6));
    EXPECT_EQ(detail.changes[0].after, whole_hours(12));
    EXPECT_EQ(detail.changes[2].minimum, whole_hours(72));
    EXPECT_EQ(detail.fee_before_fen, 2400);
    EXPECT_EQ(detail.fee_after_fen, 4800);
    EXPECT_FALSE(detail.is_needless);
}

TEST(SelectCatalogue, OfARunInThePlanItShowsThePlanWithoutIt) {
    const PlanningWorld world = world_with_draft();
    const auto projection = select_catalogue(world.input(), CourseRunId{"r1"}, 1);
    const RunDetail& detail = *projection.detail;
    EXPECT_EQ(detail.fit, RunFit::InPlan);
    EXPECT_EQ(detail.changes[0].before, DeciHours{});
    EXPECT_EQ(detail.changes[0].after, whole_hours(6));
}

TEST(SelectCatalogue, SaysWhenARunIsNotNeeded) {
    PlanningWorld world = world_with_draft();
    ledger::HourRecord record = testing::hour_record(
        "a", HourCategory::Professional, whole_hours(90), ledger::HourState::Earned);
    record.tags = {"it"};
    world.record(record);
    EXPECT_TRUE(select_catalogue(world.input(), CourseRunId{"r2"}, 1).detail->is_needless);
}

TEST(SelectCatalogue, ListsThemesByNumber) {
    PlanningWorld world;
    for (const char* theme : {"T10", "T2", "T1", "T2"}) {
        catalogue::CourseRun run = testing::course_run(std::string("r-") + theme);
        run.theme = theme;
        world.publish(run);
    }
    EXPECT_EQ(select_catalogue(world.input(), {}, 1).themes,
              (std::vector<std::string>{"T1", "T2", "T10"}));
}

TEST(SelectCatalogue, AnUnknownRunHasNoDetail) {
    const PlanningWorld world = world_with_draft();
    EXPECT_FALSE(select_catalogue(world.input(), CourseRunId{"nowhere"}, 1).detail.has_value());
}

}  // namespace
}  // namespace xueshi::app

#include "core/app/select_home.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/planning_world.h"

namespace xueshi::app {
namespace {

using ledger::HourState;
using testing::PlanningWorld;

const RequirementRow& row_of(const HomeProjection& home, std::string_view id) {
    const auto found = std::find_if(home.requirements.begin(),
                                    home.requirements.end(),
                                    [&](const RequirementRow& row) { return row.id == id; });
    EXPECT_NE(found, home.requirements.end()) << id;
    return *found;
}

bool has_task(const HomeProjection& home, HomeTaskKind kind) {
    return std::any_of(home.tasks.begin(), home.tasks.end(), [&](const HomeTask& task) {
        return task.kind == kind;
    });
}

TEST(SelectHome, CountsByStateAndNamesTheSourceOfEveryRequirement) {
    PlanningWorld world;
    world.record(testing::hour_record("a", HourCategory::Professional, {45}, HourState::Verified))
        .record(testing::hour_record(
            "b", HourCategory::Public, whole_hours(18), HourState::InProgress));
    const HomeProjection home = select_home(world.input());
    ASSERT_TRUE(home.has_duty);
    EXPECT_EQ(home.year.year, 2017);
    EXPECT_EQ(home.needed, whole_hours(72));
    EXPECT_EQ(home.hours_per_day, whole_hours(6));
    EXPECT_EQ(home.hours.of(HourState::Verified), DeciHours{45});
    EXPECT_EQ(home.hours.of(HourState::InProgress), whole_hours(18));
    EXPECT_TRUE(row_of(home, "public").is_met());
    EXPECT_EQ(row_of(home, "professional").missing(), DeciHours{375});
    EXPECT_EQ(home.requirements.back().id, "total");
    for (const RequirementRow& row : home.requirements)
        EXPECT_FALSE(row.source.zh.empty()) << row.id;
}

TEST(SelectHome, TellsTheFewestHoursThatMeetEveryRequirement) {
    PlanningWorld world;
    // 18 public and 50 in the IT programme are 68; the whole asks for 72.
    EXPECT_EQ(select_home(world.input()).to_arrange, whole_hours(72));
    // 54 hours of other professional courses: the total lacks 18, the parts still lack 18 + 50.
    world.record(
        testing::hour_record("a", HourCategory::Professional, whole_hours(54), HourState::Earned));
    EXPECT_EQ(select_home(world.input()).to_arrange, whole_hours(68));
}

TEST(SelectHome, ShowsDatesOfTheRoleInTheirOrder) {
    PlanningWorld world;
    const HomeProjection teacher = select_home(world.input());
    const auto is_for_principals = [](const MilestoneRow& row) {
        return row.id == "principal-deadline";
    };
    EXPECT_TRUE(
        std::none_of(teacher.milestones.begin(), teacher.milestones.end(), is_for_principals));
    EXPECT_TRUE(std::is_sorted(teacher.milestones.begin(),
                               teacher.milestones.end(),
                               [](const auto& a, const auto& b) { return a.date < b.date; }));
    const auto signup = std::find_if(teacher.milestones.begin(),
                                     teacher.milestones.end(),
                                     [](const auto& row) { return row.id == "signup-deadline"; });
    ASSERT_NE(signup, teacher.milestones.end());
    EXPECT_EQ(signup->days_left, 5);
    EXPECT_TRUE(signup->is_deadline);

    world.roles = {organisation::OrgRole::Principal};
    const HomeProjection principal = select_home(world.input());
    EXPECT_TRUE(
        std::any_of(principal.milestones.begin(), principal.milestones.end(), is_for_principals));
}

// A device opens Home before it has read the rest of its catalogue.
TEST(SelectHome, NeedsOfTheCatalogueOnlyTheRunsTheTeacherMentions) {
    PlanningWorld world;
    for (const char* id : {"planned", "excluded", "selected", "recorded", "stranger"}) {
        world.publish(testing::course_run(id));
    }
    world.draft("p1", "均衡").mark("planned").mark("excluded", plan::PlanMark::Excluded);
    world.confirm("s1", {"selected"});
    ledger::HourRecord record = testing::hour_record("h1", HourCategory::Professional, whole_hours(4), ledger::HourState::Earned);
    record.course_run_id = CourseRunId{"recorded"};
    world.record(record);
    EXPECT_EQ(world.teacher.mentioned_runs(),
              (std::set<CourseRunId>{CourseRunId{"planned"}, CourseRunId{"excluded"}, CourseRunId{"selected"},
                                     CourseRunId{"recorded"}}));

    const HomeProjection whole = select_home(world.input());
    world.tell(CourseRunWithdrawn{CourseRunId{"stranger"}});
    const HomeProjection part = select_home(world.input());
    EXPECT_EQ(part.to_arrange, whole.to_arrange);
    EXPECT_EQ(part.tasks.size(), whole.tasks.size());
    for (std::size_t state = 0; state < whole.origins.size(); ++state) {
        EXPECT_EQ(part.origins[state].title, whole.origins[state].title);
    }
}

TEST(SelectHome, ListsWhatWaitsAndNothingElse) {
    PlanningWorld world;
    HomeProjection home = select_home(world.input());
    EXPECT_TRUE(has_task(home, HomeTaskKind::ConfirmProfile));
    EXPECT_TRUE(has_task(home, HomeTaskKind::ArrangeHours));
    EXPECT_FALSE(has_task(home, HomeTaskKind::SubmitPlan));
    EXPECT_FALSE(has_task(home, HomeTaskKind::AwaitPayment));

    world.tell(ProfileConfirmed{world.now})
        .publish(testing::course_run("r1"))
        .draft("p1", "均衡")
        .mark("r1");
    home = select_home(world.input());
    EXPECT_FALSE(has_task(home, HomeTaskKind::ConfirmProfile));
    EXPECT_TRUE(has_task(home, HomeTaskKind::SubmitPlan));

    world.confirm("s1", {"r1"});
    home = select_home(world.input());
    EXPECT_FALSE(has_task(home, HomeTaskKind::SubmitPlan));
    EXPECT_TRUE(has_task(home, HomeTaskKind::AwaitPayment));
}

TEST(SelectHome, AsksAgainWhenTheDataChangedAfterTheConfirmation) {
    PlanningWorld world;
    world.tell(ProfileConfirmed{world.now}).tell(ProfileRecorded{testing::teacher_profile()});
    EXPECT_TRUE(has_task(select_home(world.input()), HomeTaskKind::ReconfirmProfile));
}

TEST(SelectHome, AccountWithoutAProfileHasDatesAndNewsButNoTasks) {
    PlanningWorld world;
    world.teacher = {};
    world.roles = {organisation::OrgRole::Centre};
    world
        .tell(NoticePosted{
            {NoticeId{"n1"}, "选课指南", "正文", "评教中心", testing::date("2017-03-08")}})
        .tell(NoticePosted{
            {NoticeId{"n2"}, "缴费说明", "正文", "远程中心", testing::date("2017-03-16")}});
    const HomeProjection home = select_home(world.input());
    EXPECT_FALSE(home.has_duty);
    EXPECT_TRUE(home.tasks.empty());
    EXPECT_FALSE(home.milestones.empty());
    ASSERT_EQ(home.news.size(), 2u);
    EXPECT_EQ(home.news[0].id, NoticeId{"n2"});  // the newest first
}

TEST(SelectHome, SchoolSeesItsSelectionsAndWhatIsToPay) {
    PlanningWorld world;
    world.roles = {organisation::OrgRole::SchoolAdministrator};
    world.publish(testing::course_run("r1")).publish(testing::public_subject());
    world.confirm("s1", {"r1"}).confirm("s2", {"public"});
    const HomeProjection home = select_home(world.input());
    ASSERT_TRUE(home.unit.has_value());
    EXPECT_EQ(home.unit->people, 1u);
    EXPECT_EQ(home.unit->selections, 2u);
    EXPECT_EQ(home.unit->unpaid_selections, 1u);  // what is free is not owed
    EXPECT_EQ(home.unit->unpaid_fen, 2400);
    EXPECT_FALSE(home.unit->payer_source.zh.empty());

    world.tell(PaymentRecorded{SelectionId{"s1"}, enrolment::PaymentState::Paid});
    EXPECT_EQ(select_home(world.input()).unit->unpaid_fen, 0);
}

TEST(SelectHome, SaysWhereHoursComeFromWhenTheyComeFromOneRecord) {
    PlanningWorld world;
    ledger::HourRecord record =
        testing::hour_record("a", HourCategory::Professional, {45}, HourState::Verified);
    record.remark = "校本培训，学校已确认";
    world.record(record);
    const HomeProjection home = select_home(world.input());
    EXPECT_EQ(home.origins[0].entries, 1u);
    EXPECT_EQ(home.origins[0].remark, "校本培训，学校已确认");
    EXPECT_EQ(home.origins[3].entries, 0u);
}

}  // namespace
}  // namespace xueshi::app

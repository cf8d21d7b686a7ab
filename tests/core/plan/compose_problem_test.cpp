#include "core/plan/compose_problem.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/plan/assessment.h"
#include "core/plan/fit.h"
#include "core/plan/solve.h"
#include "tests/support/builders.h"

namespace xueshi::plan {
namespace {

using namespace xueshi::testing;

class ComposeTest : public ::testing::Test {
  protected:
    ComposeTest() {
        draft_.id = PlanId{"p1"};
        draft_.name.offer("均衡", Stamp{1, 0, "a"}, {});
    }
    void publish(catalogue::CourseRun run) { catalogue_.publish(std::move(run), ++sequence_); }
    void mark(const std::string& id, PlanMark mark) {
        draft_.marks[CourseRunId{id}].offer(mark, Stamp{2, 0, "a"}, {});
    }
    PlanningProblem compose(Keep keep = Keep::ChosenAndPinned) const {
        return compose_problem({rules_, teacher_, records_, selections_, catalogue_, now_}, draft_, keep);
    }
    static std::vector<std::string> offered(const PlanningProblem& problem) {
        std::vector<std::string> ids;
        for (const Offering& offering : problem.offerings) ids.push_back(offering.id);
        return ids;
    }

    rules::RulesOfYear rules_ = *codec::built_in_rules().rules_of({2017});
    organisation::TeacherProfile teacher_ = teacher_profile();
    std::vector<ledger::HourRecord> records_;
    enrolment::CourseSelections selections_;
    catalogue::Catalogue catalogue_;
    PlanDraft draft_;
    Instant now_ = moment("2017-03-10T09:00");
    std::uint64_t sequence_ = 0;
};

using Ids = std::vector<std::string>;

TEST_F(ComposeTest, OffersOnlyWhatThisTeacherCanSelectToday) {
    publish(course_run("OPEN"));
    auto other_stage = course_run("OTHER-STAGE");
    other_stage.stages = {SchoolStage::Vocational};
    publish(other_stage);
    auto special = course_run("SPECIAL");
    special.admission = catalogue::Admission::SignUp;
    publish(special);
    auto over = course_run("OVER");
    over.closes = date("2017-03-09");
    publish(over);
    EXPECT_EQ(offered(compose()), Ids{"OPEN"});
    now_ = moment("2017-06-20T00:00");
    EXPECT_EQ(offered(compose()), Ids{}) << "the term's selection has closed";
}

TEST_F(ComposeTest, LeavesOutWhatIsHeldOrInTheWayOfIt) {
    auto held = course_run("HELD");
    held.sessions = {session("2017-04-22T09:00", "2017-04-22T12:00")};
    auto clashing = course_run("CLASHING");
    clashing.sessions = {session("2017-04-22T11:00", "2017-04-22T13:00")};
    auto same_course = course_run("SAME-COURSE");
    same_course.course_id = held.course_id;
    for (const auto& run : {held, clashing, same_course, course_run("FREE")}) publish(run);
    enrolment::SelectionReceipt receipt;
    receipt.year = {2017};
    receipt.course_run_ids = {held.id};
    selections_[SelectionId{"s1"}].receipt = receipt;

    const PlanningProblem problem = compose();
    EXPECT_EQ(offered(problem), Ids{"FREE"});
    ASSERT_EQ(problem.credited.size(), 1u);
    EXPECT_EQ(problem.credited[0].hours, whole_hours(6));
}

TEST_F(ComposeTest, PinsWhatTheTeacherWantsWhateverItsAdmission) {
    auto special = course_run("SPECIAL");
    special.admission = catalogue::Admission::SignUp;
    publish(special);
    publish(course_run("R1"));
    publish(course_run("R2"));
    mark("SPECIAL", PlanMark::Pinned);
    mark("R1", PlanMark::Chosen);
    mark("R2", PlanMark::Excluded);
    EXPECT_EQ(compose(Keep::ChosenAndPinned).pinned, (Ids{"R1", "SPECIAL"}));
    EXPECT_EQ(compose(Keep::PinnedOnly).pinned, Ids{"SPECIAL"});
    EXPECT_EQ(compose().excluded, Ids{"R2"});
    EXPECT_TRUE(validate(compose()));
}

TEST_F(ComposeTest, WishesAloneOfferOnlyWhatNoOtherDraftIsOffered) {
    auto special = course_run("SPECIAL");
    special.admission = catalogue::Admission::SignUp;
    publish(special);
    for (const char* id : {"R1", "R2", "R3"}) publish(course_run(id));
    mark("SPECIAL", PlanMark::Pinned);
    mark("R1", PlanMark::Chosen);
    mark("R2", PlanMark::Excluded);
    const PlanningSituation situation{rules_, teacher_, records_, selections_, catalogue_, now_};
    const OfferedRuns runs(situation);
    for (const Keep keep : {Keep::ChosenAndPinned, Keep::PinnedOnly}) {
        const PlanningProblem wishes = compose_wishes(situation, runs, draft_, keep);
        const PlanningProblem whole = compose_problem(situation, draft_, keep);
        EXPECT_EQ(offered(wishes), Ids{"SPECIAL"});
        EXPECT_EQ(offered(whole), (Ids{"SPECIAL", "R1", "R2", "R3"}));
        EXPECT_EQ(wishes.pinned, whole.pinned);
        EXPECT_EQ(wishes.excluded, whole.excluded);
        EXPECT_EQ(wishes.limits.max_hours, whole.limits.max_hours);
    }
}

TEST_F(ComposeTest, WithoutALimitOfHoursAPlanEndsSoonAfterWhatIsNeeded) {
    const DeciHours room = whole_hours(12);
    EXPECT_EQ(compose().limits.max_hours, whole_hours(72) + room);
    publish(course_run("R1"));
    mark("R1", PlanMark::Pinned);
    EXPECT_EQ(compose().limits.max_hours, whole_hours(72) + room) << "what is pinned is needed anyway";
    records_.push_back(hour_record("h1", HourCategory::Elective, whole_hours(10), ledger::HourState::Earned));
    EXPECT_EQ(compose().limits.max_hours, whole_hours(68) + room) << "18 public and 50 of the IT programme";
}

TEST_F(ComposeTest, CarriesTheYearsRulesAndTheDraftsWishes) {
    draft_.limits.offer({25'000, whole_hours(80)}, Stamp{3, 0, "a"}, {});
    draft_.priorities.offer({PlanPriority::BestFit, PlanPriority::LeastFee, PlanPriority::FewestCourses,
                             PlanPriority::FewestHours},
                            Stamp{3, 0, "a"}, {});
    const PlanningProblem problem = compose();
    ASSERT_EQ(problem.requirements.size(), 4u);
    EXPECT_EQ(problem.requirements[2].id, "it");
    EXPECT_EQ(problem.requirements[2].min_hours, whole_hours(50));
    EXPECT_EQ(problem.caps[0].max_hours, whole_hours(10));
    EXPECT_EQ(problem.limits.max_fee, 25'000);
    EXPECT_EQ(problem.limits.max_hours, whole_hours(80));
    EXPECT_EQ(problem.objective[0], (ObjectiveKey{Measure::Fit, true}));
    EXPECT_EQ(problem.objective[1], (ObjectiveKey{Measure::Fee, false}));
}

TEST_F(ComposeTest, TheProposalFulfilsTheYearByTheSameCountingAsTheAssessment) {
    for (int i = 0; i < 20; ++i) {
        auto run = course_run("IT" + std::to_string(10 + i));
        run.fee_fen = 1000 + 100 * i;
        publish(run);
    }
    auto public_run = course_run("PUB");
    public_run.category = HourCategory::Public;
    public_run.it_part = catalogue::ItPart::None;
    public_run.hours = whole_hours(18);
    public_run.fee_fen = 0;
    public_run.phase_id.clear();
    public_run.closes = date("2017-12-31");
    publish(public_run);

    const PlanningProblem problem = compose();
    ASSERT_TRUE(validate(problem));
    const PlanningAnswer answer = solve(problem);
    const auto* best = std::get_if<OptimalAnswer>(&answer.verdict);
    ASSERT_NE(best, nullptr);
    const std::vector<CourseRunId> chosen = run_ids(best->best.chosen);
    const Assessment assessment = assess({rules_, records_, selections_, catalogue_, chosen});
    EXPECT_TRUE(assessment.is_complete());
    EXPECT_EQ(assessment.planned_fee_fen, best->best.totals.fee);
    for (const auto& [id, hours] : best->best.counted) {
        EXPECT_EQ(assessment.find(id)->counted.total(), hours) << id;
    }
}

TEST(Fit, PrefersTheOwnSubjectAndStaysInRange) {
    const auto teacher = teacher_profile();
    auto general = course_run("G");
    auto own = course_run("O");
    own.stages = {SchoolStage::Primary};
    own.subjects = {"chinese"};
    own.it_part = catalogue::ItPart::Required;
    auto foreign = course_run("F");
    foreign.subjects = {"music"};
    EXPECT_GT(fit_of(own, teacher), fit_of(general, teacher));
    EXPECT_EQ(fit_of(foreign, teacher), 0);
    EXPECT_LE(fit_of(own, teacher), kLargestFit);
}

}  // namespace
}  // namespace xueshi::plan

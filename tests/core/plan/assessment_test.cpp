#include "core/plan/assessment.h"

#include <gtest/gtest.h>

#include "tests/support/builders.h"

namespace xueshi::plan {
namespace {

using namespace xueshi::testing;
using ledger::HourState;

class AssessmentTest : public ::testing::Test {
  protected:
    Assessment assess_year() const { return assess({rules_, records_, selections_, catalogue_, chosen_}); }

    void have(HourCategory category, DeciHours hours, HourState state = HourState::Earned) {
        records_.push_back(hour_record("H" + std::to_string(records_.size()), category, hours, state));
    }
    void publish(catalogue::CourseRun run) { catalogue_.publish(std::move(run), ++sequence_); }
    static DeciHours missing(const Assessment& assessment, std::string_view id) {
        return assessment.find(id)->missing();
    }

    rules::RulesOfYear rules_ = *codec::built_in_rules().rules_of({2016});  // 18 / 42 / 72, no programme
    std::vector<ledger::HourRecord> records_;
    enrolment::CourseSelections selections_;
    catalogue::Catalogue catalogue_;
    std::vector<CourseRunId> chosen_;
    std::uint64_t sequence_ = 0;
};

// domain.md section 2: test vectors P, S, E → shortfall P / S / total.
struct Vector {
    std::int64_t public_tenths, professional_tenths, elective_tenths;
    std::int64_t missing_public, missing_professional, missing_total;
};

class AnnualRule : public AssessmentTest, public ::testing::WithParamInterface<Vector> {};

TEST_P(AnnualRule, MissesExactlyWhatTheDomainSays) {
    const Vector& vector = GetParam();
    for (auto& [category, tenths] : std::vector<std::pair<HourCategory, std::int64_t>>{
             {HourCategory::Public, vector.public_tenths},
             {HourCategory::Professional, vector.professional_tenths},
             {HourCategory::Elective, vector.elective_tenths}}) {
        have(category, {tenths});
        records_.back().allocated_year = {2016};
    }
    const Assessment assessment = assess_year();
    EXPECT_EQ(missing(assessment, "public").tenths, vector.missing_public);
    EXPECT_EQ(missing(assessment, "professional").tenths, vector.missing_professional);
    EXPECT_EQ(missing(assessment, "total").tenths, vector.missing_total);
    EXPECT_EQ(assessment.is_complete(),
              vector.missing_public + vector.missing_professional + vector.missing_total == 0);
}

INSTANTIATE_TEST_SUITE_P(DomainVectors, AnnualRule,
                         ::testing::Values(Vector{180, 420, 120, 0, 0, 0}, Vector{300, 420, 0, 0, 0, 0},
                                           Vector{180, 540, 0, 0, 0, 0}, Vector{180, 420, 115, 0, 0, 5},
                                           Vector{175, 500, 100, 5, 0, 0}, Vector{900, 0, 0, 0, 420, 0},
                                           Vector{0, 720, 0, 180, 0, 0}, Vector{180, 360, 60, 0, 60, 120}));

TEST_F(AssessmentTest, CountsResearchOnlyUpToTenHours) {
    rules_ = *codec::built_in_rules().rules_of({2017});
    have(HourCategory::Professional, whole_hours(7));
    have(HourCategory::Professional, whole_hours(6));
    for (auto& record : records_) record.tags = {"research"};
    const Assessment assessment = assess_year();
    EXPECT_EQ(assessment.find("professional")->counted.total(), whole_hours(10));
    EXPECT_EQ(assessment.hours.total(), whole_hours(10));
    EXPECT_EQ(assessment.not_counted, whole_hours(3));
}

TEST_F(AssessmentTest, KeepsTheFourStatesApart) {
    rules_ = *codec::built_in_rules().rules_of({2017});
    have(HourCategory::Professional, {45}, HourState::Verified);
    have(HourCategory::Professional, whole_hours(6), HourState::Earned);
    have(HourCategory::Public, whole_hours(18), HourState::InProgress);
    publish(course_run("R1"));
    chosen_ = {CourseRunId{"R1"}};
    const Assessment assessment = assess_year();
    EXPECT_EQ(assessment.hours.of(HourState::Verified).tenths, 45);
    EXPECT_EQ(assessment.hours.of(HourState::Earned), whole_hours(6));
    EXPECT_EQ(assessment.hours.of(HourState::InProgress), whole_hours(18));
    EXPECT_EQ(assessment.hours.of(HourState::Planned), whole_hours(6));
    EXPECT_EQ(assessment.find("it")->counted.total(), whole_hours(6));
}

TEST_F(AssessmentTest, CountsARunOnceThoughRecordedSelectedAndChosen) {
    rules_ = *codec::built_in_rules().rules_of({2017});
    publish(course_run("R1"));
    have(HourCategory::Professional, whole_hours(6), HourState::Earned);
    records_[0].course_run_id = CourseRunId{"R1"};
    enrolment::SelectionReceipt receipt;
    receipt.selection_id = SelectionId{"s1"};
    receipt.year = {2017};
    receipt.course_run_ids = {CourseRunId{"R1"}};
    selections_[receipt.selection_id].receipt = receipt;
    chosen_ = {CourseRunId{"R1"}};
    const Assessment assessment = assess_year();
    EXPECT_EQ(assessment.hours.total(), whole_hours(6));
    EXPECT_EQ(assessment.hours.of(HourState::Planned), DeciHours{});
    EXPECT_EQ(assessment.planned_fee_fen, 0);
}

TEST_F(AssessmentTest, CountsTwoRunsOfOneCourseOnce) {
    auto second = course_run("R2");
    second.course_id = CourseId{"C-R1"};
    publish(course_run("R1"));
    publish(second);
    chosen_ = {CourseRunId{"R1"}, CourseRunId{"R2"}};
    const Assessment assessment = assess_year();
    EXPECT_EQ(assessment.hours.total(), whole_hours(6));
    EXPECT_EQ(assessment.repeated_runs, std::vector<CourseRunId>{CourseRunId{"R2"}});
}

TEST_F(AssessmentTest, NamesClashesAndRunsThatLeftTheCatalogue) {
    auto first = course_run("R1");
    auto second = course_run("R2");
    first.sessions = {session("2017-04-22T09:00", "2017-04-22T12:00")};
    second.sessions = {session("2017-04-22T10:00", "2017-04-22T11:00")};
    publish(first);
    publish(second);
    chosen_ = {CourseRunId{"R1"}, CourseRunId{"R2"}, CourseRunId{"R3"}};
    const Assessment assessment = assess_year();
    ASSERT_EQ(assessment.clashes.size(), 1u);
    EXPECT_EQ(assessment.clashes[0], (RunClash{CourseRunId{"R1"}, CourseRunId{"R2"}}));
    EXPECT_EQ(assessment.unknown_runs, std::vector<CourseRunId>{CourseRunId{"R3"}});
}

TEST_F(AssessmentTest, IgnoresHoursOfOtherYears) {
    have(HourCategory::Public, whole_hours(18));  // allocated to 2017, assessed for 2016
    EXPECT_EQ(assess_year().hours.total(), DeciHours{});
}

}  // namespace
}  // namespace xueshi::plan

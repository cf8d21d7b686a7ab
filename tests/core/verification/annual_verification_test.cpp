#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "core/codec/rule_pack_json.h"
#include "core/verification/annual_verification.h"
#include "tests/support/builders.h"

namespace xueshi::verification {
namespace {

using ledger::HourRecord;
using ledger::HourState;
using testing::course_run;
using testing::hour_record;

// A teacher's records beside the shipped rules.
class AnnualVerification : public ::testing::Test {
  protected:
    void record(const std::string& id, HourCategory category, std::int64_t tenths, HourState state = HourState::Earned) {
        records.push_back(hour_record(id, category, {tenths}, state));
    }
    // A finished record of a catalogue run of phase 1 of 2017.
    HourRecord& record_of_run(const std::string& id, const std::string& run, int year) {
        records.push_back(hour_record(id, HourCategory::Professional, whole_hours(12), HourState::Earned));
        records.back().course_run_id = CourseRunId{run};
        records.back().allocated_year = {year};
        return records.back();
    }
    YearVerification verify(int year = 2017, Verification kind = Verification::Annual) const {
        return verify_year({year}, **book.annual_pack_of({year}), records_to_verify(records, catalogue, book), kind);
    }
    DeciHours total(const YearVerification& verification) const { return verification.requirements.back().counted; }

    rules::RuleBook book = codec::built_in_rules();
    catalogue::Catalogue catalogue;
    std::vector<HourRecord> records;
};

struct Vector {
    std::int64_t public_tenths, professional_tenths, other_tenths;
    std::array<std::int64_t, 3> missing;  // public, professional, total
};

TEST_F(AnnualVerification, FollowsTheTestVectorsOfTheDomain) {
    const Vector vectors[] = {
        {180, 420, 120, {0, 0, 0}}, {300, 420, 0, {0, 0, 0}},   {180, 540, 0, {0, 0, 0}},
        {180, 420, 115, {0, 0, 5}}, {175, 500, 100, {5, 0, 0}}, {900, 0, 0, {0, 420, 0}},
        {0, 720, 0, {180, 0, 0}},   {180, 360, 60, {0, 60, 120}},
    };
    for (const Vector& vector : vectors) {
        records.clear();
        record("p", HourCategory::Public, vector.public_tenths);
        record("s", HourCategory::Professional, vector.professional_tenths);
        record("e", HourCategory::Elective, vector.other_tenths);
        const YearVerification verification = verify();
        std::array<std::int64_t, 3> missing{};
        for (std::size_t i = 0; i < 3; ++i) missing[i] = verification.requirements[i].missing().tenths;
        EXPECT_EQ(missing, vector.missing);
        const bool passes = vector.missing == std::array<std::int64_t, 3>{};
        EXPECT_EQ(verification.result(), passes ? VerificationResult::Pass : VerificationResult::Fail);
    }
}

TEST_F(AnnualVerification, FailsByATenthOfAnHour) {
    record("p", HourCategory::Public, 180);
    record("s", HourCategory::Professional, 539);
    EXPECT_EQ(verify().result(), VerificationResult::Fail);
    record("e", HourCategory::Elective, 1);
    EXPECT_EQ(verify().result(), VerificationResult::Pass);
}

TEST_F(AnnualVerification, CountsTenHoursOfResearchAndSaysWhatItLeavesOut) {
    for (const auto& [id, hours] : {std::pair{"city", 7}, {"district", 6}}) {
        record(id, HourCategory::Professional, hours * 10);
        records.back().tags = {"research"};
    }
    const YearVerification verification = verify();
    EXPECT_EQ(total(verification), whole_hours(10));
    EXPECT_EQ(verification.not_counted, (std::vector<NotCountedHours>{{HourRecordId{"district"},
                                                                       whole_hours(3),
                                                                       NotCountedReason::OverCap,
                                                                       "research"}}));
}

TEST_F(AnnualVerification, CountsNothingThatIsNotFinished) {
    record("planned", HourCategory::Public, 100, HourState::Planned);
    record("begun", HourCategory::Public, 100, HourState::InProgress);
    record("earned", HourCategory::Public, 10, HourState::Earned);
    record("verified", HourCategory::Public, 10, HourState::Verified);
    const YearVerification verification = verify();
    EXPECT_EQ(total(verification), whole_hours(2));
    ASSERT_EQ(verification.not_counted.size(), 2u);
    EXPECT_EQ(verification.not_counted[0].reason, NotCountedReason::Unfinished);
    EXPECT_EQ(verification.not_counted[1].reason, NotCountedReason::NotBegun);
}

TEST_F(AnnualVerification, CountsARunOnceOverAllYearsAndSources) {
    record_of_run("a", "r1", 2016);
    record_of_run("b", "r1", 2017).source = ledger::HourSource::DistrictBased;
    EXPECT_EQ(total(verify(2016)), whole_hours(12));
    EXPECT_EQ(total(verify(2017)), DeciHours{});
    EXPECT_EQ(verify(2017).not_counted.front().reason, NotCountedReason::Repeated);
}

TEST_F(AnnualVerification, CountsACourseTakenTwiceOnce) {
    catalogue::CourseRun spring = course_run("r1"), summer = course_run("r2");
    summer.course_id = spring.course_id;
    catalogue.publish(spring, 1);
    catalogue.publish(summer, 2);
    record_of_run("a", "r1", 2017);
    record_of_run("b", "r2", 2017);
    EXPECT_EQ(total(verify()), whole_hours(12));
    EXPECT_EQ(verify().not_counted.front().record_id.text, "b");
}

TEST_F(AnnualVerification, AnUnfinishedRunDoesNotStandInTheWayOfAFinishedOne) {
    record_of_run("a", "r1", 2016).state = HourState::InProgress;
    record_of_run("b", "r1", 2017);
    EXPECT_EQ(total(verify(2017)), whole_hours(12));
    EXPECT_EQ(verify(2016).not_counted.front().reason, NotCountedReason::Unfinished);
}

// domain.md section 2: 2016 with 18/36/6 and a phase-1 course of 12 professional hours.
TEST_F(AnnualVerification, HoursAllocatedTo2016PassItAndMakeUpHoursNeverChangeAnAnnualResult) {
    catalogue.publish(course_run("r1"), 1);
    record("p", HourCategory::Public, 180);
    record("s", HourCategory::Professional, 360);
    record("e", HourCategory::Elective, 60);
    for (HourRecord& each : records) each.allocated_year = {2016};
    EXPECT_EQ(verify(2016).result(), VerificationResult::Fail);
    record_of_run("moved", "r1", 2016);
    EXPECT_EQ(verify(2016).result(), VerificationResult::Pass);

    for (HourRecord& each : records) each.allocated_year = {2015};
    const YearVerification annual = verify(2015);
    EXPECT_EQ(annual.result(), VerificationResult::Fail);
    EXPECT_EQ(annual.not_counted.front().reason, NotCountedReason::CycleOnly);
    EXPECT_EQ(total(verify(2015, Verification::Cycle)) - total(annual), whole_hours(12));
}

TEST_F(AnnualVerification, IsHeldToTheRulesOfTheAllocatedYear) {
    record("p", HourCategory::Public, 300);
    record("s", HourCategory::Professional, 420);
    for (HourRecord& each : records) each.allocated_year = {2021};
    EXPECT_EQ(verify(2021).requirements.back().missing(), whole_hours(18));
    record("e", HourCategory::Elective, 180);
    records.back().allocated_year = {2021};
    EXPECT_EQ(verify(2021).result(), VerificationResult::Pass);
}

TEST_F(AnnualVerification, IsTheSameInAnyOrderAndLosesNoHour) {
    std::mt19937 random(2017);
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    for (int i = 1; i <= 3; ++i) {
        catalogue::CourseRun run = course_run("r" + std::to_string(i));
        run.course_id = CourseId{i == 3 ? "C1" : "C" + std::to_string(i)};
        catalogue.publish(run, static_cast<std::uint64_t>(i));
    }
    for (int round = 0; round < 2000; ++round) {
        records.clear();
        for (int i = below(9); i-- > 0;) {
            HourRecord each = hour_record("h" + std::to_string(i), static_cast<HourCategory>(below(3)),
                                          {below(120)}, static_cast<HourState>(below(4)));
            if (below(2) == 0) each.course_run_id = CourseRunId{"r" + std::to_string(1 + below(4))};
            if (below(3) == 0) each.tags = {"research"};
            each.allocated_year = {2015 + below(3)};
            records.push_back(each);
        }
        const YearVerification verification = verify();
        DeciHours offered, left_out;
        for (const HourRecord& each : records) {
            if (each.allocated_year == AllocatedYear{2017}) offered += each.hours;
        }
        for (const NotCountedHours& each : verification.not_counted) left_out += each.hours;
        EXPECT_EQ(total(verification) + left_out, offered) << round;
        std::shuffle(records.begin(), records.end(), random);
        EXPECT_EQ(verify(), verification) << round;
    }
}

}  // namespace
}  // namespace xueshi::verification

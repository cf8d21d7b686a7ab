#include <gtest/gtest.h>

#include "core/codec/rule_pack_json.h"
#include "core/verification/cycle_verification.h"
#include "tests/support/builders.h"

namespace xueshi::verification {
namespace {

using ledger::HourRecord;
using ledger::HourState;
using testing::date;
using testing::hour_record;

class CycleVerificationTest : public ::testing::Test {
  protected:
    // A full year, short of `missing` whole hours.
    void add_year(int year, int missing = 0) {
        add(year, HourCategory::Public, 18);
        add(year, HourCategory::Professional, 54 - missing);
    }
    HourRecord& add(int year, HourCategory category, int hours) {
        records.push_back(hour_record("h" + std::to_string(records.size()), category, whole_hours(hours),
                                      HourState::Verified));
        records.back().allocated_year = {year};
        return records.back();
    }
    Result<CycleVerification> verify(int first, int last) const {
        return verify_cycle({first}, {last}, book, records_to_verify(records, catalogue, book));
    }

    rules::RuleBook book = codec::built_in_rules();
    catalogue::Catalogue catalogue;
    std::vector<HourRecord> records;
};

TEST(CycleEnd, IsLastYearUpToTheEndOfJuneAndThisYearAfterIt) {
    EXPECT_EQ(cycle_end(date("2017-06-30")), AllocatedYear{2016});
    EXPECT_EQ(cycle_end(date("2017-07-01")), AllocatedYear{2017});
    EXPECT_EQ(cycle_end(date("2017-01-01")), AllocatedYear{2016});
}

TEST_F(CycleVerificationTest, HoldsTheLatestFiveYearsOfTheTitle) {
    const auto five = verify(2009, 2017);
    ASSERT_TRUE(five);
    EXPECT_EQ(five->years.front().year, AllocatedYear{2013});
    EXPECT_EQ(five->years.size(), 5u);
    EXPECT_EQ(verify(2016, 2017)->years.size(), 2u);
}

TEST_F(CycleVerificationTest, AsksFor360And90And210OverFiveYears) {
    const auto cycle = verify(2012, 2016);
    ASSERT_TRUE(cycle);
    ASSERT_EQ(cycle->cumulative.size(), 3u);
    EXPECT_EQ(cycle->cumulative[0].minimum, whole_hours(90));
    EXPECT_EQ(cycle->cumulative[1].minimum, whole_hours(210));
    EXPECT_EQ(cycle->cumulative[2].minimum, whole_hours(360));
}

TEST_F(CycleVerificationTest, AYearThatIsShortFailsEveryYearAndMayPassTheSum) {
    add_year(2015, 12);
    add_year(2016);
    add(2016, HourCategory::Professional, 12);
    const auto cycle = verify(2015, 2016);
    ASSERT_TRUE(cycle);
    EXPECT_EQ(cycle->result(CycleCriterion::EveryYear), VerificationResult::Fail);
    EXPECT_EQ(cycle->result(CycleCriterion::Cumulative), VerificationResult::Pass);
}

TEST_F(CycleVerificationTest, MakeUpHoursPassTheCycle) {
    catalogue.publish(testing::course_run("r1"), 1);
    add_year(2015, 12);
    add_year(2016);
    EXPECT_EQ(verify(2015, 2016)->result(CycleCriterion::EveryYear), VerificationResult::Fail);
    add(2015, HourCategory::Professional, 12).course_run_id = CourseRunId{"r1"};
    EXPECT_EQ(verify(2015, 2016)->result(CycleCriterion::EveryYear), VerificationResult::Pass);
}

TEST_F(CycleVerificationTest, RefusesAYearWithoutAPackAndACycleThatEndsBeforeItBegins) {
    const auto early = verify(2010, 2013);
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, rules::kNoRulePack);
    EXPECT_EQ(early.error().subject, "2010");
    const auto backwards = verify(2017, 2016);
    ASSERT_FALSE(backwards);
    EXPECT_EQ(backwards.error().code, kOutOfRange);
}

}  // namespace
}  // namespace xueshi::verification

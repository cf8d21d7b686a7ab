#include "core/app/hour_uses.h"

#include <gtest/gtest.h>

#include "tests/support/hours_world.h"

namespace xueshi::app {
namespace {

class HourUsesTest : public ::testing::Test {
  protected:
    HourUses uses(std::string_view today, bool is_private_school = false) {
        records_ = world_.records();
        joined_ = verification::records_to_verify(records_, world_.catalogue, world_.book);
        return uses_of_hours(testing::date(today), is_private_school, joined_, world_.ledger, world_.book);
    }
    testing::HoursWorld world_;
    std::vector<ledger::HourRecord> records_;
    std::vector<verification::RecordToVerify> joined_;
};

TEST_F(HourUsesTest, TheAllowanceAsksForTheYearBeforeOfPrivateSchoolsAlone) {
    world_.fill_year(2016);
    EXPECT_FALSE(uses("2017-03-10").allowance);
    const auto allowance = uses("2017-03-10", true).allowance;
    ASSERT_TRUE(allowance) << "R30";
    EXPECT_EQ(allowance->year_before.year, AllocatedYear{2016});
    EXPECT_TRUE(allowance->year_before.passes);
    EXPECT_FALSE(allowance->year_before.is_verified) << "the hours are there, and nobody verified them";
    EXPECT_FALSE(uses("2018-03-10", true).allowance->year_before.passes);
}

TEST_F(HourUsesTest, ARecordedResultStandsWhateverTheHoursSay) {
    world_.verify_officially(2016, 2016, ledger::OfficialVerification::Annual);
    const YearResult result = uses("2017-09-01", true).allowance->year_before;
    EXPECT_TRUE(result.is_verified);
    EXPECT_TRUE(result.passes) << "though no hours of it are here";
}

TEST_F(HourUsesTest, ATitleIsAppliedForInTwoWindowsOfAYear) {
    for (int year = 2012; year <= 2016; ++year) world_.fill_year(year);
    const auto spring = uses("2017-03-10").promotion;
    ASSERT_EQ(spring.size(), 2u);
    EXPECT_EQ(spring[0].years.front().year, AllocatedYear{2012}) << "until 30 June: the cycle ends last year";
    EXPECT_TRUE(spring[0].passes());
    EXPECT_EQ(spring[0].minimum, whole_hours(360)) << "domain.md section 2, case 8";
    EXPECT_TRUE(spring[1].is_after_june);
    EXPECT_EQ(spring[1].years.back().year, AllocatedYear{2017});
    EXPECT_FALSE(spring[1].passes()) << "2017 has nothing yet";
    EXPECT_FALSE(spring[1].years.back().is_over);
    EXPECT_EQ(uses("2017-07-01").promotion.size(), 1u);
}

TEST_F(HourUsesTest, MakeUpHoursServeThePromotionAndNotTheRegistration) {
    for (int year = 2012; year <= 2016; ++year) {
        if (year != 2015) world_.fill_year(year);
    }
    world_.add_fixed(2015, HourCategory::Public, 180);
    world_.add_fixed(2015, HourCategory::Professional, 420);
    world_.add_course("a", 120);
    ASSERT_TRUE(world_.allocate("a", 2015).ok());
    const HourUses uses_now = uses("2017-03-10");
    EXPECT_TRUE(uses_now.promotion[0].passes()) << "R24";
    ASSERT_EQ(uses_now.registration.size(), 5u);
    EXPECT_FALSE(uses_now.registration[3].passes);
    EXPECT_EQ(uses_now.registration[3].missing, whole_hours(12));
}

}  // namespace
}  // namespace xueshi::app

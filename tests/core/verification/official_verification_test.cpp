#include <gtest/gtest.h>

#include "core/verification/official_verification.h"
#include "tests/support/allocation_world.h"

namespace xueshi::verification {
namespace {

using testing::AllocationWorld;
using testing::moment;

OfficialContext official(const AllocationWorld& world) {
    return {world.now, world.records(), world.ledger, world.catalogue, world.book};
}

class OfficialVerificationTest : public ::testing::Test {
  protected:
    OfficialVerificationTest() {
        world.add_fixed(2016, HourCategory::Public, 180);
        world.add_fixed(2016, HourCategory::Professional, 420);
        world.add_course("a", 120);
        world.now = moment("2017-08-01T00:00");
    }
    AllocationWorld world;
};

TEST_F(OfficialVerificationTest, IsDueFromTheDayTheRulesName) {
    world.now = moment("2017-07-31T23:59");
    const auto early = verify_annually(official(world), {2016});
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, kVerificationNotDue);
    EXPECT_EQ(early.error().subject, "2016");
    world.now = moment("2017-08-01T00:00");
    EXPECT_TRUE(verify_annually(official(world), {2016}));
    EXPECT_EQ(verify_annually(official(world), {2017}).error().code, kVerificationNotDue);
    EXPECT_EQ(verify_annually(official(world), {2011}).error().code, rules::kNoRulePack);
}

TEST_F(OfficialVerificationTest, SaysNothingNewWhenItIsRunAgain) {
    const auto facts = verify_annually(official(world), {2016});
    ASSERT_TRUE(facts);
    ASSERT_EQ(facts->size(), 1u);
    EXPECT_FALSE(std::get<ledger::YearsVerified>(facts->front()).has_passed);
    world.tell(facts->front());
    EXPECT_TRUE(verify_annually(official(world), {2016})->empty());
    world.add_fixed(2016, HourCategory::Elective, 120);
    const auto corrected = verify_annually(official(world), {2016});
    ASSERT_EQ(corrected->size(), 1u);
    EXPECT_TRUE(std::get<ledger::YearsVerified>(corrected->front()).has_passed);
}

TEST_F(OfficialVerificationTest, SaysNothingAgainstTheBureau) {
    const auto facts = verify_annually(official(world), {2016});
    auto of_the_bureau = std::get<ledger::YearsVerified>(facts->front());
    of_the_bureau.has_passed = true;
    of_the_bureau.import_id = ImportId{"i1"};
    world.tell(of_the_bureau);
    EXPECT_TRUE(verify_annually(official(world), {2016})->empty());
    world.tell(ledger::ImportWithdrawn{ImportId{"i1"}, {}});
    EXPECT_EQ(verify_annually(official(world), {2016})->size(), 1u);
}

TEST_F(OfficialVerificationTest, FreezesTheYear) {
    world.tell(verify_annually(official(world), {2016})->front());
    world.now = moment("2017-07-01T09:00");
    EXPECT_EQ(world.refusal_of("a", 2016), "YearVerified");
}

TEST_F(OfficialVerificationTest, ACycleHoldsAtMostTheLatestFiveYears) {
    const auto facts = verify_cycle_officially(official(world), {2012}, {2017}, CycleCriterion::EveryYear);
    ASSERT_TRUE(facts);
    const auto& fact = std::get<ledger::YearsVerified>(facts->front());
    EXPECT_EQ(fact.first_year, AllocatedYear{2013});
    EXPECT_EQ(fact.last_year, AllocatedYear{2017});
    EXPECT_FALSE(fact.has_passed);
    EXPECT_EQ(verify_cycle_officially(official(world), {2017}, {2016}, CycleCriterion::EveryYear).error().code, kOutOfRange);
}

TEST_F(OfficialVerificationTest, TheRecordsItCountedAreVerified) {
    world.add_fixed(2016, HourCategory::Professional, 100).state = ledger::HourState::InProgress;
    const auto verified = newly_verified(official(world), {2016});
    ASSERT_EQ(verified.size(), 2u);
    for (const ledger::HourRecord& record : verified) EXPECT_EQ(record.state, ledger::HourState::Verified);
    EXPECT_TRUE(newly_verified(official(world), {2011}).empty());
}

}  // namespace
}  // namespace xueshi::verification

#include "core/ledger/hour_ledger.h"

#include <gtest/gtest.h>

#include "tests/support/builders.h"

namespace xueshi::ledger {
namespace {

HoursAllocated allocated(const std::string& record, int from, int to, const std::string& receipt) {
    return {.record_id = HourRecordId{record},
            .from_year = {from},
            .to_year = {to},
            .by = "林晓岚",
            .receipt_id = ReceiptId{receipt},
            .at = {}};
}
Stamp at(std::int64_t moment) { return {moment, 0, "server"}; }

TEST(HourLedgerTest, TheLastAllocationSaysWhereARecordStands) {
    HourLedger ledger;
    apply(ledger, allocated("a", 2016, 2014, "R2"), at(2));
    apply(ledger, allocated("a", 2017, 2016, "R1"), at(1));
    EXPECT_EQ(ledger.last_allocation(HourRecordId{"a"})->to_year, AllocatedYear{2014});
    EXPECT_EQ(ledger.last_allocation(HourRecordId{"b"}), nullptr);
    EXPECT_EQ(ledger.allocations.at(HourRecordId{"a"}).size(), 2u) << "nothing is overwritten";
}

TEST(HourLedgerTest, ACorrectedRecordStaysInTheYearItWasAllocatedTo) {
    HourLedger ledger;
    apply(ledger, allocated("a", 2017, 2016, "R1"), at(1));
    HourRecord corrected = testing::hour_record("a", HourCategory::Professional, whole_hours(8), HourState::Earned);
    EXPECT_EQ(with_allocation(corrected, ledger).allocated_year, AllocatedYear{2016});
    corrected.id = HourRecordId{"b"};
    EXPECT_EQ(with_allocation(corrected, ledger).allocated_year, AllocatedYear{2017});
}

TEST(HourLedgerTest, ALaterOfficialResultOfTheSameYearsStands) {
    HourLedger ledger;
    YearsVerified verified{.kind = OfficialVerification::Annual,
                           .first_year = {2016},
                           .last_year = {2016},
                           .has_passed = true,
                           .pack_id = "guangzhou-2012",
                           .at = {}};
    apply(ledger, verified, at(2));
    verified.has_passed = false;
    apply(ledger, verified, at(1));
    ASSERT_EQ(ledger.verifications.size(), 1u);
    EXPECT_TRUE(ledger.verifications.begin()->second.value.has_passed);
    EXPECT_TRUE(ledger.is_verified_annually({2016}));
    EXPECT_FALSE(ledger.is_verified_annually({2017}));
    EXPECT_FALSE(ledger.is_in_verified_cycle({2016}));
}

}  // namespace
}  // namespace xueshi::ledger

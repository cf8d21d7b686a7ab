#include "core/ledger/hour_ledger.h"

#include <algorithm>
#include <optional>

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

YearsVerified result_of(bool has_passed, const std::string& import_id = {}) {
    return {.kind = OfficialVerification::Annual,
            .first_year = {2016},
            .last_year = {2016},
            .has_passed = has_passed,
            .pack_id = "guangzhou-2012",
            .at = {},
            .import_id = ImportId{import_id}};
}

TEST(HourLedgerTest, AnImportTakenBackLeavesWhatStoodBefore) {
    HourLedger ledger;
    apply(ledger, result_of(true), at(1));
    apply(ledger, result_of(false, "i1"), at(2));
    EXPECT_FALSE(ledger.verifications.begin()->second.value.has_passed);
    apply(ledger, ImportWithdrawn{ImportId{"i1"}, {}}, at(3));
    EXPECT_TRUE(ledger.verifications.begin()->second.value.has_passed);
    apply(ledger, result_of(false, "i2"), at(4));
    EXPECT_FALSE(ledger.verifications.begin()->second.value.has_passed) << "the same may be imported again";
}

TEST(HourLedgerTest, ResultsImportsAndWithdrawalsFoldInAnyOrder) {
    const std::vector<std::pair<std::int64_t, LedgerFact>> facts = {
        {1, result_of(true, "i1")},
        {2, result_of(false, "i2")},
        {3, ImportWithdrawn{ImportId{"i2"}, {}}},
        {4, ImportWithdrawn{ImportId{"i2"}, {}}},
        {5, ImportWithdrawn{ImportId{"i1"}, {}}},
    };
    std::vector<std::size_t> order = {0, 1, 2, 3, 4};
    std::optional<HourLedger> first;
    do {
        HourLedger ledger;
        for (const std::size_t i : order) {
            apply(ledger, facts[i].second, at(facts[i].first));
            apply(ledger, facts[i].second, at(facts[i].first));
        }
        EXPECT_FALSE(ledger.is_verified_annually({2016}));
        if (!first) first = ledger;
        EXPECT_EQ(ledger, *first);
    } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace
}  // namespace xueshi::ledger

#include "core/ledger/hour_ledger.h"

#include <algorithm>

#include "core/base/alternatives.h"

namespace xueshi::ledger {
namespace {

void apply_to(HourLedger& ledger, const HoursAllocated& fact, const Stamp& stamp) {
    ledger.allocations[fact.record_id].try_emplace(stamp, fact);
}
// The latest result that was not taken back.
void settle(HourLedger& ledger, const VerifiedSpan& span, const std::map<Stamp, YearsVerified>& results) {
    const auto standing = std::find_if(results.rbegin(), results.rend(), [&](const auto& each) {
        return !ledger.withdrawn_imports.contains(each.second.import_id);
    });
    if (standing == results.rend()) {
        ledger.verifications.erase(span);
    } else {
        ledger.verifications[span] = {standing->second, standing->first};
    }
}

void apply_to(HourLedger& ledger, const YearsVerified& fact, const Stamp& stamp) {
    const VerifiedSpan span{fact.kind, fact.first_year, fact.last_year};
    auto& results = ledger.results[span];
    results.try_emplace(stamp, fact);
    settle(ledger, span, results);
}

void apply_to(HourLedger& ledger, const ImportWithdrawn& fact, const Stamp& stamp) {
    ledger.withdrawn_imports[fact.import_id].try_emplace(stamp, fact);
    for (const auto& [span, results] : ledger.results) settle(ledger, span, results);
}

}  // namespace

const HoursAllocated* HourLedger::last_allocation(const HourRecordId& record) const {
    const auto found = allocations.find(record);
    return found == allocations.end() || found->second.empty() ? nullptr : &found->second.rbegin()->second;
}

const YearsVerified* HourLedger::annual_result(AllocatedYear year) const {
    const auto found = verifications.find({OfficialVerification::Annual, year, year});
    return found == verifications.end() ? nullptr : &found->second.value;
}

bool HourLedger::is_verified_annually(AllocatedYear year) const { return annual_result(year) != nullptr; }

bool HourLedger::is_in_verified_cycle(AllocatedYear year) const {
    return std::any_of(verifications.begin(), verifications.end(), [&](const auto& each) {
        const VerifiedSpan& span = each.first;
        return span.kind == OfficialVerification::Cycle && span.first_year <= year && year <= span.last_year;
    });
}

std::vector<YearMove> HourLedger::moves_to_undo(const ReceiptId& receipt) const {
    std::vector<YearMove> moves;
    for (const auto& [record, acts] : allocations) {
        if (acts.empty()) continue;
        const HoursAllocated& last = acts.rbegin()->second;
        if (last.receipt_id == receipt) moves.push_back({record, last.from_year});
    }
    return moves;
}

void apply(HourLedger& ledger, const LedgerFact& fact, const Stamp& stamp) {
    with_alternative(fact, [&](const auto& one) { apply_to(ledger, one, stamp); });
}

HourRecord with_allocation(HourRecord record, const HourLedger& ledger) {
    if (const HoursAllocated* last = ledger.last_allocation(record.id)) record.allocated_year = last->to_year;
    return record;
}

}  // namespace xueshi::ledger

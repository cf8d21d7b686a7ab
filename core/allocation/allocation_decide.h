// The order to allocate hours to years, and who may refuse it (R23, R24).
//
// Decided by the server inside the transaction that appends the facts, and by the same function in a device's preview,
// offline. All or nothing: a refusal changes nothing. Undoing is the same order with HourLedger::moves_to_undo.
#pragma once

#include <vector>

#include "core/allocation/year_choices.h"
#include "core/base/result.h"
#include "core/ledger/hour_ledger.h"

namespace xueshi::allocation {

struct AllocateHours {
    std::vector<ledger::YearMove> moves;  // each record once
};

inline constexpr std::size_t kMostMoves = 60;

// Refusals beside those of year_choices.h, whose subject is the record: kOutOfRange, subject "moves", when there are none,
// more than kMostMoves, or a record twice.
inline constexpr ErrorCode kUnknownRecord{"UnknownRecord"};

// The facts in the order of the moves, with one receipt.
Result<std::vector<ledger::LedgerFact>> decide(const AllocationContext& context, const AllocateHours& command);

// The same without asking that there is anything to move: what a preview of the records as they stand is made of.
Outcome check_moves(const AllocationContext& context, const std::vector<ledger::YearMove>& moves);

// The teacher's records once the moves were made, in their order; the server records those that differ (HoursRecorded).
std::vector<ledger::HourRecord> records_after(std::vector<ledger::HourRecord> records,
                                              const std::vector<ledger::YearMove>& moves);

}  // namespace xueshi::allocation

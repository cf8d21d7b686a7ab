// What a set of moves would do to every year's result and to the cycle's, before anybody decides it (R23, R24).
//
// Pure and honest: refused with the code with which `decide` would refuse the moves, and otherwise the very
// verifications of the records as they will then stand.
#pragma once

#include <vector>

#include "core/allocation/allocation_decide.h"
#include "core/verification/cycle_verification.h"

namespace xueshi::allocation {

struct YearBeforeAfter {
    AllocatedYear year;
    verification::YearVerification annual_before;  // make-up hours left out
    verification::YearVerification annual_after;
    verification::YearVerification cycle_before;  // make-up hours counted
    verification::YearVerification cycle_after;
};

struct AllocationPreview {
    std::vector<YearBeforeAfter> years;  // ascending: those of the cycle, and every year hours may be allocated to
    verification::CycleVerification cycle_before;  // the five years that end with the year asked
    verification::CycleVerification cycle_after;
};

// No moves: what stands. kNoRulePack when a year of the cycle has no rules.
Result<AllocationPreview> preview(const AllocationContext& context,
                                  const std::vector<ledger::YearMove>& moves,
                                  AllocatedYear cycle_last);

}  // namespace xueshi::allocation

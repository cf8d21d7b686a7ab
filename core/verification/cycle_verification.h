// Cycle verification (周期验证; R24, domain.md section 2): the years in the present title, at most the latest five,
// make-up hours included. It is used by who applies for a higher title.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/verification/annual_verification.h"

namespace xueshi::verification {

// What a cycle is passed by. No source says which, so it is a choice (section 2, case 8 [D]).
enum class CycleCriterion : std::uint8_t {
    EveryYear,   // each year passes, make-up hours included
    Cumulative,  // the sums over the cycle reach the sums of the minimums (360 / 90 / 210 over five years to 2019)
};

inline constexpr int kLongestCycle = 5;  // years

// The last year of the cycle of who applies on that day: up to 30 June the year before, after it this year.
AllocatedYear cycle_end(CivilDate applied_on);

struct CycleVerification {
    std::vector<YearVerification> years;          // ascending; at least one
    std::vector<VerifiedRequirement> cumulative;  // sums over the years, by requirement id, in the last year's order

    VerificationResult result(CycleCriterion criterion) const;
};

// The years from `first` (of the present title), or the fifth last if that is later, to `last`.
// kNoRulePack when a year of them has none; kOutOfRange, subject "first", when `first` comes after `last`.
Result<CycleVerification> verify_cycle(AllocatedYear first,
                                       AllocatedYear last,
                                       const rules::RuleBook& rules,
                                       const std::vector<RecordToVerify>& records);

}  // namespace xueshi::verification

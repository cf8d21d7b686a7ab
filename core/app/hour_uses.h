// What a teacher's verification results are asked for by others: the allowance of private schools (R30), applying for a
// higher title (R24), periodic registration (R31).
//
// Pure, and never more than the results say: what else those who decide ask for is theirs.
#pragma once

#include <optional>
#include <vector>

#include "core/ledger/hour_ledger.h"
#include "core/rules/rule_pack.h"
#include "core/verification/record_count.h"

namespace xueshi::app {

// Of one year, as whoever asks would see it today.
struct YearResult {
    AllocatedYear year;
    bool is_verified = false;  // by a recorded verification; else `passes` goes by the hours that are there
    bool passes = false;
    bool is_over = true;
    DeciHours missing;         // the most for any one requirement
};

// The allowance's condition of the year before: necessary, not sufficient.
struct AllowanceEligibility {
    YearResult year_before;
};

// One of the two windows of a year in which one may apply: until 30 June, or after it.
struct PromotionWindow {
    bool is_after_june = false;
    std::vector<YearResult> years;  // of the cycle, make-up hours included, ascending
    DeciHours counted;
    DeciHours minimum;

    bool passes() const;  // every year does (domain.md section 2, case 8 [D])
};

struct HourUses {
    std::optional<AllowanceEligibility> allowance;  // of teachers at private schools
    std::vector<PromotionWindow> promotion;         // those of today's year that are still ahead, the first is open now
    std::vector<YearResult> registration;           // the last five years that are over, without make-up hours, ascending
};

// Years for which there are no rules are left out.
HourUses uses_of_hours(CivilDate today, bool is_private_school, const std::vector<verification::RecordToVerify>& records,
                       const ledger::HourLedger& ledger, const rules::RuleBook& rules);

}  // namespace xueshi::app

// The official record of a verification (R22, R23): the result as a fact of the ledger, from the day on which the rules
// say that the year is verified.
//
// Pure. Run again with the same outcome it says nothing new, so a run over the city may be repeated at any time.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/catalogue/catalogue.h"
#include "core/ledger/hour_ledger.h"
#include "core/rules/rule_pack.h"
#include "core/verification/annual_verification.h"
#include "core/verification/cycle_verification.h"

namespace xueshi::verification {

struct OfficialContext {
    Instant now;
    const std::vector<ledger::HourRecord>& records;  // all the teacher's
    const ledger::HourLedger& ledger;
    const catalogue::Catalogue& catalogue;
    const rules::RuleBook& rules;
};

inline constexpr ErrorCode kVerificationNotDue{"VerificationNotDue"};  // subject: the year

// The annual result. kVerificationNotDue before the day of the year's automatic verification, and for a year for which
// the rules name none; rules::kNoRulePack for a year without rules.
Result<std::vector<ledger::LedgerFact>> verify_annually(const OfficialContext& context, AllocatedYear year);

// Likewise, with what the result was made of, for whoever counts a city's results.
struct ExplainedResult {
    YearVerification verification;
    std::vector<ledger::LedgerFact> facts;
};
Result<ExplainedResult> explain_annually(const OfficialContext& context, AllocatedYear year);

// The result of a cycle, for who applies for a higher title (R24): of the years from `first` to `last`, at most five.
// Refused as verify_cycle.
Result<std::vector<ledger::LedgerFact>> verify_cycle_officially(const OfficialContext& context,
                                                                AllocatedYear first,
                                                                AllocatedYear last,
                                                                CycleCriterion criterion);

// The records an annual verification of the year counted, in full or in part, as they are to be recorded then: verified.
// Those that are so already are left out.
std::vector<ledger::HourRecord> newly_verified(const OfficialContext& context, AllocatedYear year);

}  // namespace xueshi::verification

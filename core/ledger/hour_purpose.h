// What a record's hours may be used for (R24): hours of a phase that a teacher moved to a year before the ones the
// phase serves make up for a cycle verification, and never change an annual result.
#pragma once

#include <cstdint>

#include "core/catalogue/catalogue.h"
#include "core/ledger/hour_record.h"
#include "core/rules/rule_pack.h"

namespace xueshi::ledger {

enum class HourPurpose : std::uint8_t {
    Annual,     // annual and cycle verification
    CycleOnly,  // 补学: cycle verification alone
};

// By the allocation rules of the phase the record's run belongs to. Records of no run, of an unknown run or of a run
// outside every phase stay in their own year, and are Annual (domain.md section 2, case 5).
HourPurpose purpose_of(const HourRecord& record, const catalogue::Catalogue& catalogue, const rules::RuleBook& rules);

}  // namespace xueshi::ledger

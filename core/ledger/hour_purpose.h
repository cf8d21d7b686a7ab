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

// The phase the record's run belongs to; null when the record has no run, an unknown one or one outside every phase.
const rules::PhasePack* phase_of(const HourRecord& record,
                                 const catalogue::Catalogue& catalogue,
                                 const rules::RuleBook& rules);

// By the allocation rules of the record's phase. Records of no phase stay in their own year, and are Annual (domain.md
// section 2, case 5).
HourPurpose purpose_of(const HourRecord& record, const rules::PhasePack* phase);
HourPurpose purpose_of(const HourRecord& record, const catalogue::Catalogue& catalogue, const rules::RuleBook& rules);

// The year the hours were earned for, before anybody allocated them: the phase's for its all-staff hours, whose year
// is the teacher's to choose (R23); else the record's, for no other record may move.
AllocatedYear own_year_of(const HourRecord& record, const rules::PhasePack* phase);

}  // namespace xueshi::ledger

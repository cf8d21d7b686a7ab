// What registrations add to the ledger: one record for each registration and teacher, and how much of it counts.
#pragma once

#include <optional>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/registration/registration.h"
#include "core/rules/rule_pack.h"

namespace xueshi::registration {

// Derived from both ids, so that the same registration is the same record for ever.
HourRecordId record_id_of(const RegistrationOpened& opened, const TeacherId& teacher);

struct RegisteredHours {
    TeacherId teacher_id;
    ledger::HourRecord record;

    friend bool operator==(const RegisteredHours&, const RegisteredHours&) = default;
};

// The records of a registration as it stands, in the order of its participants. None before it is recorded; once it is
// cancelled the same records with no hours, and the reason in the remark.
std::vector<RegisteredHours> records_of(const Registration& registration);

// By how much the year's counted hours grow with the record, which replaces the one of its id. `records` are all the
// teacher's. Less than the record's hours where a cap of the year cuts it (R28).
DeciHours counted_with(const ledger::HourRecord& record,
                       const std::vector<ledger::HourRecord>& records,
                       const catalogue::Catalogue& catalogue,
                       const rules::RuleBook& rules);

// How many research hours the year counts of a teacher at most; none where its rules have no such cap (R28).
std::optional<DeciHours> research_cap_of(AllocatedYear year, const rules::RuleBook& rules);

}  // namespace xueshi::registration

// The ledger's records: hours a teacher has from somewhere, with the state they are in.
//
// planned ≠ in progress ≠ earned ≠ verified (domain.md section 2, case 10). A record is corrected by a later
// record of the same id; nothing is overwritten in the store.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/deci_hours.h"
#include "core/base/ids.h"
#include "core/base/hour_category.h"

namespace xueshi::ledger {

// In the order the dial shows them. Planned hours are never in a record: they come from plans.
enum class HourState : std::uint8_t { Verified, Earned, InProgress, Planned };

enum class HourSource : std::uint8_t { AllStaff, Special, External, SchoolBased, DistrictBased, Research, CarriedOver };

struct HourRecord {
    HourRecordId id;
    CourseRunId course_run_id;  // empty when the hours belong to no run of the catalogue
    std::string title;
    HourCategory category = HourCategory::Professional;
    std::vector<std::string> tags;  // "it", "research" …
    DeciHours hours;
    HourState state = HourState::Earned;
    HourSource source = HourSource::AllStaff;
    AllocatedYear allocated_year;
    std::string remark;  // who confirmed, how far it is: one short sentence by whoever recorded it

    friend bool operator==(const HourRecord&, const HourRecord&) = default;
};

}  // namespace xueshi::ledger

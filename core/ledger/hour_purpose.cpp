#include "core/ledger/hour_purpose.h"

#include <algorithm>

namespace xueshi::ledger {

HourPurpose purpose_of(const HourRecord& record, const catalogue::Catalogue& catalogue, const rules::RuleBook& rules) {
    const catalogue::CourseRun* run = catalogue.find(record.course_run_id);
    const rules::PhasePack* phase = run == nullptr ? nullptr : rules.find_phase(run->phase_id);
    if (phase == nullptr || record.allocated_year == phase->year) return HourPurpose::Annual;
    const std::vector<AllocatedYear>& years = phase->allocation.annual_years;
    const bool serves = std::find(years.begin(), years.end(), record.allocated_year) != years.end();
    return serves ? HourPurpose::Annual : HourPurpose::CycleOnly;
}

}  // namespace xueshi::ledger

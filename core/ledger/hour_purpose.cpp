#include "core/ledger/hour_purpose.h"

#include <algorithm>

namespace xueshi::ledger {

const rules::PhasePack* phase_of(const HourRecord& record,
                                 const catalogue::Catalogue& catalogue,
                                 const rules::RuleBook& rules) {
    const catalogue::CourseRun* run = catalogue.find(record.course_run_id);
    return run == nullptr ? nullptr : rules.find_phase(run->phase_id);
}

HourPurpose purpose_of(const HourRecord& record, const rules::PhasePack* phase) {
    if (phase == nullptr || record.allocated_year == phase->year) return HourPurpose::Annual;
    const std::vector<AllocatedYear>& years = phase->allocation.annual_years;
    const bool serves = std::find(years.begin(), years.end(), record.allocated_year) != years.end();
    return serves ? HourPurpose::Annual : HourPurpose::CycleOnly;
}

HourPurpose purpose_of(const HourRecord& record, const catalogue::Catalogue& catalogue, const rules::RuleBook& rules) {
    return purpose_of(record, phase_of(record, catalogue, rules));
}

AllocatedYear own_year_of(const HourRecord& record, const rules::PhasePack* phase) {
    return phase != nullptr && record.source == HourSource::AllStaff ? phase->year : record.allocated_year;
}

}  // namespace xueshi::ledger

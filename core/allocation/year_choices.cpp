#include "core/allocation/year_choices.h"

#include <algorithm>

#include "core/rules/automatic_verification.h"
#include "core/verification/annual_verification.h"

namespace xueshi::allocation {
namespace {

using ledger::HourPurpose;
using ledger::HourRecord;
using ledger::HourSource;
using ledger::HourState;

bool contains(const std::vector<AllocatedYear>& years, AllocatedYear year) {
    return std::find(years.begin(), years.end(), year) != years.end();
}

// The record, were it in another year.
HourPurpose purpose_in(HourRecord record, AllocatedYear year, const rules::PhasePack& phase) {
    record.allocated_year = year;
    return ledger::purpose_of(record, &phase);
}

}  // namespace

std::optional<ErrorCode> RecordChoices::barrier_to(AllocatedYear year) const {
    if (barrier) return barrier;
    for (const YearChoice& choice : years) {
        if (choice.year == year) return choice.barrier;
    }
    return kYearNotAllowed;
}

bool RecordChoices::can_move() const {
    return !barrier && std::any_of(years.begin(), years.end(), [](const YearChoice& each) { return !each.barrier; });
}

YearChoices::YearChoices(const AllocationContext& context)
    : context_(context),
      joined_(verification::records_to_verify(context.records, context.catalogue, context.rules)),
      standing_(joined_) {
    for (const verification::StandingRecords::Entry& entry : standing_.entries()) {
        if (entry.instead != nullptr) repeated_.insert(entry.record->record->id);
    }
}

bool YearChoices::is_short(AllocatedYear year) const {
    const auto pack = context_.rules.annual_pack_of(year);
    if (!pack) return false;
    const auto annual = verification::verify_year(year, **pack, standing_, verification::Verification::Annual);
    return annual.result() == verification::VerificationResult::Fail;
}

std::optional<ErrorCode> YearChoices::frozen(AllocatedYear year, HourPurpose purpose) const {
    if (context_.ledger.is_in_verified_cycle(year)) return kYearVerified;
    if (purpose == HourPurpose::CycleOnly) return std::nullopt;  // an annual verification never looked at them
    if (context_.ledger.is_verified_annually(year)) return kYearVerified;
    const rules::Milestone* automatic = rules::automatic_verification_of(year, context_.rules);
    if (automatic != nullptr && automatic->date <= date_of(context_.now)) return kVerificationBegun;
    return std::nullopt;
}

const rules::PhasePack* YearChoices::allocating_phase(const HourRecord& record) const {
    if (record.source != HourSource::AllStaff) return nullptr;
    const rules::PhasePack* phase = ledger::phase_of(record, context_.catalogue, context_.rules);
    if (phase == nullptr || phase->allocation.annual_years.empty()) return nullptr;
    if (record.category == HourCategory::Public && !phase->allocation.allocates_public) return nullptr;
    // Hours under a cap are research hours (R28), which are not the teacher's to allocate.
    const auto pack = context_.rules.annual_pack_of(record.allocated_year);
    return pack && verification::cap_of(**pack, record) != nullptr ? nullptr : phase;
}

YearChoice YearChoices::choice_of(const HourRecord& record, const rules::PhasePack& phase, AllocatedYear year) const {
    const rules::PhaseAllocation& allocation = phase.allocation;
    const bool is_annual = contains(allocation.annual_years, year) || year == phase.year;
    YearChoice choice{.year = year,
                      .purpose = purpose_in(record, year, phase),
                      .barrier = {},
                      .source = is_annual ? &allocation.annual_source : &allocation.make_up_source};
    if (year == record.allocated_year) {
        choice.barrier = kSameYear;
    } else if (!context_.rules.annual_pack_of(year)) {
        choice.barrier = kYearNotAllowed;
    } else if (!is_annual && record.category == HourCategory::Public) {
        choice.barrier = kYearNotAllowed;
    } else if (const auto ice = frozen(year, choice.purpose)) {
        choice.barrier = ice;
        const rules::Milestone* automatic = rules::automatic_verification_of(year, context_.rules);
        if (automatic != nullptr) choice.source = &automatic->source;
    } else if (!is_annual && !is_short(year)) {
        choice.barrier = kYearNotShort;
    }
    return choice;
}

RecordChoices YearChoices::of(std::size_t record_index) const {
    const HourRecord& record = context_.records[record_index];
    RecordChoices choices{.record = &record, .barrier = {}, .years = {}};
    const rules::PhasePack* phase = allocating_phase(record);
    if (phase == nullptr) {
        choices.barrier = kNotPhaseHours;
        return choices;
    }
    if (record.state != HourState::Earned && record.state != HourState::Verified) {
        choices.barrier = kHoursUnfinished;
    } else if (repeated_.contains(record.id)) {
        choices.barrier = kHoursRepeated;
    } else if (record.state == HourState::Verified) {
        choices.barrier = kYearVerified;
    } else {
        choices.barrier = frozen(record.allocated_year, ledger::purpose_of(record, phase));
    }
    std::set<AllocatedYear> years(phase->allocation.annual_years.begin(), phase->allocation.annual_years.end());
    years.insert(phase->allocation.make_up_years.begin(), phase->allocation.make_up_years.end());
    years.insert(record.allocated_year);
    for (const AllocatedYear year : years) choices.years.push_back(choice_of(record, *phase, year));
    return choices;
}

std::vector<RecordChoices> YearChoices::of_phase_records() const {
    std::vector<RecordChoices> all;
    for (std::size_t i = 0; i < context_.records.size(); ++i) {
        if (allocating_phase(context_.records[i]) != nullptr) all.push_back(of(i));
    }
    return all;
}

}  // namespace xueshi::allocation

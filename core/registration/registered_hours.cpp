#include "core/registration/registered_hours.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/checksum.h"
#include "core/verification/record_count.h"

namespace xueshi::registration {
namespace {

using ledger::HourRecord;
using ledger::HourSource;

constexpr const char* kResearchTag = "research";  // as the rule packs' caps name them

std::string_view prefix_of(HourSource source) {
    switch (source) {
        case HourSource::Research: return "research-";
        case HourSource::DistrictBased: return "district-";
        case HourSource::SchoolBased: return "school-";
        default: return "external-";
    }
}

std::string hexadecimal(std::uint64_t number) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = text.size(); i-- > 0; number >>= 4) text[i] = kDigits[number & 15];
    return text;
}

DeciHours counted_in(AllocatedYear year,
                     const std::vector<HourRecord>& records,
                     const catalogue::Catalogue& catalogue,
                     const rules::RuleBook& rules) {
    DeciHours counted;
    for (const auto& each : verification::count_records(verification::records_to_verify(records, catalogue, rules), rules,
                                                        verification::Verification::Annual)) {
        if (each.year == year) counted += each.counted;
    }
    return counted;
}

}  // namespace

// The ids' texts may be too long to stand in the record's.
HourRecordId record_id_of(const RegistrationOpened& opened, const TeacherId& teacher) {
    const std::string both = opened.registration_id.text + '/' + teacher.text;
    return HourRecordId{std::string(prefix_of(opened.source)) + hexadecimal(checksum_of(both))};
}

std::vector<RegisteredHours> records_of(const Registration& registration) {
    const bool is_cancelled = registration.state() == RegistrationState::Cancelled;
    if (!is_cancelled && registration.state() != RegistrationState::Recorded) return {};
    const RegistrationOpened& opened = registration.opened.value;
    const Activity& activity = registration.content().activity;
    std::vector<RegisteredHours> all;
    for (const Participant& participant : registration.content().participants) {
        HourRecord record{.id = record_id_of(opened, participant.teacher_id),
                          .course_run_id = {},
                          .title = activity.title,
                          .category = activity.category,
                          .tags = {},
                          .hours = is_cancelled ? DeciHours{} : activity.hours,
                          .state = ledger::HourState::Earned,
                          .source = opened.source,
                          .allocated_year = activity.year(),
                          .remark = is_cancelled ? registration.last_reason() : opened.unit_name};
        if (opened.source == HourSource::Research) record.tags.push_back(kResearchTag);
        if (!activity.organiser.empty() && !is_cancelled) record.remark = activity.organiser;
        all.push_back({participant.teacher_id, std::move(record)});
    }
    return all;
}

DeciHours counted_with(const HourRecord& record,
                       const std::vector<HourRecord>& records,
                       const catalogue::Catalogue& catalogue,
                       const rules::RuleBook& rules) {
    std::vector<HourRecord> without = records;
    std::erase_if(without, [&](const HourRecord& each) { return each.id == record.id; });
    std::vector<HourRecord> with = without;
    with.push_back(record);
    return counted_in(record.allocated_year, with, catalogue, rules) -
           counted_in(record.allocated_year, without, catalogue, rules);
}

std::optional<DeciHours> research_cap_of(AllocatedYear year, const rules::RuleBook& rules) {
    const auto pack = rules.annual_pack_of(year);
    if (!pack) return std::nullopt;
    ledger::HourRecord research;
    research.source = HourSource::Research;
    research.tags = {kResearchTag};
    const rules::Cap* cap = verification::cap_of(**pack, research);
    return cap == nullptr ? std::nullopt : std::optional(cap->maximum);
}

}  // namespace xueshi::registration

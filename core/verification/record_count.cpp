#include "core/verification/record_count.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace xueshi::verification {
namespace {

using ledger::HourRecord;
using ledger::HourState;

bool is_finished(const HourRecord& record) {
    return record.state == HourState::Verified || record.state == HourState::Earned;
}

auto standing(const RecordToVerify& each) {
    return std::tie(each.own_year, each.record->id);
}
bool stands_before(const RecordToVerify& left, const RecordToVerify& right) {
    const bool is_left_finished = is_finished(*left.record);
    if (is_left_finished != is_finished(*right.record)) return is_left_finished;
    return standing(left) < standing(right);
}

NotCountedReason reason_unfinished(const HourRecord& record) {
    return record.state == HourState::Planned ? NotCountedReason::NotBegun : NotCountedReason::Unfinished;
}

// None when the record counts, up to the caps.
std::optional<NotCountedReason> reason_against(const StandingRecords::Entry& entry, Verification kind) {
    const HourRecord& record = *entry.record->record;
    if (!is_finished(record)) return reason_unfinished(record);
    if (entry.instead != nullptr) return NotCountedReason::Repeated;
    const bool is_make_up = entry.record->purpose == ledger::HourPurpose::CycleOnly;
    if (is_make_up && kind == Verification::Annual) return NotCountedReason::CycleOnly;
    return std::nullopt;
}

// Takes hours out of what is left below each cap.
class CapRoom {
  public:
    explicit CapRoom(const rules::AnnualPack& pack) : pack_(pack) {
        for (const rules::Cap& cap : pack.caps) left_.push_back(cap.maximum);
    }
    // Leaves what is over the cap in `count` uncounted.
    void take(const HourRecord& record, RecordCount& count) {
        const rules::Cap* cap = cap_of(pack_, record);
        if (cap == nullptr) return;
        DeciHours& left = left_[static_cast<std::size_t>(cap - pack_.caps.data())];
        const DeciHours over = missing_hours(left, record.hours);
        left = left - (record.hours - over);
        if (over.tenths == 0) return;
        count.counted = record.hours - over;
        count.not_counted = over;
        count.reason = NotCountedReason::OverCap;
        count.cap_id = cap->id;
    }

  private:
    const rules::AnnualPack& pack_;
    std::vector<DeciHours> left_;
};

void leave_out(RecordCount& count, NotCountedReason reason) {
    std::swap(count.counted, count.not_counted);
    count.reason = reason;
}

RecordCount all_of(const HourRecord& record) {
    return {.record_id = record.id,
            .year = record.allocated_year,
            .category = record.category,
            .counted = record.hours,
            .not_counted = {},
            .reason = {},
            .cap_id = {},
            .counted_instead = {}};
}

RecordCount count_one(const StandingRecords::Entry& entry, Verification kind, CapRoom& room) {
    RecordCount count = all_of(*entry.record->record);
    const std::optional<NotCountedReason> reason = reason_against(entry, kind);
    if (!reason) {
        room.take(*entry.record->record, count);
        return count;
    }
    leave_out(count, *reason);
    if (reason == NotCountedReason::Repeated) count.counted_instead = entry.instead->record->id;
    return count;
}

void sort_by_record(std::vector<RecordCount>& counts) {
    std::sort(counts.begin(), counts.end(),
              [](const RecordCount& a, const RecordCount& b) { return a.record_id < b.record_id; });
}

}  // namespace

const rules::Cap* cap_of(const rules::AnnualPack& pack, const HourRecord& record) {
    for (const rules::Cap& cap : pack.caps) {
        if (cap.match.holds(record.category, record.tags)) return &cap;
    }
    return nullptr;
}

std::vector<RecordToVerify> records_to_verify(const std::vector<HourRecord>& records,
                                              const catalogue::Catalogue& catalogue,
                                              const rules::RuleBook& rules) {
    std::vector<RecordToVerify> joined;
    joined.reserve(records.size());
    for (const HourRecord& record : records) {
        const catalogue::CourseRun* run = catalogue.find(record.course_run_id);
        const rules::PhasePack* phase = run == nullptr ? nullptr : rules.find_phase(run->phase_id);
        joined.push_back({&record,
                          run == nullptr ? CourseId{} : run->course_id,
                          ledger::purpose_of(record, phase),
                          ledger::own_year_of(record, phase)});
    }
    return joined;
}

StandingRecords::StandingRecords(const std::vector<RecordToVerify>& records) {
    std::vector<const RecordToVerify*> ordered;
    ordered.reserve(records.size());
    for (const RecordToVerify& each : records) ordered.push_back(&each);
    std::sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) { return stands_before(*a, *b); });

    std::map<CourseRunId, const RecordToVerify*> runs;
    std::map<CourseId, const RecordToVerify*> courses;
    std::vector<Entry> repeated;
    for (const RecordToVerify* each : ordered) {
        const RecordToVerify* instead = nullptr;
        const auto note = [&](auto& seen, const auto& id) {
            if (id.empty()) return;
            const auto [place, is_new] = seen.try_emplace(id, each);
            if (!is_new && instead == nullptr) instead = place->second;
        };
        note(runs, each->record->course_run_id);
        note(courses, each->course_id);
        (instead == nullptr ? entries_ : repeated).push_back({each, instead});
    }
    entries_.insert(entries_.end(), repeated.begin(), repeated.end());
}

std::vector<const HourRecord*> counting_records(AllocatedYear year, const StandingRecords& records, Verification kind) {
    std::vector<const HourRecord*> counting;
    for (const StandingRecords::Entry& entry : records.entries()) {
        const HourRecord* record = entry.record->record;
        if (record->allocated_year == year && !reason_against(entry, kind)) counting.push_back(record);
    }
    return counting;
}

std::vector<RecordCount> count_year(AllocatedYear year,
                                    const rules::AnnualPack& pack,
                                    const StandingRecords& records,
                                    Verification kind) {
    std::vector<RecordCount> counts;
    CapRoom room(pack);
    for (const StandingRecords::Entry& entry : records.entries()) {
        if (entry.record->record->allocated_year == year) counts.push_back(count_one(entry, kind, room));
    }
    sort_by_record(counts);
    return counts;
}

std::vector<RecordCount> count_records(const std::vector<RecordToVerify>& records,
                                       const rules::RuleBook& rules,
                                       Verification kind) {
    const StandingRecords sorted(records);
    std::vector<AllocatedYear> years;
    for (const RecordToVerify& each : records) years.push_back(each.record->allocated_year);
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());

    std::vector<RecordCount> counts;
    for (const AllocatedYear year : years) {
        if (const auto pack = rules.annual_pack_of(year)) {
            const std::vector<RecordCount> of_year = count_year(year, **pack, sorted, kind);
            counts.insert(counts.end(), of_year.begin(), of_year.end());
            continue;
        }
        for (const RecordToVerify& each : records) {
            if (each.record->allocated_year != year) continue;
            counts.push_back(all_of(*each.record));
            leave_out(counts.back(), NotCountedReason::NoRulePack);
        }
    }
    sort_by_record(counts);
    return counts;
}

const LocalizedText* source_of(const RecordCount& count, const rules::PhasePack* phase, const rules::RuleBook& rules) {
    if (count.reason == NotCountedReason::CycleOnly && phase != nullptr) return &phase->allocation.make_up_source;
    if (count.reason != NotCountedReason::OverCap) return nullptr;
    const auto pack = rules.annual_pack_of(count.year);
    if (!pack) return nullptr;
    for (const rules::Cap& cap : (*pack)->caps) {
        if (cap.id == count.cap_id) return &cap.source;
    }
    return nullptr;
}

}  // namespace xueshi::verification

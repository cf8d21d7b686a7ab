#include "core/verification/annual_verification.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace xueshi::verification {
namespace {

using ledger::HourRecord;
using ledger::HourState;

bool is_finished(const HourRecord& record) {
    return record.state == HourState::Verified || record.state == HourState::Earned;
}

// Of two records of one course, the lesser one counts.
auto standing(const RecordToVerify& each) {
    return std::make_tuple(!is_finished(*each.record), each.record->allocated_year, each.record->id);
}

// The records in the order in which they stand, without those whose run or course stands already.
struct Standing {
    std::vector<const RecordToVerify*> counted;
    std::vector<const RecordToVerify*> repeated;
};

Standing sort_out(const std::vector<RecordToVerify>& records) {
    std::vector<const RecordToVerify*> ordered;
    ordered.reserve(records.size());
    for (const RecordToVerify& each : records) ordered.push_back(&each);
    std::sort(ordered.begin(), ordered.end(),
              [](const auto* a, const auto* b) { return standing(*a) < standing(*b); });

    Standing sorted;
    std::set<CourseRunId> runs;
    std::set<CourseId> courses;
    for (const RecordToVerify* each : ordered) {
        const CourseRunId& run = each->record->course_run_id;
        const bool is_new_run = run.empty() || runs.insert(run).second;
        const bool is_new_course = each->course_id.empty() || courses.insert(each->course_id).second;
        (is_new_run && is_new_course ? sorted.counted : sorted.repeated).push_back(each);
    }
    return sorted;
}

// Which cap holds for a record; the number of caps when none does.
std::size_t cap_index(const rules::AnnualPack& pack, const HourRecord& record) {
    const auto found = std::find_if(pack.caps.begin(), pack.caps.end(), [&](const rules::Cap& cap) {
        return cap.match.holds(record.category, record.tags);
    });
    return static_cast<std::size_t>(found - pack.caps.begin());
}

DeciHours count(const std::vector<const HourRecord*>& records,
                const rules::AnnualPack& pack,
                const rules::HourMatch& match) {
    std::vector<DeciHours> sums(pack.caps.size() + 1);  // by cap; without one last
    for (const HourRecord* record : records) {
        if (match.holds(record->category, record->tags)) sums[cap_index(pack, *record)] += record->hours;
    }
    DeciHours counted = sums.back();
    for (std::size_t i = 0; i < pack.caps.size(); ++i) counted += std::min(sums[i], pack.caps[i].maximum);
    return counted;
}

}  // namespace

VerificationResult result_of(const std::vector<VerifiedRequirement>& requirements) {
    const bool is_met = std::all_of(requirements.begin(), requirements.end(),
                                    [](const auto& each) { return each.missing().tenths == 0; });
    return is_met ? VerificationResult::Pass : VerificationResult::Fail;
}

std::vector<RecordToVerify> records_to_verify(const std::vector<HourRecord>& records,
                                              const catalogue::Catalogue& catalogue,
                                              const rules::RuleBook& rules) {
    std::vector<RecordToVerify> joined;
    joined.reserve(records.size());
    for (const HourRecord& record : records) {
        const catalogue::CourseRun* run = catalogue.find(record.course_run_id);
        joined.push_back({&record,
                          run == nullptr ? CourseId{} : run->course_id,
                          ledger::purpose_of(record, catalogue, rules)});
    }
    return joined;
}

YearVerification verify_year(AllocatedYear year,
                             const rules::AnnualPack& pack,
                             const std::vector<RecordToVerify>& records,
                             Verification kind) {
    YearVerification verification{.year = year, .requirements = {}, .not_counted = {}};
    const auto leave_out = [&](const HourRecord& record, DeciHours hours, NotCountedReason reason,
                               std::string cap_id = {}) {
        verification.not_counted.push_back({record.id, hours, reason, std::move(cap_id)});
    };

    const Standing sorted = sort_out(records);
    std::vector<const HourRecord*> counting;
    for (const RecordToVerify* each : sorted.counted) {
        const HourRecord& record = *each->record;
        if (record.allocated_year != year) continue;
        if (!is_finished(record)) {
            leave_out(record, record.hours, NotCountedReason::Unfinished);
        } else if (kind == Verification::Annual && each->purpose == ledger::HourPurpose::CycleOnly) {
            leave_out(record, record.hours, NotCountedReason::CycleOnly);
        } else {
            counting.push_back(&record);
        }
    }
    for (const RecordToVerify* each : sorted.repeated) {
        const HourRecord& record = *each->record;
        if (record.allocated_year != year) continue;
        leave_out(record, record.hours,
                  is_finished(record) ? NotCountedReason::Repeated : NotCountedReason::Unfinished);
    }

    std::vector<DeciHours> room;
    for (const rules::Cap& cap : pack.caps) room.push_back(cap.maximum);
    for (const HourRecord* record : counting) {
        const std::size_t cap = cap_index(pack, *record);
        if (cap == room.size()) continue;
        const DeciHours over = missing_hours(room[cap], record->hours);
        room[cap] = room[cap] - (record->hours - over);
        if (over.tenths > 0) leave_out(*record, over, NotCountedReason::OverCap, pack.caps[cap].id);
    }
    std::sort(verification.not_counted.begin(), verification.not_counted.end(),
              [](const auto& a, const auto& b) { return a.record_id < b.record_id; });

    for (const rules::Requirement& requirement : pack.requirements) {
        verification.requirements.push_back(
            {requirement.id, count(counting, pack, requirement.match), requirement.minimum});
    }
    return verification;
}

}  // namespace xueshi::verification

#include "core/plan/assessment.h"

#include <algorithm>
#include <set>

namespace xueshi::plan {
namespace {

using catalogue::CourseRun;
using ledger::HourState;

// States in the order in which a cap is used up: what is most certain counts first.
constexpr std::array kStatesByCertainty = {HourState::Verified, HourState::Earned, HourState::InProgress,
                                           HourState::Planned};

const rules::Cap* cap_of(const rules::RulesOfYear& rules, const CountedEntry& entry) {
    for (const rules::Cap& cap : rules.caps) {
        if (cap.match.holds(entry.category, entry.tags)) return &cap;
    }
    return nullptr;
}

// The planner's rule for `counted` (contracts: "Counting"), kept apart by state.
HoursByState count(const std::vector<CountedEntry>& entries, const rules::RulesOfYear& rules,
                   const rules::HourMatch& match) {
    HoursByState counted;
    std::vector<HoursByState> capped(rules.caps.size());
    for (const CountedEntry& entry : entries) {
        if (!match.holds(entry.category, entry.tags)) continue;
        const rules::Cap* cap = cap_of(rules, entry);
        HoursByState& bucket =
            cap == nullptr ? counted : capped[static_cast<std::size_t>(cap - rules.caps.data())];
        bucket.of(entry.state) += entry.hours;
    }
    for (std::size_t i = 0; i < capped.size(); ++i) {
        DeciHours room = rules.caps[i].maximum;
        for (const HourState state : kStatesByCertainty) {
            const DeciHours taken = std::min(room, capped[i].of(state));
            counted.of(state) += taken;
            room = room - taken;
        }
    }
    return counted;
}

CountedEntry planned_entry(const CourseRun& run) {
    return {run.id, run.category, run.tags(), run.hours, HourState::Planned};
}

std::vector<RunClash> find_clashes(const std::vector<const CourseRun*>& runs) {
    std::vector<RunClash> clashes;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i]->sessions.empty()) continue;
        for (std::size_t j = i + 1; j < runs.size(); ++j) {
            if (runs[i]->clashes_with(*runs[j])) clashes.push_back({runs[i]->id, runs[j]->id});
        }
    }
    return clashes;
}

}  // namespace

const RequirementProgress* Assessment::find(std::string_view requirement_id) const {
    for (const RequirementProgress& progress : requirements) {
        if (progress.requirement_id == requirement_id) return &progress;
    }
    return nullptr;
}

bool Assessment::is_complete() const {
    return std::all_of(requirements.begin(), requirements.end(),
                       [](const RequirementProgress& each) { return each.is_met(); });
}

std::vector<CourseRunId> held_run_ids(const rules::RulesOfYear& rules,
                                      const std::vector<ledger::HourRecord>& records,
                                      const enrolment::CourseSelections& selections) {
    std::set<CourseRunId> held;
    for (const ledger::HourRecord& record : records) {
        if (!record.course_run_id.empty()) held.insert(record.course_run_id);
    }
    for (const auto& [id, selection] : selections) {
        if (!selection.is_standing() || selection.receipt->year != rules.year) continue;
        held.insert(selection.receipt->course_run_ids.begin(), selection.receipt->course_run_ids.end());
    }
    return {held.begin(), held.end()};
}

std::vector<CountedEntry> credited_entries(const rules::RulesOfYear& rules,
                                           const std::vector<ledger::HourRecord>& records,
                                           const enrolment::CourseSelections& selections,
                                           const catalogue::Catalogue& catalogue) {
    std::vector<CountedEntry> entries;
    std::set<CourseRunId> recorded;
    for (const ledger::HourRecord& record : records) {
        // A run recorded for any year is used up: its hours count once over all years (case 9).
        if (!record.course_run_id.empty() && !recorded.insert(record.course_run_id).second) continue;
        if (record.allocated_year != rules.year) continue;
        entries.push_back({record.course_run_id, record.category, record.tags, record.hours, record.state});
    }
    for (const auto& [id, selection] : selections) {
        if (!selection.is_standing() || selection.receipt->year != rules.year) continue;
        for (const CourseRunId& run_id : selection.receipt->course_run_ids) {
            const CourseRun* run = catalogue.find(run_id);
            if (run != nullptr && recorded.insert(run_id).second) entries.push_back(planned_entry(*run));
        }
    }
    return entries;
}

Assessment assess(const AssessmentInput& input) {
    Assessment assessment;
    std::vector<CountedEntry> entries =
        credited_entries(input.rules, input.records, input.selections, input.catalogue);
    const std::vector<CourseRunId> held = held_run_ids(input.rules, input.records, input.selections);
    std::vector<const CourseRun*> timetabled;
    for (const CourseRunId& run_id : held) {
        if (const CourseRun* run = input.catalogue.find(run_id)) timetabled.push_back(run);
    }
    for (const CourseRunId& run_id : input.chosen) {
        if (std::binary_search(held.begin(), held.end(), run_id)) continue;
        const CourseRun* run = input.catalogue.find(run_id);
        if (run == nullptr) {
            assessment.unknown_runs.push_back(run_id);
            continue;
        }
        const bool repeated = std::any_of(timetabled.begin(), timetabled.end(), [run](const CourseRun* other) {
            return other->course_id == run->course_id;
        });
        if (repeated) {
            assessment.repeated_runs.push_back(run_id);
            continue;
        }
        entries.push_back(planned_entry(*run));
        timetabled.push_back(run);
        assessment.planned_fee_fen += run->fee_fen;
    }
    for (const rules::Requirement& requirement : input.rules.requirements) {
        assessment.requirements.push_back(
            {requirement.id, count(entries, input.rules, requirement.match), requirement.minimum});
    }
    assessment.hours = count(entries, input.rules, rules::HourMatch{});
    DeciHours offered;
    for (const CountedEntry& entry : entries) offered += entry.hours;
    assessment.not_counted = offered - assessment.hours.total();
    assessment.clashes = find_clashes(timetabled);
    return assessment;
}

DeciHours least_missing_hours(const rules::RulesOfYear& rules, const Assessment& assessment) {
    std::array<DeciHours, 3> by_category{};
    DeciHours of_any_category;
    for (const rules::Requirement& requirement : rules.requirements) {
        const RequirementProgress* progress = assessment.find(requirement.id);
        if (progress == nullptr) continue;
        DeciHours& most = requirement.match.category
                              ? by_category[static_cast<std::size_t>(*requirement.match.category)]
                              : of_any_category;
        most = std::max(most, progress->missing());
    }
    return std::max(of_any_category, by_category[0] + by_category[1] + by_category[2]);
}

}  // namespace xueshi::plan

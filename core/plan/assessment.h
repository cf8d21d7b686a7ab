// What counts: a year's hours against its requirements, by state and by category, and what is missing.
//
// One hour counts once: a run that is both in the ledger and in a plan is taken from the ledger. Hours over
// a cap are kept apart as not counted (R28). Pure; cost is linear in records and chosen runs.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/base/deci_hours.h"
#include "core/base/ids.h"
#include "core/catalogue/catalogue.h"
#include "core/enrolment/course_selection.h"
#include "core/ledger/hour_record.h"
#include "core/rules/rule_pack.h"

namespace xueshi::plan {

// One source of hours, already reduced to what counting needs.
struct CountedEntry {
    CourseRunId course_run_id;  // empty for records outside the catalogue
    HourCategory category = HourCategory::Professional;
    std::vector<std::string> tags;
    DeciHours hours;
    ledger::HourState state = ledger::HourState::Planned;
};

// Indexed by ledger::HourState.
struct HoursByState {
    std::array<DeciHours, 4> hours{};

    DeciHours of(ledger::HourState state) const { return hours[static_cast<std::size_t>(state)]; }
    DeciHours& of(ledger::HourState state) { return hours[static_cast<std::size_t>(state)]; }
    DeciHours total() const { return hours[0] + hours[1] + hours[2] + hours[3]; }
};

struct RequirementProgress {
    std::string requirement_id;
    HoursByState counted;
    DeciHours minimum;

    DeciHours missing() const { return missing_hours(counted.total(), minimum); }
    bool is_met() const { return missing().tenths == 0; }
};

struct RunClash {
    CourseRunId first;
    CourseRunId second;
    friend bool operator==(const RunClash&, const RunClash&) = default;
};

struct Assessment {
    std::vector<RequirementProgress> requirements;  // in the order of the rules
    HoursByState hours;                             // all counted hours of the year
    DeciHours not_counted;                          // over a cap
    std::int64_t planned_fee_fen = 0;               // of the runs planned but not yet selected
    std::vector<RunClash> clashes;                  // between planned or selected runs
    std::vector<CourseRunId> unknown_runs;          // planned, but no longer in the catalogue
    std::vector<CourseRunId> repeated_runs;  // planned, but another run of the course is there: not counted

    const RequirementProgress* find(std::string_view requirement_id) const;
    bool is_complete() const;  // every requirement met
};

struct AssessmentInput {
    const rules::RulesOfYear& rules;
    const std::vector<ledger::HourRecord>& records;  // any year; those of rules.year count
    const enrolment::CourseSelections& selections;
    const catalogue::Catalogue& catalogue;
    const std::vector<CourseRunId>& chosen;  // the draft's chosen and pinned runs
};

Assessment assess(const AssessmentInput& input);

// The fewest further hours that meet every requirement, were there courses of any size. Requirements of different
// categories share no hours; those of one category, and the total, can share all of theirs.
DeciHours least_missing_hours(const rules::RulesOfYear& rules, const Assessment& assessment);

// The entries `assess` counts, without the draft's runs: what a plan starts from.
std::vector<CountedEntry> credited_entries(const rules::RulesOfYear& rules,
                                           const std::vector<ledger::HourRecord>& records,
                                           const enrolment::CourseSelections& selections,
                                           const catalogue::Catalogue& catalogue);

// Runs held by the ledger or a standing selection of the year: not to be planned again.
std::vector<CourseRunId> held_run_ids(const rules::RulesOfYear& rules,
                                      const std::vector<ledger::HourRecord>& records,
                                      const enrolment::CourseSelections& selections);

}  // namespace xueshi::plan

// What projections are made from, and what several of them share: the assessed year and its
// requirements.
//
// Projections are plain values, computed when the state has changed and drawn many times. Pure; the
// references of an input need only outlive the call.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/app/state.h"
#include "core/organisation/role.h"
#include "core/plan/assessment.h"
#include "core/plan/compose_problem.h"
#include "core/plan/planning_answer.h"

namespace xueshi::app {

struct SelectInput {
    Instant now;         // domain time
    PlanId edited_plan;  // the draft the screens speak of; may be empty or gone
    DeviceId device_id;  // this device, as its stamps name it; empty before it decided anything
    std::span<const organisation::OrgRole> roles;
    const TeacherState& teacher;
    const SharedState& shared;
    const UnitState& unit;
    const rules::RuleBook& rules;
    const diagnostic::CapabilityShelf* shelf = nullptr;  // null while the questions are not at hand
};

// What the planner is asked about: the teacher as of now, under these rules. The references must outlive it.
plan::PlanningSituation situation_of(const TeacherState& teacher,
                                     const SharedState& shared,
                                     const rules::RulesOfYear& rules,
                                     const std::vector<ledger::HourRecord>& records,
                                     Instant now);

// The draft being edited, or null.
const plan::PlanDraft* edited_draft(const SelectInput& input);

// The current year under its rules, with the edited draft's runs counted as planned.
struct YearAssessment {
    rules::RulesOfYear rules;
    std::vector<CourseRunId> chosen;  // the draft's runs, ascending
    std::vector<CourseRunId> held;    // by the ledger or a standing selection, ascending
    plan::Assessment assessment;

    bool is_held(const CourseRunId& run) const;
    bool is_chosen(const CourseRunId& run) const;
};

// Nothing for an account without a teacher's profile, or a year without rules.
std::optional<YearAssessment> assess_year(const SelectInput& input);
// What the year asks of this teacher: the year's rules, without the IT programme for who completed it (R14).
Result<rules::RulesOfYear> rules_for(const TeacherState& teacher, const rules::RuleBook& rules, AllocatedYear year);
// The same year, had the draft these runs instead.
plan::Assessment assess_with(const SelectInput& input,
                             const rules::RulesOfYear& rules,
                             const std::vector<CourseRunId>& chosen);

// A requirement with its progress and the paragraph it comes from.
struct RequirementRow {
    std::string id;
    LocalizedText name;
    LocalizedText short_name;
    LocalizedText source;
    plan::HoursByState counted;
    DeciHours minimum;

    DeciHours missing() const { return missing_hours(counted.total(), minimum); }
    bool is_met() const { return missing().tenths == 0; }
};

std::vector<RequirementRow> requirement_rows(const YearAssessment& year);

}  // namespace xueshi::app

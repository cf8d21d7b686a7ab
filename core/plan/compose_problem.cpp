#include "core/plan/compose_problem.h"

#include <algorithm>

#include "core/plan/assessment.h"
#include "core/plan/fit.h"

namespace xueshi::plan {
namespace {

using catalogue::CourseRun;

constexpr DeciHours kRoomAboveNeed = whole_hours(12);

std::string category_text(HourCategory category) {
    switch (category) {
        case HourCategory::Public: return "public";
        case HourCategory::Professional: return "professional";
        case HourCategory::Elective: return "elective";
    }
    return {};
}

Match match_of(const rules::HourMatch& match) {
    Match result;
    if (match.category) result.category = category_text(*match.category);
    if (!match.tag.empty()) result.tag = match.tag;
    return result;
}

ObjectiveKey key_of(PlanPriority priority) {
    switch (priority) {
        case PlanPriority::LeastFee: return {Measure::Fee, false};
        case PlanPriority::BestFit: return {Measure::Fit, true};
        case PlanPriority::FewestHours: return {Measure::Hours, false};
        case PlanPriority::FewestCourses: return {Measure::Count, false};
    }
    return {};
}

// A run stands in the way of another when they clash or are runs of one course.
bool excludes(const CourseRun& held, const CourseRun& run) {
    return held.course_id == run.course_id || held.clashes_with(run);
}

std::vector<const CourseRun*> find_runs(const catalogue::Catalogue& catalogue,
                                        const std::vector<CourseRunId>& ids) {
    std::vector<const CourseRun*> runs;
    for (const CourseRunId& id : ids) {
        if (const CourseRun* run = catalogue.find(id)) runs.push_back(run);
    }
    return runs;
}

void add_rules(PlanningProblem& problem, const rules::RulesOfYear& rules) {
    for (const rules::Requirement& requirement : rules.requirements) {
        problem.requirements.push_back(
            {requirement.id, match_of(requirement.match), requirement.minimum});
    }
    for (const rules::Cap& cap : rules.caps) {
        problem.caps.push_back({cap.id, match_of(cap.match), cap.maximum});
    }
}

// Pins what the draft wants; what is not offered by itself is offered for it.
void add_wanted(PlanningProblem& problem,
                const PlanningSituation& situation,
                const OfferedRuns& offered,
                const std::vector<CourseRunId>& wanted) {
    for (const CourseRun* run : find_runs(situation.catalogue, wanted)) {
        if (offered.is_held(run->id)) continue;
        problem.pinned.push_back(run->id.text);
        if (!offered.contains(*run)) problem.offerings.push_back(offering_of(*run, situation));
    }
}

// Only of what is offered: of anything else there is nothing to exclude.
void add_excluded(PlanningProblem& problem,
                  const PlanningSituation& situation,
                  const OfferedRuns& offered,
                  const std::vector<CourseRunId>& excluded) {
    for (const CourseRun* run : find_runs(situation.catalogue, excluded)) {
        if (offered.contains(*run)) problem.excluded.push_back(run->id.text);
    }
}

std::vector<CourseRunId> kept_runs(const PlanDraft& draft, Keep keep) {
    return keep == Keep::PinnedOnly ? draft.marked(PlanMark::Pinned) : draft.chosen();
}

}  // namespace

bool is_offerable(const CourseRun& run, const PlanningSituation& situation) {
    if (run.admission != catalogue::Admission::Selection) return false;
    if (!run.is_for(situation.teacher.stage, situation.teacher.subject)) return false;
    if (!is_before_end_of(run.closes, situation.now)) return false;
    for (const rules::PhasePack& phase : situation.rules.phases) {
        if (phase.id == run.phase_id) return is_before_end_of(phase.selection_closes, situation.now);
    }
    // A run of a phase whose rules are not of this year belongs to another year's plan.
    return run.phase_id.empty();
}

OfferedRuns::OfferedRuns(const PlanningSituation& situation)
    : situation_(situation),
      held_ids_(held_run_ids(situation.rules, situation.records, situation.selections)),
      held_(find_runs(situation.catalogue, held_ids_)) {}

bool OfferedRuns::is_held(const CourseRunId& id) const {
    return std::binary_search(held_ids_.begin(), held_ids_.end(), id);
}

bool OfferedRuns::contains(const CourseRun& run) const {
    if (!is_offerable(run, situation_) || is_held(run.id)) return false;
    return std::none_of(held_.begin(), held_.end(), [&](const CourseRun* held) { return excludes(*held, run); });
}

Offering offering_of(const CourseRun& run, const PlanningSituation& situation) {
    Offering offering{.id = run.id.text,
                      .category = category_text(run.category),
                      .tags = run.tags(),
                      .hours = run.hours,
                      .fee = run.fee_fen,
                      .fit = fit_of(run, situation.teacher, situation.wanted_themes),
                      .sessions = {},
                      .group = run.course_id.text};
    for (const catalogue::Session& session : run.sessions) {
        offering.sessions.push_back({session.begins, session.ends});
    }
    return offering;
}

DeciHours usual_max_hours(const PlanningSituation& situation, const PlanDraft& draft, Keep keep) {
    const std::vector<CourseRunId> kept = kept_runs(draft, keep);
    const std::vector<CourseRunId> held =
        held_run_ids(situation.rules, situation.records, situation.selections);
    DeciHours hours;
    for (const CourseRunId& id : kept) {
        const CourseRun* run = situation.catalogue.find(id);
        if (run != nullptr && !std::binary_search(held.begin(), held.end(), id)) hours += run->hours;
    }
    const Assessment assessment =
        assess({situation.rules, situation.records, situation.selections, situation.catalogue, kept});
    return hours + least_missing_hours(situation.rules, assessment) + kRoomAboveNeed;
}

PlanningProblem compose_wishes(const PlanningSituation& situation,
                               const OfferedRuns& offered,
                               const PlanDraft& draft,
                               Keep keep) {
    PlanningProblem problem;
    add_rules(problem, situation.rules);
    for (const CountedEntry& entry : credited_entries(situation.rules, situation.records,
                                                      situation.selections, situation.catalogue)) {
        problem.credited.push_back({category_text(entry.category), entry.tags, entry.hours});
    }
    add_wanted(problem, situation, offered, kept_runs(draft, keep));
    add_excluded(problem, situation, offered, draft.marked(PlanMark::Excluded));
    problem.limits.max_fee = draft.limits.value().max_fee_fen;
    problem.limits.max_hours = draft.limits.value().max_hours.value_or(usual_max_hours(situation, draft, keep));
    for (const PlanPriority priority : draft.priorities_or_default()) {
        problem.objective.push_back(key_of(priority));
    }
    return problem;
}

PlanningProblem compose_problem(const PlanningSituation& situation, const PlanDraft& draft, Keep keep) {
    const OfferedRuns offered(situation);
    PlanningProblem problem = compose_wishes(situation, offered, draft, keep);
    for (const CourseRun* run : situation.catalogue.runs()) {
        if (offered.contains(*run)) problem.offerings.push_back(offering_of(*run, situation));
    }
    return problem;
}

std::vector<CourseRunId> run_ids(const std::vector<std::string>& chosen) {
    std::vector<CourseRunId> ids;
    ids.reserve(chosen.size());
    for (const std::string& id : chosen) ids.emplace_back(id);
    return ids;
}

}  // namespace xueshi::plan

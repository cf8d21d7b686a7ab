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

void add_offerings(PlanningProblem& problem, const PlanningSituation& situation,
                   const std::vector<CourseRunId>& wanted) {
    const std::vector<CourseRunId> held_ids =
        held_run_ids(situation.rules, situation.records, situation.selections);
    const std::vector<const CourseRun*> held = find_runs(situation.catalogue, held_ids);
    for (const CourseRun* run : situation.catalogue.runs()) {
        if (std::binary_search(held_ids.begin(), held_ids.end(), run->id)) continue;
        const bool is_wanted = std::find(wanted.begin(), wanted.end(), run->id) != wanted.end();
        if (!is_wanted) {
            if (!is_offerable(*run, situation)) continue;
            const bool is_excluded = std::any_of(
                held.begin(), held.end(), [run](const CourseRun* other) { return excludes(*other, *run); });
            if (is_excluded) continue;
        }
        problem.offerings.push_back(offering_of(*run, situation));
        if (is_wanted) problem.pinned.push_back(run->id.text);
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

PlanningProblem compose_problem(const PlanningSituation& situation, const PlanDraft& draft, Keep keep) {
    PlanningProblem problem;
    add_rules(problem, situation.rules);
    for (const CountedEntry& entry : credited_entries(situation.rules, situation.records,
                                                      situation.selections, situation.catalogue)) {
        problem.credited.push_back({category_text(entry.category), entry.tags, entry.hours});
    }
    add_offerings(problem, situation, kept_runs(draft, keep));
    const auto is_offered = [&](const CourseRunId& id) {
        return std::any_of(problem.offerings.begin(), problem.offerings.end(),
                           [&](const Offering& offering) { return offering.id == id.text; });
    };
    for (const CourseRunId& id : draft.marked(PlanMark::Excluded)) {
        if (is_offered(id)) problem.excluded.push_back(id.text);
    }
    problem.limits.max_fee = draft.limits.value().max_fee_fen;
    problem.limits.max_hours = draft.limits.value().max_hours.value_or(usual_max_hours(situation, draft, keep));
    for (const PlanPriority priority : draft.priorities_or_default()) {
        problem.objective.push_back(key_of(priority));
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

#include "core/plan/plan_draft.h"

#include <algorithm>

namespace xueshi::plan {

PlanPriorities default_priorities() {
    return {PlanPriority::LeastFee, PlanPriority::FewestHours, PlanPriority::BestFit,
            PlanPriority::FewestCourses};
}

bool is_complete_order(PlanPriorities priorities) {
    std::sort(priorities.begin(), priorities.end());
    PlanPriorities every = default_priorities();
    std::sort(every.begin(), every.end());
    return priorities == every;
}

PlanMark PlanDraft::mark_of(const CourseRunId& run) const {
    const auto found = marks.find(run);
    return found == marks.end() ? PlanMark::None : found->second.value;
}

std::vector<CourseRunId> PlanDraft::chosen() const {
    std::vector<CourseRunId> runs;
    for (const auto& [run, mark] : marks) {
        if (mark.value == PlanMark::Chosen || mark.value == PlanMark::Pinned) runs.push_back(run);
    }
    return runs;
}

std::vector<CourseRunId> PlanDraft::marked(PlanMark wanted) const {
    std::vector<CourseRunId> runs;
    for (const auto& [run, mark] : marks) {
        if (mark.value == wanted) runs.push_back(run);
    }
    return runs;
}

PlanPriorities PlanDraft::priorities_or_default() const {
    return priorities.is_written() ? priorities.value : default_priorities();
}

void apply(PlanDrafts& drafts, const PlanNamed& event, const Stamp& stamp) {
    PlanDraft& draft = drafts[event.plan_id];
    draft.id = event.plan_id;
    draft.name.offer(event.name, stamp);
}

void apply(PlanDrafts& drafts, const PlanDiscarded& event, const Stamp& stamp) {
    PlanDraft& draft = drafts[event.plan_id];
    draft.id = event.plan_id;
    draft.discarded.offer(event.discarded, stamp);
}

void apply(PlanDrafts& drafts, const PlanMarkChanged& event, const Stamp& stamp) {
    PlanDraft& draft = drafts[event.plan_id];
    draft.id = event.plan_id;
    draft.marks[event.course_run_id].offer(event.mark, stamp);
}

void apply(PlanDrafts& drafts, const PlanLimitsChanged& event, const Stamp& stamp) {
    PlanDraft& draft = drafts[event.plan_id];
    draft.id = event.plan_id;
    draft.limits.offer(event.limits, stamp);
}

void apply(PlanDrafts& drafts, const PlanPrioritiesChanged& event, const Stamp& stamp) {
    PlanDraft& draft = drafts[event.plan_id];
    draft.id = event.plan_id;
    draft.priorities.offer(event.priorities, stamp);
}

}  // namespace xueshi::plan

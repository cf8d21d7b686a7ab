#include <algorithm>

#include "core/plan/plan_draft.h"

namespace xueshi::plan {
namespace {

const PlanDraft* find_existing(const PlanDrafts& drafts, const PlanId& id) {
    const auto found = drafts.find(id);
    return found != drafts.end() && found->second.exists() ? &found->second : nullptr;
}

Error unknown_plan(const PlanId& id) { return make_error(kUnknownPlan, id.text); }

bool is_in_plan(PlanMark mark) { return mark == PlanMark::Chosen || mark == PlanMark::Pinned; }

}  // namespace

Result<PlanNamed> decide(const PlanDrafts& drafts, const NamePlan& command) {
    if (command.name.empty() || command.name.size() > kMaxPlanNameBytes) {
        return make_error(kPlanNameInvalid, "name");
    }
    if (find_existing(drafts, command.plan_id) == nullptr) {
        const auto existing = std::count_if(drafts.begin(), drafts.end(),
                                            [](const auto& entry) { return entry.second.exists(); });
        if (static_cast<std::size_t>(existing) >= kMaxDrafts) return make_error(kTooManyPlans);
    }
    return PlanNamed{command.plan_id, command.name};
}

Result<PlanDiscarded> decide(const PlanDrafts& drafts, const DiscardPlan& command) {
    if (find_existing(drafts, command.plan_id) == nullptr) return unknown_plan(command.plan_id);
    return PlanDiscarded{command.plan_id, true};
}

Result<std::vector<PlanDiscarded>> decide(const PlanDrafts& drafts, const KeepPlan& command) {
    const PlanDraft* draft = find_existing(drafts, command.plan_id);
    if (draft == nullptr) return unknown_plan(command.plan_id);
    if (!draft->discarded.is_contested()) return std::vector<PlanDiscarded>{};
    return std::vector<PlanDiscarded>{{command.plan_id, false}};
}

Result<std::vector<PlanMarkChanged>> decide(const PlanDrafts& drafts, const MarkCourseRun& command) {
    const PlanDraft* draft = find_existing(drafts, command.plan_id);
    if (draft == nullptr) return unknown_plan(command.plan_id);
    const auto held = draft->marks.find(command.course_run_id);
    const bool is_contested = held != draft->marks.end() && held->second.is_contested();
    if (!is_contested && draft->mark_of(command.course_run_id) == command.mark) {
        return std::vector<PlanMarkChanged>{};
    }
    if (draft->marks.size() >= kMaxMarksPerPlan && !draft->marks.contains(command.course_run_id)) {
        return make_error(kPlanTooLarge, command.plan_id.text);
    }
    return std::vector<PlanMarkChanged>{{command.plan_id, command.course_run_id, command.mark}};
}

Result<std::vector<PlanMarkChanged>> decide(const PlanDrafts& drafts, const AdoptProposal& command) {
    const PlanDraft* draft = find_existing(drafts, command.plan_id);
    if (draft == nullptr) return unknown_plan(command.plan_id);
    std::vector<PlanMarkChanged> changes;
    for (const CourseRunId& run : draft->marked(PlanMark::Chosen)) {
        const auto& kept = command.course_run_ids;
        if (std::find(kept.begin(), kept.end(), run) == kept.end()) {
            changes.push_back({command.plan_id, run, PlanMark::None});
        }
    }
    std::size_t added = 0;
    for (const CourseRunId& run : command.course_run_ids) {
        if (is_in_plan(draft->mark_of(run))) continue;
        if (!draft->marks.contains(run)) ++added;
        changes.push_back({command.plan_id, run, PlanMark::Chosen});
    }
    if (draft->marks.size() + added > kMaxMarksPerPlan) {
        return make_error(kPlanTooLarge, command.plan_id.text);
    }
    return changes;
}

Result<PlanLimitsChanged> decide(const PlanDrafts& drafts, const SetPlanLimits& command) {
    if (find_existing(drafts, command.plan_id) == nullptr) return unknown_plan(command.plan_id);
    return PlanLimitsChanged{command.plan_id, command.limits};
}

Result<PlanPrioritiesChanged> decide(const PlanDrafts& drafts, const SetPlanPriorities& command) {
    if (find_existing(drafts, command.plan_id) == nullptr) return unknown_plan(command.plan_id);
    if (!is_complete_order(command.priorities)) return make_error(kPrioritiesIncomplete, "priorities");
    return PlanPrioritiesChanged{command.plan_id, command.priorities};
}

}  // namespace xueshi::plan

#include "core/app/undo.h"

#include <algorithm>
#include <optional>

namespace xueshi::app {
namespace {

const plan::PlanDraft* find_draft(const TeacherState& state, const PlanId& id) {
    const auto found = state.plans.find(id);
    return found == state.plans.end() ? nullptr : &found->second;
}

std::optional<Event> inverse_of_one(const TeacherState& before, const Event& event) {
    if (const auto* named = std::get_if<plan::PlanNamed>(&event)) {
        const plan::PlanDraft* draft = find_draft(before, named->plan_id);
        if (draft == nullptr || !draft->exists()) return plan::PlanDiscarded{named->plan_id, true};
        return plan::PlanNamed{named->plan_id, draft->name.value()};
    }
    if (const auto* discarded = std::get_if<plan::PlanDiscarded>(&event)) {
        const plan::PlanDraft* draft = find_draft(before, discarded->plan_id);
        return plan::PlanDiscarded{discarded->plan_id, draft == nullptr || !draft->exists()};
    }
    if (const auto* changed = std::get_if<plan::PlanMarkChanged>(&event)) {
        const plan::PlanDraft* draft = find_draft(before, changed->plan_id);
        const plan::PlanMark mark =
            draft == nullptr ? plan::PlanMark::None : draft->mark_of(changed->course_run_id);
        return plan::PlanMarkChanged{changed->plan_id, changed->course_run_id, mark};
    }
    if (const auto* limited = std::get_if<plan::PlanLimitsChanged>(&event)) {
        const plan::PlanDraft* draft = find_draft(before, limited->plan_id);
        return plan::PlanLimitsChanged{limited->plan_id,
                                       draft == nullptr ? plan::PlanLimits{} : draft->limits.value()};
    }
    if (const auto* ordered = std::get_if<plan::PlanPrioritiesChanged>(&event)) {
        const plan::PlanDraft* draft = find_draft(before, ordered->plan_id);
        return plan::PlanPrioritiesChanged{
            ordered->plan_id, draft == nullptr ? plan::default_priorities() : draft->priorities_or_default()};
    }
    if (std::get_if<CourseThemesWanted>(&event) != nullptr) return CourseThemesWanted{before.wanted_themes.value};
    if (std::get_if<ThemeChosen>(&event) != nullptr) return ThemeChosen{before.theme.value};
    return std::nullopt;
}

}  // namespace

std::vector<Event> inverse_of(const TeacherState& before, const std::vector<Event>& events) {
    std::vector<Event> inverse;
    for (const Event& event : events) {
        if (auto one = inverse_of_one(before, event)) inverse.push_back(*std::move(one));
    }
    std::reverse(inverse.begin(), inverse.end());
    return inverse;
}

}  // namespace xueshi::app

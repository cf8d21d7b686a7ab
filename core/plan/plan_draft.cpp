#include "core/plan/plan_draft.h"

#include <algorithm>

namespace xueshi::plan {

PlanPriorities default_priorities() {
    return {PlanPriority::LeastFee, PlanPriority::FewestHours, PlanPriority::BestFit,
            PlanPriority::FewestCourses};
}

bool is_complete_order(const PlanPriorities& priorities) {
    const PlanPriorities every = default_priorities();
    return std::is_permutation(priorities.begin(), priorities.end(), every.begin(), every.end());
}

bool PlanDraft::exists() const {
    if (!name.is_written()) return false;
    if (!discarded.is_written()) return true;
    return discarded.is_contested() || !discarded.value();
}

std::size_t PlanDraft::contested_parts() const {
    if (!exists()) return 0;
    std::size_t parts = 0;
    for (const bool is_contested : {discarded.is_contested(), name.is_contested(), limits.is_contested(),
                                    priorities.is_contested()}) {
        parts += is_contested ? 1u : 0u;
    }
    for (const auto& entry : marks) parts += entry.second.is_contested() ? 1u : 0u;
    return parts;
}

PlanMark PlanDraft::mark_of(const CourseRunId& run) const {
    const auto found = marks.find(run);
    return found == marks.end() ? PlanMark::None : found->second.value();
}

std::vector<CourseRunId> PlanDraft::chosen() const {
    std::vector<CourseRunId> runs;
    for (const auto& [run, mark] : marks) {
        const PlanMark shown = mark.value();
        if (shown == PlanMark::Chosen || shown == PlanMark::Pinned) runs.push_back(run);
    }
    return runs;
}

std::vector<CourseRunId> PlanDraft::marked(PlanMark wanted) const {
    std::vector<CourseRunId> runs;
    for (const auto& [run, mark] : marks) {
        if (mark.value() == wanted) runs.push_back(run);
    }
    return runs;
}

PlanPriorities PlanDraft::priorities_or_default() const {
    return priorities.is_written() ? priorities.value() : default_priorities();
}

}  // namespace xueshi::plan

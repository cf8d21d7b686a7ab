#include "core/allocation/best_placement.h"

#include <algorithm>

#include "core/allocation/placement_table.h"
#include "core/allocation/staged_placement.h"

namespace xueshi::allocation {

BestPlacement best_placement(const PlacementProblem& problem, std::int64_t most_work) {
    constexpr std::int64_t kQuickSteps = 3'000;          // less than a search needs to begin
    constexpr std::int64_t kBearableSteps = 30'000'000;  // a second
    constexpr std::int64_t kStepsInANode = 8;            // as long as a node of the search takes
    if (problem.courses.empty()) return {{}, value_of(problem, {}), 0, true};
    const auto steps = table_steps(problem);
    const auto answer = [&](const Placement& placement, std::int64_t work, bool is_proven) {
        return BestPlacement{placement, value_of(problem, placement), work, is_proven};
    };
    if (steps && *steps <= kQuickSteps) return answer(place_by_table(problem), *steps, true);
    const bool has_table = steps && *steps <= kBearableSteps;
    const StagedPlacement staged = place_by_search(problem, has_table ? std::min(most_work, *steps / kStepsInANode) : most_work);
    if (staged.has_ended || !has_table) return answer(staged.best, staged.nodes, staged.has_ended);
    return answer(place_by_table(problem), staged.nodes + *steps, true);
}

}  // namespace xueshi::allocation

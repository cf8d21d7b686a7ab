// Exact search over partial plans by dynamic programming with bounds.
//
// The items of the model are decided one after the other, in the order they stand. A label is a partial plan; two labels with equal needs,
// rooms, used exclusions and distances have the same completions, so only the better one is kept (under a
// limit that does not follow the cost: the ones neither dearer nor heavier). Labels no bound lets
// finish within the ceiling are dropped. Nothing else is dropped, so: if any plan of the model costs
// at most the ceiling, the best one is found, ties by ids included; otherwise none is.
//
// When a layer grows, the relaxation of one of its labels is solved again and its prices become one more
// bound for all later labels: the bounds sharpen where the search is.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/plan/dual_bound.h"

namespace xueshi::plan {

inline constexpr std::int64_t kNoCeiling = std::numeric_limits<std::int64_t>::max();

struct PricedGoal {
    Prices prices;
    RelaxedGoal goal = RelaxedGoal::Cost;
};

struct FinishedPlan {
    std::int64_t cost = 0;  // shortfall included, above the model's starting cost of 0
    std::vector<Row> rows;  // chosen among the items, ascending
};

// Plans within the ceiling, best first: the first is the optimum of the model under the known exclusions; the
// others (at most `most`) are the best of other final states, and only serve to learn from.
// `nodes` grows by the labels made.
std::vector<FinishedPlan> search_labels(const SearchModel& model, const KnownExclusions& exclusions,
                                        const std::vector<PricedGoal>& priced, std::int64_t scale,
                                        std::int64_t ceiling, std::size_t most, std::int64_t& nodes);

}  // namespace xueshi::plan

// Exact search over partial plans by dynamic programming with bounds, layer by layer.
//
// The items of the core are decided one after the other, in the order they stand. A label is a
// partial plan; two labels with equal needs, rooms, used exclusions and distances have the same
// completions, so only the better one is kept (under a limit that does not follow the cost: those
// neither dearer nor heavier). Labels that no bound lets finish within the ceiling are dropped.
// Nothing else is dropped, so: if any plan of the core costs at most the ceiling, the best one is
// found, ties by ids included; otherwise none is.
//
// When a layer grows, the relaxation of one of its labels is solved again and its prices become one
// more bound for all later labels: the bounds sharpen where the search is.
#pragma once

#include <cstdint>
#include <vector>

#include "core/plan/label_rules.h"

namespace xueshi::plan {

struct FinishedPlan {
    std::int64_t cost = 0;  // what it misses included
    std::vector<Row> rows;  // chosen among the items, ascending
};

struct SearchEffort {
    std::size_t widest_layer = 0;  // 0: any; else only the most promising labels stay: no proof
    std::int64_t most_nodes = 0;   // 0: any; else the search is given up beyond
};

struct LabelOutcome {
    // Best first. The first is the optimum under the known exclusions if the search is a proof; the
    // others are the best of other final states and only serve to learn from.
    std::vector<FinishedPlan> plans;
    bool is_proof = true;
};

// `nodes` grows by the labels made.
LabelOutcome search_labels(const SearchTask& task, const SearchEffort& effort, std::int64_t& nodes);

}  // namespace xueshi::plan

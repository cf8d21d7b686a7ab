// Branch and bound around the search by layers, for problems one search is not enough for.
//
// A subproblem is priced anew, which sharpens the bounds and shrinks its core, and searched by
// layers with limited patience. When that runs out, the offering the relaxation is most undecided
// about is taken in one half and left out in the other; taking it also removes everything it
// excludes. Clashes and the relaxation's fractions, which prices alone cannot settle, are settled
// this way.
#pragma once

#include <cstdint>
#include <optional>

#include "core/plan/label_search.h"
#include "core/plan/plan_core.h"

namespace xueshi::plan {

enum class TieRule : std::uint8_t {
    AnyOptimum,  // only the cost is proven: quicker where many plans cost the same
    SmallestIds,
};

struct BranchOutcome {
    std::optional<FinishedPlan> best;  // the better of what was found and what was known
    bool is_proof = true;              // false: given up beyond `most_nodes`
};

// The best plan of the core that costs no more than `known`, or where none is known, than
// `ceiling`. The search is given up soon after `most_nodes`.
BranchOutcome search_branches(const OfferingTable& table,
                              const PlanCore& core,
                              const ExclusionBook& book,
                              const std::optional<FinishedPlan>& known,
                              std::int64_t ceiling,
                              TieRule rule,
                              std::int64_t most_nodes,
                              std::int64_t& nodes);

}  // namespace xueshi::plan

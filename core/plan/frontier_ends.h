// The two ends of a frontier, and the budgets between them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/plan_question.h"

namespace xueshi::plan {

struct FrontierEnds {
    std::vector<Row> least;    // the best `by` of all plans
    std::vector<Row> richest;  // the best `best`, then the best `by`
    std::int64_t lowest = 0;   // their values of `by`
    std::int64_t highest = 0;
    std::int64_t steps = 0;  // one less than the points asked for

    // lowest + ⌊i (highest − lowest) / steps⌋ for i from 0 to `steps`, without leaving 64 bits.
    std::int64_t budget_at(std::int64_t i) const;
};

// None where there is no plan, or no point is asked for. `nodes` grows by the work done.
std::optional<FrontierEnds> find_frontier_ends(const OfferingTable& table,
                                               const FrontierRequest& request,
                                               std::int64_t& nodes);

// What each budget is asked: the best `best`, then the best `by`, within the highest budget, which
// is the last limit.
PlanQuestion frontier_question(const OfferingTable& table,
                               const FrontierRequest& request,
                               const FrontierEnds& ends);

}  // namespace xueshi::plan

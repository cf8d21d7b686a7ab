// Several plans of one feasible problem: the next best ones, and the trade between two keys.
#pragma once

#include <cstdint>
#include <vector>

#include "core/plan/plan_question.h"

namespace xueshi::plan {

// Up to `request.count` further plans in the total order, each at least `request.differ` ids away
// from `best` and from one another; fewer when there are no more.
[[gnu::noinline]] std::vector<std::vector<Row>> find_alternatives(const OfferingTable& table,
                                                const AlternativesRequest& request,
                                                const std::vector<Row>& best,
                                                std::int64_t& nodes);

// For the budgets of `by` between its best value and what the best `best` costs of it: the plan
// with the best `best` within the budget, then the best `by`, then the tie rule. Equal plans once.
// The problem must be feasible.
[[gnu::noinline]] std::vector<std::vector<Row>> find_frontier(const OfferingTable& table,
                                            const FrontierRequest& request,
                                            std::int64_t& nodes);

}  // namespace xueshi::plan

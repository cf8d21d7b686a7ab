#include "core/plan/plan_series.h"

#include <algorithm>

#include "core/plan/budgeted_question.h"
#include "core/plan/frontier_ends.h"

namespace xueshi::plan {
std::vector<std::vector<Row>> find_alternatives(const OfferingTable& table,
                                                const AlternativesRequest& request,
                                                const std::vector<Row>& best,
                                                std::int64_t& nodes) {
    PlanQuestion question = question_of(table);
    question.differ = request.differ;
    question.differ_from.push_back(best);
    std::vector<std::vector<Row>> plans;
    while (static_cast<std::int64_t>(plans.size()) < request.count) {
        auto next = best_plan(table, question, nodes);
        if (!next) break;
        question.differ_from.push_back(*next);
        plans.push_back(std::move(*next));
    }
    return plans;
}

std::vector<std::vector<Row>> find_frontier(const OfferingTable& table,
                                            const FrontierRequest& request,
                                            std::int64_t& nodes) {
    auto ends = find_frontier_ends(table, request, nodes);
    if (!ends) return {};
    // From the largest budget down: a plan that costs less than its budget answers every budget
    // between, so only budgets under the last plan's cost are asked.
    BudgetedQuestion budgeted(table, frontier_question(table, request, *ends));
    std::vector<std::vector<Row>> plans;
    if (ends->budget_at(ends->steps) >= ends->highest) plans.push_back(ends->richest);
    for (std::int64_t i = ends->steps; i >= 0; --i) {
        const std::int64_t budget = ends->budget_at(i);
        if (!plans.empty() && total_of(table, plans.back(), request.by) <= budget) continue;
        auto plan = budgeted.best_within(budget, ends->least, nodes);
        if (plan) plans.push_back(std::move(*plan));
    }
    std::reverse(plans.begin(), plans.end());
    return plans;
}

}  // namespace xueshi::plan

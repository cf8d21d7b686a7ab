#include "core/plan/plan_series.h"

#include <algorithm>

#include "core/plan/budgeted_question.h"

namespace xueshi::plan {
namespace {

std::int64_t total_of(const OfferingTable& table, const std::vector<Row>& rows, ObjectiveKey key) {
    std::int64_t total = 0;
    for (const Row row : rows) total += signed_value(table.at(row), key);
    return total;
}

// lo + ⌊i·(hi − lo) / steps⌋ without leaving 64 bits: the span is divided first, its rest after.
std::int64_t budget_at(std::int64_t lo, std::int64_t hi, std::int64_t i, std::int64_t steps) {
    const std::int64_t span = hi - lo;
    if (steps <= 0 || span <= 0) return lo;
    const std::int64_t whole = span / steps;
    const std::int64_t rest = span % steps;
    return lo + whole * i + rest * i / steps;  // both factors below kMostFrontierPoints
}

}  // namespace

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
    if (request.max_points <= 0) return {};
    PlanQuestion question = question_of(table);
    question.objective = {request.by};
    const auto least = best_plan(table, question, nodes);
    question.objective = {request.best};
    if (request.best.measure != request.by.measure) question.objective.push_back(request.by);
    const auto richest = best_plan(table, question, nodes);
    if (!least || !richest) return {};
    const std::int64_t lo = total_of(table, *least, request.by);
    const std::int64_t hi = total_of(table, *richest, request.by);

    // From the largest budget down: a plan that costs less than its budget answers every budget
    // between, so only budgets under the last plan's cost are asked.
    question.limits.push_back({request.by, hi});
    BudgetedQuestion budgeted(table, std::move(question));
    std::vector<std::vector<Row>> plans;
    const std::int64_t steps = request.max_points - 1;
    if (budget_at(lo, hi, steps, steps) >= hi) plans.push_back(*richest);
    for (std::int64_t i = steps; i >= 0; --i) {
        const std::int64_t budget = budget_at(lo, hi, i, steps);
        if (!plans.empty() && total_of(table, plans.back(), request.by) <= budget) continue;
        auto plan = budgeted.best_within(budget, *least, nodes);
        if (plan) plans.push_back(std::move(*plan));
    }
    std::reverse(plans.begin(), plans.end());
    return plans;
}

}  // namespace xueshi::plan

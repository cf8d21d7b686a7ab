#include "core/plan/solve.h"

#include <algorithm>

#include "core/plan/nearest_plan.h"
#include "core/plan/plan_conflict.h"
#include "core/plan/plan_question.h"
#include "core/plan/plan_series.h"

namespace xueshi::plan {
namespace {

std::optional<NearestPlan> find_nearest(const OfferingTable& table, std::int64_t& nodes) {
    const auto rows = find_nearest_plan(table, nodes);
    if (!rows) return std::nullopt;
    NearestPlan nearest{describe_plan(table, *rows), {}};
    const auto& requirements = table.problem->requirements;
    for (std::size_t q = 0; q < requirements.size(); ++q) {
        const auto& [id, counted] = nearest.plan.counted[q];
        const DeciHours missing = missing_hours(counted, requirements[q].min_hours);
        if (missing > DeciHours{}) nearest.missing.emplace_back(id, missing);
    }
    return nearest;
}

std::vector<ProposedPlan> describe_all(const OfferingTable& table,
                                       const std::vector<std::vector<Row>>& plans) {
    std::vector<ProposedPlan> described;
    for (const std::vector<Row>& plan : plans) described.push_back(describe_plan(table, plan));
    return described;
}

}  // namespace

PlanningAnswer solve(const PlanningProblem& problem) {
    PlanningAnswer answer;
    const OfferingTable table = make_offering_table(problem);
    const auto best = best_plan(table, question_of(table), answer.nodes);
    if (!best) {
        InfeasibleAnswer infeasible;
        infeasible.nearest = find_nearest(table, answer.nodes);
        infeasible.conflict = find_conflict(table, answer.nodes);
        answer.verdict = std::move(infeasible);
        return answer;
    }
    OptimalAnswer optimal;
    optimal.best = describe_plan(table, *best);
    if (problem.alternatives) {
        optimal.alternatives = describe_all(
            table, find_alternatives(table, *problem.alternatives, *best, answer.nodes));
    }
    if (problem.frontier) {
        optimal.frontier =
            describe_all(table, find_frontier(table, *problem.frontier, answer.nodes));
    }
    answer.verdict = std::move(optimal);
    return answer;
}

}  // namespace xueshi::plan

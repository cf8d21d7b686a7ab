#include "core/plan/frontier_ends.h"

#include <utility>

namespace xueshi::plan {
namespace {

std::vector<ObjectiveKey> best_then_by(const FrontierRequest& request) {
    std::vector<ObjectiveKey> keys{request.best};
    if (request.best.measure != request.by.measure) keys.push_back(request.by);
    return keys;
}

}  // namespace

std::int64_t FrontierEnds::budget_at(std::int64_t i) const {
    const std::int64_t span = highest - lowest;
    if (steps <= 0 || span <= 0) return lowest;
    // The span is divided first, its rest after: both factors stay below kMostFrontierPoints.
    return lowest + span / steps * i + span % steps * i / steps;
}

std::optional<FrontierEnds> find_frontier_ends(const OfferingTable& table,
                                               const FrontierRequest& request,
                                               std::int64_t& nodes) {
    if (request.max_points <= 0) return std::nullopt;
    PlanQuestion question = question_of(table);
    question.objective = {request.by};
    auto least = best_plan(table, question, nodes);
    question.objective = best_then_by(request);
    auto richest = best_plan(table, question, nodes);
    if (!least || !richest) return std::nullopt;
    FrontierEnds ends{std::move(*least), std::move(*richest), 0, 0, request.max_points - 1};
    ends.lowest = total_of(table, ends.least, request.by);
    ends.highest = total_of(table, ends.richest, request.by);
    return ends;
}

PlanQuestion frontier_question(const OfferingTable& table,
                               const FrontierRequest& request,
                               const FrontierEnds& ends) {
    PlanQuestion question = question_of(table);
    question.objective = best_then_by(request);
    question.limits.push_back({request.by, ends.highest});
    return question;
}

}  // namespace xueshi::plan

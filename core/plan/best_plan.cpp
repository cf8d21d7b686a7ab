// The unique best plan of one question (declared in plan_question.h).
//
// 1. Reduce the question to a SearchModel and weigh the objective into one integer per item.
// 2. Price it (plan_core.h): a proven lower bound, and how far above it each item's other choice
// would be.
// 3. Search the core exactly within a ceiling guessed from below, and raise the ceiling until
//    something is found: then that is the optimum, for everything cheaper was searched. A few
//    hundred nodes settle most questions.
// 4. Where that grows long, a narrow search of a larger core, no proof, finds some plan: no
//    ceiling need be higher. Then ceilings are raised again, with patience.
// 5. Where patience ends, the problem is divided within the ceiling (branch_search.h), in turn
//    with step 4 and growing patience, so that neither can cost much more than the better of the
//    two: the optimal cost is proven first, then the smallest list of ids, by depth (first_plan.h)
//    where very many plans are equally good.
// 6. Clashes and groups are left out at first. When an optimum found breaks one, that exclusion
// becomes known
//    and the search is repeated: every such optimum is a relaxation's, and the first that keeps
//    them all is the optimum.
#include <algorithm>
#include <optional>

#include "core/plan/best_plan_search.h"

namespace xueshi::plan {
namespace {

std::int64_t shortfall_of(const OfferingTable& table,
                          const PlanQuestion& question,
                          const std::vector<Row>& rows) {
    const std::vector<std::int64_t> counted = counted_hours(table, rows);
    std::int64_t total = 0;
    for (std::size_t q = 0; q < counted.size(); ++q) {
        const std::int64_t needed = table.problem->requirements[q].min_hours.tenths;
        if (question.requirement_holds[q] != 0)
            total += std::max<std::int64_t>(0, needed - counted[q]);
    }
    return total;
}

// Where the keys do not fit one integer together: each alone, what is settled becoming a limit.
std::optional<std::vector<Row>> settle_keys_in_turn(const OfferingTable& table,
                                                    PlanQuestion question,
                                                    std::int64_t& nodes) {
    std::vector<ObjectiveKey> keys = question.objective;
    const bool counts = std::any_of(
        keys.begin(), keys.end(), [](ObjectiveKey key) { return key.measure == Measure::Count; });
    if (!counts) keys.push_back({Measure::Count, false});
    std::optional<std::int64_t> miss_limit;
    std::optional<std::vector<Row>> best;
    const auto settle = [&](std::optional<ObjectiveKey> key) {
        question.objective.clear();
        if (key) question.objective.push_back(*key);
        auto model = make_search_model(table, question);
        if (!model) return false;
        model->miss_limit = miss_limit;
        weigh_single_key(table, key, *model);
        best = BestPlanSearch(table, std::move(*model), nodes).run();
        return best.has_value();
    };
    if (question.may_miss) {
        if (!settle(std::nullopt)) return std::nullopt;
        miss_limit = shortfall_of(table, question, *best);
    }
    for (const ObjectiveKey key : keys) {
        if (!settle(key)) return std::nullopt;
        question.limits.push_back({key, total_of(table, *best, key)});
    }
    return best;
}

// A count is a small number, and the relaxation's is a fraction below it: together with the keys
// after it the bound would lie that fraction too low, which can be worth more than all of those
// keys. So the least count that prices allow is made a limit, and the other keys alone decide. No
// outer value: the count is not that one, and this way says nothing.
std::optional<std::optional<std::vector<Row>>> settle_count_first(const OfferingTable& table,
                                                                  PlanQuestion question,
                                                                  std::int64_t& nodes) {
    constexpr std::int64_t kTries = 2;
    const ObjectiveKey count = question.objective.front();
    auto model = make_search_model(table, question);
    if (!model) return std::optional<std::vector<Row>>();
    weigh_single_key(table, count, *model);
    remove_dominated(table, *model);
    ExclusionBook book(table, *model);
    const PricedModel priced(*model, book, nodes);
    if (priced.is_impossible()) return std::optional<std::vector<Row>>();
    if (!priced.has_bound()) return std::nullopt;
    std::int64_t pinned = 0;
    for (const Row row : model->taken) pinned += signed_value(table.at(row), count);
    question.objective.erase(question.objective.begin());
    question.known.reset();  // it need not keep to this count
    question.limits.push_back({count, pinned + priced.lower_bound()});
    for (std::int64_t t = 0; t < kTries; ++t, ++question.limits.back().bound) {
        if (auto plan = best_plan(table, question, nodes)) return plan;
    }
    return std::nullopt;
}

}  // namespace

PlanQuestion question_of(const OfferingTable& table) {
    const PlanningProblem& problem = *table.problem;
    PlanQuestion question;
    question.requirement_holds.assign(problem.requirements.size(), 1);
    question.pin_holds.assign(table.pins.size(), 1);
    if (problem.limits.max_fee)
        question.limits.push_back({{Measure::Fee, false}, *problem.limits.max_fee});
    if (problem.limits.max_hours) {
        question.limits.push_back({{Measure::Hours, false}, problem.limits.max_hours->tenths});
    }
    question.objective = problem.objective;
    return question;
}

std::optional<std::vector<Row>> best_plan(const OfferingTable& table,
                                          const PlanQuestion& question,
                                          std::int64_t& nodes) {
    auto model = make_search_model(table, question);
    if (!model) return std::nullopt;
    if (!weigh_objective(table, question.objective, *model)) {
        return settle_keys_in_turn(table, question, nodes);
    }
    if (counts_first(question, question.known.has_value())) {
        if (auto plan = settle_count_first(table, question, nodes)) return *plan;
    }
    const std::vector<SearchItem> all_items = model->items;
    remove_dominated(table, *model);
    BestPlanSearch search(table, std::move(*model), nodes);
    return answer_question(table, search, question, all_items, nodes);
}

}  // namespace xueshi::plan

#include "core/plan/nearest_plan.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace xueshi::plan {
namespace {

// Hours come in steps: what is missing of a requirement is a multiple of the greatest step that divides them all.
std::int64_t step_of(const OfferingTable& table) {
    const PlanningProblem& problem = *table.problem;
    std::int64_t step = 0;
    const auto take = [&step](DeciHours hours) { step = std::gcd(step, hours.tenths); };
    for (const Requirement& requirement : problem.requirements) take(requirement.min_hours);
    for (const Cap& cap : problem.caps) take(cap.max_hours);
    for (const Credited& credited : problem.credited) take(credited.hours);
    for (const Offering& offering : problem.offerings) take(offering.hours);
    return step;
}

// The contract's total order, as something to compare: signed keys, the count, the ids.
using Rank = std::tuple<std::vector<std::int64_t>, std::size_t, std::vector<Row>>;

Rank rank_of(const OfferingTable& table, const std::vector<Row>& rows) {
    std::vector<std::int64_t> values;
    for (const ObjectiveKey key : table.problem->objective) {
        std::int64_t value = 0;
        for (const Row row : rows) value += signed_value(table.at(row), key);
        values.push_back(value);
    }
    return {std::move(values), rows.size(), rows};
}

// A shortfall of few steps can be shared among the requirements in few ways, and with each way the question is an
// ordinary one, mostly without an answer, which is proven at once. Searching for all shortfalls together is a
// hundred times slower just there: a hair's breadth below what is possible, where every plan is nearly good enough.
class SharedShortfall {
  public:
    SharedShortfall(const OfferingTable& table, std::int64_t step, std::int64_t& nodes)
        : table_(table), step_(step), nodes_(nodes), question_(question_of(table)) {
        question_.conceded.assign(table.problem->requirements.size(), 0);
    }

    // The best plan among those that miss `steps` in all, if there is one.
    std::optional<std::vector<Row>> best_missing(std::int64_t steps) {
        best_.reset();
        share(0, steps);
        return best_ ? std::optional(std::get<2>(*best_)) : std::nullopt;
    }

  private:
    void share(std::size_t requirement, std::int64_t steps) {
        const auto& requirements = table_.problem->requirements;
        std::int64_t& conceded = question_.conceded[requirement];
        const std::int64_t most = requirements[requirement].min_hours.tenths / step_;
        if (requirement + 1 == requirements.size()) {
            if (steps > most) return;
            conceded = steps * step_;
            ask();
        } else {
            for (std::int64_t here = 0; here <= std::min(steps, most); ++here) {
                conceded = here * step_;
                share(requirement + 1, steps - here);
            }
        }
        conceded = 0;
    }

    void ask() {
        const auto rows = best_plan(table_, question_, nodes_);
        if (!rows) return;
        Rank rank = rank_of(table_, *rows);
        if (!best_ || rank < *best_) best_ = std::move(rank);
    }

    const OfferingTable& table_;
    const std::int64_t step_;
    std::int64_t& nodes_;
    PlanQuestion question_;
    std::optional<Rank> best_;
};

constexpr std::int64_t kMostSharedSteps = 3;    // of a shortfall tried this way; four requirements: 34 questions
constexpr std::size_t kMostRequirements = 6;  // beyond, sharing has too many ways

}  // namespace

std::optional<std::vector<Row>> find_nearest_plan(const OfferingTable& table, std::int64_t& nodes) {
    const std::size_t requirements = table.problem->requirements.size();
    const std::int64_t step = step_of(table);
    if (requirements > 0 && requirements <= kMostRequirements && step > 0) {
        SharedShortfall shortfall(table, step, nodes);
        for (std::int64_t steps = 1; steps <= kMostSharedSteps; ++steps) {
            if (auto plan = shortfall.best_missing(steps)) return plan;
        }
    }
    PlanQuestion question = question_of(table);
    question.may_miss = true;
    return best_plan(table, question, nodes);
}

}  // namespace xueshi::plan

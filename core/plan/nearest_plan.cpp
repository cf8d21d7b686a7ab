#include "core/plan/nearest_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/plan/best_plan_search.h"

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

// What may be missed of each need of the model below, in tenths.
using Conceded = std::vector<std::int64_t>;

// Whether any plan is left when so much of each need may be missed. The objective is the limit that bites, for then
// prices decide most of it, and what they prove of one way to share a shortfall they prove of many.
class ConcessionTrial {
  public:
    ConcessionTrial(const OfferingTable& table, std::int64_t& nodes)
        : table_(table), nodes_(nodes), question_(question_of(table)) {
        question_.objective.clear();
        if (!question_.limits.empty()) question_.objective.push_back(question_.limits.front().key);
        model_ = make_search_model(table, question_);
        if (!model_) return;
        if (!weigh_objective(table, question_.objective, *model_)) {
            model_.reset();
            return;
        }
        all_items_ = model_->items;
        // Where less is needed, a best plan holds no more of one kind: what is dominated now is so then.
        remove_dominated(table, *model_);
    }

    bool can_try() const { return model_.has_value(); }
    const std::vector<std::int64_t>& needs() const { return model_->needs; }

    // The fewest tenths in all that prices do not prove to be too few.
    std::int64_t least_total() const {
        std::int64_t least = 0;
        for (const NeedsBound& bound : bounds_) {
            const std::int64_t dearest =
                bound.price.empty() ? 0 : *std::max_element(bound.price.begin(), bound.price.end());
            if (bound.above > 0 && dearest > 0)
                least = std::max(least, (bound.above - 1) / dearest + 1);
        }
        return least;
    }

    bool is_refuted(const Conceded& conceded) const {
        return std::any_of(bounds_.begin(), bounds_.end(), [&conceded](const NeedsBound& bound) {
            std::int64_t above = bound.above;
            for (std::size_t q = 0; q < conceded.size(); ++q) above -= bound.price[q] * conceded[q];
            return above > 0;
        });
    }

    std::optional<std::vector<Row>> find_plan(const Conceded& conceded) {
        SearchModel model = *model_;
        // The rooms under caps stay as they are, though less can be used of them: bounds are for all ways alike.
        for (std::size_t q = 0; q < conceded.size(); ++q) model.needs[q] -= conceded[q];
        BestPlanSearch search(table_, std::move(model), nodes_, start_ ? &*start_ : nullptr);
        for (NeedsBound& bound : search.bounds_by_needs()) learn(std::move(bound), conceded);
        auto plan = answer_question(table_, search, question_, all_items_, nodes_);
        start_ = search.start_for_next();
        return plan;
    }

  private:
    // As the bound says it of nothing conceded.
    void learn(NeedsBound bound, const Conceded& conceded) {
        constexpr double kLargestSum = 0x1p60;
        double reach = std::abs(static_cast<double>(bound.above));
        for (std::size_t q = 0; q < conceded.size(); ++q) {
            reach += static_cast<double>(bound.price[q]) * static_cast<double>(needs()[q]);
        }
        if (!(reach < kLargestSum)) return;
        for (std::size_t q = 0; q < conceded.size(); ++q) bound.above += bound.price[q] * conceded[q];
        bounds_.push_back(std::move(bound));
    }

    const OfferingTable& table_;
    std::int64_t& nodes_;
    PlanQuestion question_;
    std::optional<SearchModel> model_;
    std::vector<SearchItem> all_items_;
    std::optional<SearchStart> start_;
    std::vector<NeedsBound> bounds_;
};

constexpr std::size_t kMostTrials = 80;   // of ways that prices leave open
constexpr std::size_t kMostWays = 60'000;  // looked at

// A shortfall can be shared among the requirements in many ways, and with each way the question is an ordinary one.
// Most have no plan, which prices prove of many at once; the objective is asked of the few that have one. Searching
// for all shortfalls together is a hundred times slower just where few steps are missing: there every plan is nearly
// good enough.
class SharedShortfall {
  public:
    SharedShortfall(const OfferingTable& table, std::int64_t step, std::int64_t& nodes)
        : table_(table), step_(step), nodes_(nodes), trial_(table, nodes) {
        const std::vector<std::int64_t> counted = counted_hours(table, table.pins);
        for (std::size_t q = 0; q < counted.size(); ++q) {
            if (table.problem->requirements[q].min_hours.tenths > counted[q]) open_.push_back(q);
        }
    }

    // The best of all plans that miss least; none where there is none, or where it is not to be found in this way.
    std::optional<std::vector<Row>> best() {
        if (!trial_.can_try() || trial_.needs().size() != open_.size()) return std::nullopt;
        std::int64_t total = 0;
        for (const std::int64_t need : trial_.needs()) total += need;
        conceded_.assign(open_.size(), 0);
        trial_.find_plan(conceded_);
        std::int64_t steps = 1;
        while (possible_.empty()) {
            steps = std::max(steps, (trial_.least_total() + step_ - 1) / step_);
            if (steps * step_ > total) return std::nullopt;
            share(0, steps);
            if (is_given_up_) return std::nullopt;
            ++steps;
        }
        for (auto& [conceded, plan] : possible_) ask(conceded, std::move(plan));
        return best_ ? std::optional(std::get<2>(*best_)) : std::nullopt;
    }

  private:
    // All ways to miss so many steps of this need and those after it.
    void share(std::size_t need, std::int64_t steps) {
        if (need == conceded_.size()) {
            if (steps == 0) try_conceded();
            return;
        }
        std::int64_t others = 0;  // the most the needs after this one can take
        for (std::size_t q = need + 1; q < conceded_.size(); ++q) others += trial_.needs()[q] / step_;
        const std::int64_t most = std::min(steps, trial_.needs()[need] / step_);
        for (std::int64_t here = std::max<std::int64_t>(0, steps - others); here <= most; ++here) {
            conceded_[need] = here * step_;
            share(need + 1, steps - here);
            if (is_given_up_) return;
        }
        conceded_[need] = 0;
    }

    void try_conceded() {
        if (++ways_ > kMostWays) is_given_up_ = true;
        if (is_given_up_ || trial_.is_refuted(conceded_)) return;
        if (++trials_ > kMostTrials) {
            is_given_up_ = true;
            return;
        }
        if (auto plan = trial_.find_plan(conceded_)) possible_.emplace_back(conceded_, std::move(*plan));
    }

    void ask(const Conceded& conceded, std::vector<Row> known) {
        PlanQuestion question = question_of(table_);
        question.conceded.assign(table_.problem->requirements.size(), 0);
        for (std::size_t q = 0; q < open_.size(); ++q) question.conceded[open_[q]] = conceded[q];
        question.known = std::move(known);
        const auto rows = best_plan(table_, question, nodes_);
        if (!rows) return;
        Rank rank = rank_of(table_, *rows);
        if (!best_ || rank < *best_) best_ = std::move(rank);
    }

    const OfferingTable& table_;
    const std::int64_t step_;
    std::int64_t& nodes_;
    ConcessionTrial trial_;
    std::vector<std::size_t> open_;  // the requirements of the model's needs
    Conceded conceded_;
    std::vector<std::pair<Conceded, std::vector<Row>>> possible_;
    std::size_t ways_ = 0;
    std::size_t trials_ = 0;
    bool is_given_up_ = false;
    std::optional<Rank> best_;
};

constexpr std::size_t kMostRequirements = 6;  // beyond, sharing has too many ways

}  // namespace

std::optional<std::vector<Row>> find_nearest_plan(const OfferingTable& table, std::int64_t& nodes) {
    const std::size_t requirements = table.problem->requirements.size();
    const std::int64_t step = step_of(table);
    if (requirements > 0 && requirements <= kMostRequirements && step > 0) {
        if (auto plan = SharedShortfall(table, step, nodes).best()) return plan;
    }
    PlanQuestion question = question_of(table);
    question.may_miss = true;
    return best_plan(table, question, nodes);
}

}  // namespace xueshi::plan

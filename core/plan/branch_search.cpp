#include "core/plan/branch_search.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace xueshi::plan {
namespace {

constexpr std::int64_t kLeastPatience = 2'000;
constexpr std::int64_t kSharesOfPatience = 6;  // of all nodes, what one subproblem may use

std::size_t index_of(std::int32_t value) { return static_cast<std::size_t>(value); }

// A model with what was decided on the way to it.
struct Subproblem {
    SearchModel model;
    std::vector<Row> fixed;
    std::int64_t fixed_cost = 0;
};

class BranchSearch {
  public:
    BranchSearch(const OfferingTable& table,
                 const std::optional<FinishedPlan>& known,
                 std::int64_t ceiling,
                 TieRule rule,
                 std::int64_t most_nodes,
                 std::int64_t& nodes)
        : table_(table),
          ceiling_(ceiling),
          rule_(rule),
          nodes_(nodes),
          last_node_(nodes + most_nodes),
          patience_(std::max(kLeastPatience, most_nodes / kSharesOfPatience)) {
        outcome_.best = known;
    }

    BranchOutcome run(const PlanCore& core, const ExclusionBook& book) {
        Subproblem whole{core.model, core.forced, core.forced_cost};
        if (drop_excluded(whole.model, whole.fixed, core.forced)) explore(std::move(whole), book);
        return std::move(outcome_);
    }

  private:
    std::int64_t ceiling_of(const Subproblem& problem) const {
        if (!outcome_.best)
            return ceiling_ == kNoCeiling ? kNoCeiling : ceiling_ - problem.fixed_cost;
        const std::int64_t allowed = outcome_.best->cost - (rule_ == TieRule::AnyOptimum ? 1 : 0);
        return allowed - problem.fixed_cost;
    }

    void explore(Subproblem problem, const ExclusionBook& known) {
        if (nodes_ > last_node_) outcome_.is_proof = false;
        if (!outcome_.is_proof) return;
        ExclusionBook book(known, problem.model);
        PricedModel priced(problem.model, book, nodes_);
        if (priced.is_impossible()) return;
        std::optional<PlanCore> core;
        while (true) {
            const std::int64_t ceiling = ceiling_of(problem);
            if (ceiling != kNoCeiling && priced.has_bound() && priced.lower_bound() > ceiling)
                return;
            core = priced.core_within(ceiling, CoreOrder::LargestGapFirst);
            if (!core) return;
            const auto prices = priced.latest_prices();
            const std::int64_t left =
                ceiling == kNoCeiling ? kNoCeiling : ceiling - core->forced_cost;
            const LabelOutcome found =
                search_labels({core->model, core->exclusions, prices, priced.scale(), left},
                              {0, patience_},
                              nodes_);
            if (!found.is_proof) break;
            if (found.plans.empty() || !take_news(found.plans, problem, *core, book)) return;
            priced.price_again(ceiling);
        }
        branch(problem, *core, book);
    }

    // Offers the first plan that breaks nothing. True when the best one broke something.
    bool take_news(const std::vector<FinishedPlan>& plans,
                   const Subproblem& problem,
                   const PlanCore& core,
                   ExclusionBook& book) {
        bool is_first = true;
        for (const FinishedPlan& plan : plans) {
            std::vector<Row> rows = plan.rows;
            rows.insert(rows.end(), core.forced.begin(), core.forced.end());
            if (book.learn(rows)) {
                is_first = false;
                continue;
            }
            rows.insert(rows.end(), problem.fixed.begin(), problem.fixed.end());
            std::sort(rows.begin(), rows.end());
            offer({plan.cost + core.forced_cost + problem.fixed_cost, std::move(rows)});
            break;
        }
        return !is_first;
    }

    void offer(FinishedPlan plan) {
        const auto& best = outcome_.best;
        const bool is_better =
            !best || plan.cost < best->cost || (plan.cost == best->cost && plan.rows < best->rows);
        if (is_better) outcome_.best = std::move(plan);
    }

    void branch(const Subproblem& problem, const PlanCore& core, const ExclusionBook& book) {
        Subproblem rest{core.model, problem.fixed, problem.fixed_cost + core.forced_cost};
        rest.fixed.insert(rest.fixed.end(), core.forced.begin(), core.forced.end());
        if (!drop_excluded(rest.model, rest.fixed, core.forced) || rest.model.items.empty()) {
            if (rest.model.items.empty()) explore(std::move(rest), book);
            return;
        }
        const auto [item, amount] = most_undecided(rest.model, book);
        const bool takes_first = amount >= 0.5;
        for (const bool takes : {takes_first, !takes_first}) {
            Subproblem half = rest;
            if (decide(half, item, takes)) explore(std::move(half), book);
        }
    }

    struct Undecided {
        std::size_t item = 0;
        double amount = 0;
    };

    // The item whose amount in the relaxation is nearest to one half, long offerings first among
    // equals.
    Undecided most_undecided(const SearchModel& model, const ExclusionBook& known) {
        const ExclusionBook book(known, model);
        std::vector<std::int32_t> all(model.items.size());
        std::iota(all.begin(), all.end(), 0);
        PlanState state;
        state.needs = model.needs;
        for (const CapMeter& meter : model.meters) state.rooms.push_back(meter.room);
        state.hours_room = model.hours_room.value_or(0);
        for (const SearchLimit& limit : model.limits) state.limit_rooms.push_back(limit.room);
        state.used.assign(book.known().words, 0);
        const Relaxation relaxed = relax(model, book.known(), state, all, RelaxedGoal::Cost);
        Undecided best;
        double most = -1;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double weight = 0.5 - std::abs(relaxed.amount[i] - 0.5) +
                                  1e-9 * static_cast<double>(model.items[i].hours);
            if (weight <= most) continue;
            most = weight;
            best = {i, relaxed.amount[i]};
        }
        return best;
    }

    // Takes the item or leaves it out. False when taking it is impossible.
    bool decide(Subproblem& problem, std::size_t at, bool takes) const {
        SearchModel& model = problem.model;
        const SearchItem item = model.items[at];
        for (std::size_t d = 0; d < model.distances.size(); ++d) {
            const bool was_held = model.in_earlier_plan[d][at] != 0;
            if (was_held != takes && model.distances[d] > 0) --model.distances[d];
        }
        std::vector<std::int64_t> values;
        for (const SearchLimit& limit : model.limits) values.push_back(limit.values[at]);
        remove_item(model, at);
        if (!takes) return true;
        problem.fixed.push_back(item.row);
        problem.fixed_cost += item.cost;
        std::vector<std::int64_t> rooms;
        for (const CapMeter& meter : model.meters) rooms.push_back(meter.room);
        take_hours(
            model, model.kinds[index_of(item.kind)], item.hours, model.needs.data(), rooms.data());
        trim_rooms(model, model.needs.data(), rooms.data());
        for (std::size_t s = 0; s < rooms.size(); ++s) model.meters[s].room = rooms[s];
        if (model.hours_room) *model.hours_room -= item.hours;
        for (std::size_t l = 0; l < values.size(); ++l) model.limits[l].room -= values[l];
        if (model.hours_room && *model.hours_room < 0) return false;
        return drop_excluded(model, problem.fixed, {item.row});
    }

    static void remove_item(SearchModel& model, std::size_t at) {
        const auto offset = static_cast<std::ptrdiff_t>(at);
        model.items.erase(model.items.begin() + offset);
        for (SearchLimit& limit : model.limits) limit.values.erase(limit.values.begin() + offset);
        for (auto& plan : model.in_earlier_plan) plan.erase(plan.begin() + offset);
    }

    // Removes the items the newly fixed rows exclude. False when fixed rows exclude each other.
    bool drop_excluded(SearchModel& model,
                       const std::vector<Row>& fixed,
                       const std::vector<Row>& added) const {
        for (const Row row : added) {
            for (const Row other : fixed) {
                if (row != other && exclude_each_other(table_, row, other)) return false;
            }
        }
        for (std::size_t i = model.items.size(); i-- > 0;) {
            const bool is_out = std::any_of(added.begin(), added.end(), [&](Row row) {
                return exclude_each_other(table_, row, model.items[i].row);
            });
            if (!is_out) continue;
            for (std::size_t d = 0; d < model.distances.size(); ++d) {
                if (model.in_earlier_plan[d][i] != 0 && model.distances[d] > 0)
                    --model.distances[d];
            }
            remove_item(model, i);
        }
        return true;
    }

    const OfferingTable& table_;
    std::int64_t ceiling_;
    TieRule rule_;
    std::int64_t& nodes_;
    std::int64_t last_node_;
    std::int64_t patience_;  // nodes for one subproblem's search by layers
    BranchOutcome outcome_;
};

}  // namespace

BranchOutcome search_branches(const OfferingTable& table,
                              const PlanCore& core,
                              const ExclusionBook& book,
                              const std::optional<FinishedPlan>& known,
                              std::int64_t ceiling,
                              TieRule rule,
                              std::int64_t most_nodes,
                              std::int64_t& nodes) {
    return BranchSearch(table, known, ceiling, rule, most_nodes, nodes).run(core, book);
}

}  // namespace xueshi::plan

// From the whole model to its core: what is decided by price, and what is left to search.
//
// The relaxation's prices give a proven lower bound L on every plan's cost, and for each item the
// gap: how far above L any plan must cost that decides this item against its price. Below a ceiling
// C, items with L + gap > C are decided already; the others are the core.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/exclusion_book.h"
#include "core/plan/label_rules.h"

namespace xueshi::plan {

// A core ready to search; costs are counted from what the forced items cost.
struct PlanCore {
    SearchModel model;
    KnownExclusions exclusions;
    std::vector<Row> forced;  // items every plan within the ceiling holds
    std::int64_t forced_cost = 0;
};

enum class CoreOrder : std::uint8_t {
    LargestGapFirst,   // what the relaxation leaves open, then decisions that cost much: few labels
                       // for long
    SmallestGapFirst,  // open and nearly open decisions first: what remains must fit exactly
    AscendingRows,
};

// What a question leaves to the next one that differs from it in a limit's room: where to begin
// pricing. It changes the way, never the answer.
struct PricingStart {
    std::vector<Row> rows;                          // of the items near enough to matter
    std::array<RelaxedBasis, kRelaxedGoals> bases;  // by goal; empty: none
};

// What prices prove of a model whose needs are other ones: no plan within the ceiling they were asked for exists
// while `above`, plus what more is needed at these prices, is positive.
struct NeedsBound {
    std::int64_t above = 0;
    std::vector<std::int64_t> price;  // by need, per tenth
};

class PricedModel {
  public:
    // Prices the model; learns exclusions the relaxed optimum breaks.
    PricedModel(const SearchModel& model,
                ExclusionBook& book,
                std::int64_t& nodes,
                const PricingStart* start = nullptr);

    [[gnu::noinline]] PricingStart start_for_next() const;

    bool is_impossible() const { return is_impossible_; }  // proven by prices alone

    // Prices again, near the core of this ceiling, after exclusions became known.
    void price_again(std::int64_t ceiling);

    // The ceiling at which about `wanted` items are left to search; kNoCeiling when that is all.
    std::int64_t ceiling_for(std::size_t wanted) const;
    std::int64_t lower_bound() const;  // of every plan's cost; only with has_bound
    bool has_bound() const { return best_root() != nullptr; }

    // None when no plan within the ceiling can exist.
    std::optional<PlanCore> core_within(std::int64_t ceiling, CoreOrder order) const;
    std::vector<PricedGoal> latest_prices() const;
    std::vector<NeedsBound> bounds_by_needs(std::int64_t ceiling) const;
    std::int64_t scale() const { return scale_; }

  private:
    struct Root {
        DualBound bound;
        std::int64_t base = 0;          // the bound of the empty plan
        std::int64_t of_prices = 0;     // the same without what whole offerings add
        std::vector<WholeNeed> wholes;  // what they add is in it
        std::vector<std::int64_t> base_of_kind;  // less what whole offerings of this kind add
        mutable std::vector<std::int64_t> least_gaps;  // of reduced costs from nought, ascending; as far as asked
    };

    PlanState start_state() const;
    const Root* best_root() const;
    [[gnu::noinline]] std::int64_t gap_of(const Root& root, std::size_t place) const;  // the place-th smallest, from 1
    [[gnu::noinline]] std::vector<std::int32_t> likely_items() const;
    [[gnu::noinline]] std::vector<std::int32_t> items_of(const std::vector<Row>& rows) const;
    [[gnu::noinline]] bool add_root(const std::vector<std::int32_t>& items, RelaxedGoal goal, Relaxation& relaxed);
    // Solves the relaxation of ever more items until none outside would enter it; adds the last
    // bound.
    [[gnu::noinline]] bool add_root_by_sifting(std::vector<std::int32_t>& items,
                             RelaxedGoal goal,
                             Relaxation& relaxed);
    // Raises the last root by what whole offerings add; false when that proves there is no plan.
    [[gnu::noinline]] bool add_whole_needs();
    [[gnu::noinline]] bool take_forced(const std::vector<std::int32_t>& forced,
                     PlanCore& core,
                     std::vector<std::uint64_t>& used) const;
    void note_difference(SearchModel& core, std::int32_t item, bool is_held) const;
    [[gnu::noinline]] void add_item(PlanCore& core, std::int32_t item) const;

    const SearchModel& model_;
    ExclusionBook& book_;
    std::int64_t& nodes_;
    std::int64_t scale_;
    std::vector<std::int32_t> all_;
    std::vector<Root> roots_;
    std::vector<PricedGoal> priced_;
    std::optional<NeedsBound> refutation_;  // where prices prove that there is no plan
    std::array<RelaxedBasis, kRelaxedGoals> bases_;  // where each goal's last relaxation ended
    bool is_impossible_ = false;
};

}  // namespace xueshi::plan

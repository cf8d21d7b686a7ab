// How one label becomes the next: leave the next item out, or take it, and whether that can still
// lead anywhere.
//
// Shared by the search by layers (label_search.h) and the search by ids (first_plan.h). Bounds can
// be added while searching; each label carries the value of every bound, so that leaving an item
// out costs only comparisons.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/plan/dual_bound.h"
#include "core/plan/label_store.h"
#include "core/plan/whole_hours.h"
#include "core/plan/whole_need.h"
#include "core/plan/whole_together.h"

namespace xueshi::plan {

inline constexpr std::int64_t kNoCeiling = std::numeric_limits<std::int64_t>::max();

struct PricedGoal {
    Prices prices;
    RelaxedGoal goal = RelaxedGoal::Cost;
};

// A core to search: items in the order they are decided, and what is known of them. `ceiling`
// bounds the cost.
struct SearchTask {
    const SearchModel& model;
    const KnownExclusions& exclusions;
    const std::vector<PricedGoal>& priced;
    std::int64_t scale = 0;
    std::int64_t ceiling = kNoCeiling;
};

class LabelRules {
  public:
    static constexpr std::size_t kMostBounds = 4;

    explicit LabelRules(const SearchTask& task);

    const LabelShape& shape() const { return shape_; }
    const SearchModel& model() const { return task_.model; }

    // The empty plan. False when it is ruled out already.
    [[gnu::noinline]] bool start(std::int64_t* label);
    // Leaves out item `at`, in place. False when the label is then ruled out.
    bool skip(std::size_t at, std::int64_t* label, bool& key_changed);
    // Takes item `at`: writes the new label except its node. False when that cannot or need not be.
    bool take(std::size_t at, const std::int64_t* from, std::int64_t* label);
    // Whether the label is a finished plan; its whole cost then includes what it misses.
    bool is_finished(const std::int64_t* label, std::int64_t& whole_cost) const;

    // Solves the relaxation of this label over the items from `from` on and makes its prices a
    // bound. Its slot, or kMostBounds for none.
    [[gnu::noinline]] std::size_t sharpen(std::size_t from, const std::int64_t* label);
    // Computes the value of one bound for a label; false when it rules the label out.
    bool value_bound(std::size_t slot, std::size_t from, std::int64_t* label);

    // How far the label's strictest cost bound is below the ceiling, in units of cost; more is
    // better.
    double slack_of(std::size_t from, const std::int64_t* label);

  private:
    bool keeps_limits(const std::int64_t* label, std::size_t from) const;
    bool value_bounds(std::int64_t* label, std::size_t from);
    // The same for a label that took item `at`, from the values of the one it came from.
    bool carry_bounds(std::size_t at, const std::int64_t* from, std::int64_t* label);
    bool rules_out(std::size_t slot, std::size_t from, const std::int64_t* label);
    // How far the bound is below what rules the label out; negative: it rules it out. From `enough`
    // on it need not be exact.
    std::int64_t margin_of(std::size_t slot,
                           std::size_t from,
                           const std::int64_t* label,
                           std::int64_t enough);
    bool is_allowed(const std::int64_t* label, std::size_t from);
    std::int64_t value_of_label(const DualBound& bound, const std::int64_t* label) const;
    [[gnu::noinline]] PlanState state_of(const std::int64_t* label) const;
    [[gnu::noinline]] std::size_t add_bound(const Prices& prices,
                          RelaxedGoal goal,
                          std::size_t from,
                          const std::int64_t* needs);

    SearchTask task_;
    LabelShape shape_;
    std::vector<std::vector<std::int64_t>> least_to_come_;  // by limit and position: ≤ 0
    std::vector<DualBound> bounds_;
    std::vector<std::vector<WholeNeed>> wholes_;          // by bound
    std::vector<std::optional<WholeHours>> hours_;        // by bound
    std::vector<std::optional<WholeTogether>> together_;  // by bound: instead of both
    std::vector<std::vector<std::int64_t>>
        allowed_;                      // by bound and position: the largest value kept
    std::vector<std::int64_t> kills_;  // by bound: labels it ruled out
    std::size_t killer_ = 0;           // the bound that ruled out the last one: asked first
};

}  // namespace xueshi::plan

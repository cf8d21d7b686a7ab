// How much more a need costs when offerings are taken whole.
//
// A bound from prices lets offerings be taken in part. For the offerings that count towards one
// need, the cheapest whole ones that cover what is missing are found by dynamic programming over
// the hours; what they cost beyond what the prices say raises the bound. Needs without an offering
// in common raise it together. Exact integers, in the bound's own scale.
#pragma once

#include <cstdint>
#include <vector>

#include "core/plan/dual_bound.h"

namespace xueshi::plan {

class WholeNeed {
  public:
    // What is to be added for a plan that stands before item `at` and misses `missing` tenths of
    // the need. Never negative; kNever where the items from there on cannot cover it.
    std::int64_t more(std::size_t at, std::int64_t missing) const {
        return more_[first_[at] + static_cast<std::size_t>(missing / step_)];
    }
    std::size_t need() const { return need_; }
    static constexpr std::int64_t kNever = std::int64_t{1} << 61;

  private:
    friend class WholeNeedTable;
    std::size_t need_ = 0;
    std::int64_t step_ = 1;
    std::vector<std::size_t> first_;  // by position: where its row of more_ begins
    std::vector<std::int64_t> more_;  // by row and steps missing
};

// Those worth adding for a plan that stands before item `from`, by their need pairwise without an
// item in common. Few, or none. `needs` as in PlanState.
std::vector<WholeNeed> find_whole_needs(const SearchModel& model,
                                        const DualBound& bound,
                                        std::size_t from,
                                        const std::int64_t* needs);

// Whether an item of this kind counts towards the need.
bool counts_towards(const EffectKind& kind, std::size_t need);
// Whether hours reach the need through a cap, too.
bool is_fed_by_a_cap(const SearchModel& model, std::size_t need);

}  // namespace xueshi::plan

// How much more a plan costs when the room under the hours limit is filled with whole offerings.
//
// A bound from prices lets the last offering be taken in part, so that all the room is worth its
// price. Which whole offerings make the most of it is found by dynamic programming over the hours;
// what is lost against the prices raises the bound. Exact integers, in the bound's own scale.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/dual_bound.h"

namespace xueshi::plan {

class WholeHours {
  public:
    // What is to be added for a plan that stands before item `at` with so many tenths of room; from
    // 0 to the room it was made for. Never negative.
    std::int64_t more(std::size_t at, std::int64_t room) const {
        const auto steps = static_cast<std::uint32_t>(room) / step_;
        return more_[at * stride_ + steps] +
               price_ * (room - static_cast<std::int64_t>(steps * step_));
    }

    // For plans that stand before item `from` or later. None where it would be too large, or where
    // the room has no price.
    [[gnu::noinline]] static std::optional<WholeHours> make(const SearchModel& model,
                                          const DualBound& bound,
                                          std::size_t from,
                                          std::int64_t room);

  private:
    std::uint32_t step_ = 1;
    std::int64_t price_ = 0;
    std::size_t stride_ = 0;
    std::vector<std::int64_t> more_;  // by position and steps of room
};

}  // namespace xueshi::plan

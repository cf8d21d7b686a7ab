// How much more a plan costs when needs and the hours' room are met by whole offerings, together.
//
// WholeNeed and WholeHours each take one of these conditions exactly and leave the others to their
// prices. Here up to two needs without an offering in common and the room under the hours limit
// hold at once: for the offerings of each need and for the rest the cheapest whole ones of every
// number of hours are found by dynamic programming, and a plan adds the best way to share its room
// among the three. Limits and exclusions keep their prices. Exact integers, in the bound's own
// scale.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/dual_bound.h"

namespace xueshi::plan {

class WholeTogether {
  public:
    static constexpr std::int64_t kNever = std::int64_t{1} << 60;

    // What is to be added for a plan that stands before item `at`, with what it misses of all needs
    // and its room in tenths. Never negative. Where it is at most `enough`, any number from 0 to
    // `enough` may be said instead.
    std::int64_t more(std::size_t at,
                      const std::int64_t* needs,
                      std::int64_t room,
                      std::int64_t enough);

    // For plans that stand before item `from` or later and miss no more than `needs`. None where it
    // would be too large, or would say no more than the others.
    [[gnu::noinline]] static std::optional<WholeTogether> make(const SearchModel& model,
                                             const DualBound& bound,
                                             std::size_t from,
                                             const std::int64_t* needs,
                                             std::int64_t room);

  private:
    // The offerings of one need, or (without a need) all others.
    struct Share {
        std::optional<std::size_t> need;
        std::int64_t price = 0;
        std::vector<std::uint32_t> row;   // by position: which row of `least`
        std::vector<std::uint32_t> last;  // by row: the most steps of hours that can be reached
        std::vector<std::int64_t> least;  // by row and steps taken exactly
    };
    static constexpr std::size_t kNeeds = 2;

    std::int64_t steps_missing(const Share& share, const std::int64_t* needs) const;
    // The least cost of the second need's and the other offerings, by room.
    [[gnu::noinline]] const std::int64_t* rest_within(std::size_t at, std::size_t missing);

    std::int64_t step_ = 1;
    std::int64_t hours_price_ = 0;
    std::size_t stride_ = 0;
    std::array<Share, kNeeds + 1> shares_;
    std::vector<std::int64_t> paid_;  // by position: what the bound says of the items from there
    std::vector<std::uint32_t> rest_row_;  // by position: changes where one of the rest was decided
    std::size_t most_missing_ = 0;         // steps of the second need
    std::vector<std::int32_t> rest_at_;    // by rest_row and steps missing: its row, or none yet
    std::vector<std::int64_t> rest_;
    std::size_t hint_ = 0;  // hours of the first need in the last plan that was good enough
};

}  // namespace xueshi::plan

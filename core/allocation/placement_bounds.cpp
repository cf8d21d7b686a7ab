// What no completion of a partial placement can do: where the search turns back.
#include <algorithm>

#include "core/allocation/placement_bits.h"
#include "core/allocation/placement_search.h"

namespace xueshi::allocation {

// What the rest of the courses must still bring to the year, by requirement: for its goal, and to fill it as far as the
// surplus that is left does not let it stay empty.
PlacementSearch::Needs PlacementSearch::needs_of(std::size_t y) const {
    Needs needs = state_.years[y].needs;
    Hours& total = needs[problem_.years[y].total];
    total = std::max(total, state_.years[y].room - may_stay_empty_);
    return needs;
}

// The least hours that meet them.
PlacementSearch::Hours PlacementSearch::sum_of(std::size_t y, const Needs& needs) const {
    Hours most = 0;
    Hours sum = 0;
    for (std::size_t r = 0; r < kMostRequirements; ++r) {
        most = std::max(most, needs[r]);
        if (r != problem_.years[y].total) sum += needs[r];
    }
    return is_disjoint_[y] ? std::max(most, sum) : most;
}

PlacementSearch::Hours PlacementSearch::need_of(std::size_t y) const {
    return state_.years[y].is_goal ? sum_of(y, state_.years[y].needs) : 0;
}

// Of the largest courses left, how many bring the hours.
int PlacementSearch::least_moves(Hours hours) const {
    int moves = 0;
    for (Bits left = state_.rest.courses; hours > 0; left &= left - 1, ++moves) {
        if (left == 0) return static_cast<int>(kMostCourses) + 1;
        hours -= order_[static_cast<std::size_t>(std::countr_zero(left))].hours;
    }
    return moves;
}

bool PlacementSearch::can_reach_goals() const {
    const Rest& rest = state_.rest;
    Hours needed = 0;
    Hours needed_by_moves = 0;
    int moves = 0;
    Needs by_requirement{};
    for (std::size_t y = 0; y < year_count_; ++y) {
        const Needs needs = needs_of(y);
        const Hours need = sum_of(y, needs);
        if (need == 0) continue;
        if (need > rest.allowed[y]) return false;
        Hours by_moves = std::max(0, need - rest.stay[y]);
        for (std::size_t r = 0; r < kMostRequirements; ++r) {
            if (needs[r] > rest.allowed_by_requirement[y][r]) return false;
            by_moves = std::max(by_moves, needs[r] - rest.stay_by_requirement[y][r]);
            by_requirement[r] += needs[r];
        }
        needed += need;
        needed_by_moves += by_moves;
        moves += least_moves(by_moves);
    }
    const int moves_left = limits_.moved - state_.moved;
    if (needed > rest.hours || moves > moves_left || least_moves(needed_by_moves) > moves_left) return false;
    for (std::size_t r = 0; r < kMostRequirements; ++r) {
        if (by_requirement[r] > rest.by_requirement[r]) return false;
    }
    return true;
}

// What the courses left must put above the years' totals: where a goal asks for more than there is room, and where
// those bound to some years find no room in them.
PlacementSearch::Hours PlacementSearch::rest_surplus() const {
    const Rest& rest = state_.rest;
    std::array<Hours, kMostYears> takes{};  // hours a year takes before more is of no use
    Hours forced = 0;
    Hours alone = 0;
    for (std::size_t y = 0; y < year_count_; ++y) {
        const Year& year = state_.years[y];
        const Hours need = need_of(y);
        forced += std::max(0, need - year.room);
        alone += year.is_open ? std::max(overflow_[y], need - year.room) : std::max(0, need - year.room);
        takes[y] = std::max(need, year.room);
    }
    Hours most = 0;
    for (std::size_t i = 0; i < unions_.size(); ++i) {
        Hours over = rest.within[i];
        for (std::size_t y = 0; y < year_count_; ++y) {
            if (has(unions_[i], y)) over -= takes[y];
        }
        most = std::max(most, over);
    }
    return std::max({forced + most, alone, grain_surplus()});
}

// All courses are multiples of a grain. A year whose room is none stays empty by the rest, or takes a grain too much;
// one that must be filled takes too much. What stays empty is above the total elsewhere.
PlacementSearch::Hours PlacementSearch::grain_surplus() const {
    if (grain_ <= 1) return 0;
    std::array<Hours, kMostYears> rests{};  // of the rooms a year may leave empty
    std::size_t count = 0;
    Hours over = 0;
    Hours room = 0;
    for (std::size_t y = 0; y < year_count_; ++y) {
        const Year& year = state_.years[y];
        room += year.room;
        const Hours rest = year.room % grain_;
        if (rest == 0) continue;
        if (year.needs[problem_.years[y].total] >= year.room) {
            over += grain_ - rest;
        } else {
            rests[count++] = rest;
        }
    }
    Hours least = kAnyHours;
    for (std::uint32_t filled = 0; filled < 1U << count; ++filled) {
        Hours above = over;
        Hours empty = 0;
        for (std::size_t i = 0; i < count; ++i) (has(filled, i) ? above : empty) += has(filled, i) ? grain_ - rests[i] : rests[i];
        least = std::min(least, std::max(above, state_.rest.hours - room + empty));
    }
    return least;
}

// What cannot stay where it stands within the surplus left.
PlacementSearch::Hours PlacementSearch::leaving_hours() const {
    std::int64_t leaving = state_.surplus - limits_.surplus;
    for (std::size_t y = 0; y < year_count_; ++y) leaving += std::max(0, state_.rest.stay[y] - state_.years[y].room);
    return static_cast<Hours>(std::max<std::int64_t>(leaving, 0));
}

bool PlacementSearch::can_succeed() {
    const std::int64_t surplus_left = limits_.surplus - state_.surplus;
    if (surplus_left < rest_surplus() || state_.moved > limits_.moved) return false;
    std::int64_t empty = surplus_left - state_.rest.hours;
    for (std::size_t y = 0; y < year_count_; ++y) empty += state_.years[y].room;
    may_stay_empty_ = static_cast<Hours>(std::min<std::int64_t>(empty, kAnyHours));
    if (least_moves(leaving_hours()) > limits_.moved - state_.moved) return false;
    return can_reach_goals();
}

bool PlacementSearch::succeeds_by_staying() const {
    std::int64_t surplus = state_.surplus;
    for (std::size_t y = 0; y < year_count_; ++y) {
        const Year& year = state_.years[y];
        surplus += std::max(0, state_.rest.stay[y] - year.room);
        for (std::size_t r = 0; r < kMostRequirements; ++r) {
            if (year.needs[r] > state_.rest.stay_by_requirement[y][r]) return false;
        }
    }
    return surplus <= limits_.surplus;
}

// With all courses free: whatever is settled, a year of its own does not come off better.
void PlacementSearch::bound_overflows() {
    constexpr int kMostTries = 400;
    if (bounded_ && bounded_->annual == limits_.annual && bounded_->cycle == limits_.cycle) return;
    if (order_.size() < all_.size()) {
        overflow_ = {};
        bounded_.reset();
        return;
    }
    bounded_ = limits_;
    overflow_ = {};
    const State before = state_;
    for (std::size_t y = 0; y < year_count_; ++y) {
        if (!state_.years[y].is_open || need_of(y) == 0) continue;
        Hours least = state_.surplus + state_.rest.hours;
        int tries = kMostTries;
        try_overflow(y, 0, least, tries);
        state_ = before;
        if (tries > 0) overflow_[y] = least - state_.surplus;
    }
}

// The least the year has above its total when it passes with courses from one place in the order on.
void PlacementSearch::try_overflow(std::size_t y, std::size_t from, Hours& least, int& tries) {
    const Year year = state_.years[y];
    const Hours over = state_.surplus;
    if (--tries <= 0 || over >= least) return;
    if (need_of(y) == 0) {
        least = over;
        return;
    }
    for (std::size_t i = from; i < order_.size() && least > 0; ++i) {
        if (!helps(i, y)) continue;
        put(order_[i].index, y);
        try_overflow(y, i + 1, least, tries);
        state_.years[y] = year;
        state_.surplus = over;
    }
}

}  // namespace xueshi::allocation

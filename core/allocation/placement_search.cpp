#include "core/allocation/placement_search.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/allocation/placement_bits.h"

namespace xueshi::allocation {

PlacementSearch::PlacementSearch(const PlacementProblem& problem)
    : problem_(problem), year_count_(problem.years.size()) {
    for (std::size_t y = 0; y < year_count_; ++y) {
        const std::uint32_t total = 1U << problem.years[y].total;
        is_disjoint_[y] = std::all_of(problem.courses.begin(), problem.courses.end(), [&](const PlacementCourse& each) {
            const std::uint32_t others = each.counts_for[y] & ~total;
            return (others & (others - 1)) == 0 && (each.counts_for[y] & total) != 0;
        });
    }
    for (const PlacementCourse& course : problem.courses) {
        const std::uint32_t years = bits_of(course.allowed);
        const std::size_t known = unions_.size();
        const auto add = [&](std::uint32_t set) {
            const bool is_new = std::find(unions_.begin(), unions_.end(), set) == unions_.end();
            if (is_new && unions_.size() < kMostUnions) unions_.push_back(set);
        };
        add(years);
        for (std::size_t i = 0; i < known; ++i) add(unions_[i] | years);
    }
    order_courses();
}

void PlacementSearch::add_to_rest(const Course& course, Hours sign) {
    const PlacementCourse& from = problem_.courses[course.index];
    const Hours hours = sign * course.hours;
    Rest& rest = state_.rest;
    rest.hours += hours;
    rest.stay[course.current] += hours;
    for_each_bit(course.within, [&](std::size_t i) { rest.within[i] += hours; });
    for_each_bit(course.anywhere, [&](std::size_t r) { rest.by_requirement[r] += hours; });
    for_each_bit(from.counts_for[course.current], [&](std::size_t r) { rest.stay_by_requirement[course.current][r] += hours; });
    for_each_bit(course.allowed, [&](std::size_t y) {
        rest.allowed[y] += hours;
        for_each_bit(from.counts_for[y], [&](std::size_t r) { rest.allowed_by_requirement[y][r] += hours; });
    });
}

void PlacementSearch::order_courses() {
    for (std::size_t c = 0; c < problem_.courses.size(); ++c) {
        const PlacementCourse& from = problem_.courses[c];
        Course course{.index = c, .hours = narrow(from.hours), .current = from.current, .allowed = bits_of(from.allowed)};
        for (std::size_t i = 0; i < unions_.size(); ++i) {
            if ((course.allowed & ~unions_[i]) == 0) course.within |= 1U << i;
        }
        for (const std::size_t y : from.allowed) course.anywhere |= from.counts_for[y];
        all_.push_back(course);
    }
    // Those alike stand together, ascending by id.
    std::stable_sort(all_.begin(), all_.end(), [&](const Course& a, const Course& b) {
        return std::tie(b.hours, a.allowed, a.current, problem_.courses[a.index].counts_for) <
               std::tie(a.hours, b.allowed, b.current, problem_.courses[b.index].counts_for);
    });
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const bool is_another = i == 0 || all_[i - 1].hours != all_[i].hours || all_[i - 1].allowed != all_[i].allowed ||
                                all_[i - 1].current != all_[i].current ||
                                problem_.courses[all_[i - 1].index].counts_for != problem_.courses[all_[i].index].counts_for;
        all_[i].kind = i == 0 ? 0 : all_[i - 1].kind + (is_another ? 1 : 0);
    }
}

// Those whose place is not settled.
void PlacementSearch::take_free_courses(const Fixed& fixed) {
    order_.clear();
    counting_ = {};
    grain_ = 0;
    for (const Course& each : all_) {
        if (fixed[each.index]) continue;
        Course course = each;
        course.is_like_the_one_before = !order_.empty() && order_.back().kind == course.kind;
        const std::size_t place = order_.size();
        for_each_bit(course.allowed, [&](std::size_t y) {
            for_each_bit(problem_.courses[course.index].counts_for[y], [&](std::size_t r) { counting_[y][r] |= bit(place); });
        });
        order_.push_back(course);
        add_to_rest(course, 1);
        grain_ = std::gcd(grain_, course.hours);
        state_.rest.courses |= bit(place);
    }
}

void PlacementSearch::prepare(const PlacementLimits& limits, const Fixed& fixed) {
    limits_ = limits;
    state_ = {};
    for (std::size_t y = 0; y < year_count_; ++y) {
        const PlacementYear& from = problem_.years[y];
        Year& year = state_.years[y];
        state_.surplus += narrow(from.surplus);
        year.room = narrow(from.cycle_missing[from.total]);
        year.is_goal = has(limits.annual | limits.cycle, y);
        if (!year.is_goal) continue;
        const std::vector<DeciHours>& missing = has(limits.annual, y) ? from.annual_missing : from.cycle_missing;
        for (std::size_t r = 0; r < missing.size(); ++r) year.needs[r] = narrow(missing[r]);
    }
    placement_.assign(problem_.courses.size(), 0);
    for (std::size_t c = 0; c < fixed.size(); ++c) {
        if (fixed[c]) put(c, *fixed[c]);
    }
    take_free_courses(fixed);
    tried_.clear();
    bound_overflows();
}

void PlacementSearch::put(std::size_t course, std::size_t y) {
    const PlacementCourse& placed = problem_.courses[course];
    const Hours hours = narrow(placed.hours);
    Year& year = state_.years[y];
    year.is_open = false;
    state_.surplus += std::max(0, hours - year.room);
    year.room = std::max(0, year.room - hours);
    if (year.is_goal) {
        for_each_bit(placed.counts_for[y], [&](std::size_t r) { year.needs[r] = std::max(0, year.needs[r] - hours); });
    }
    if (y != placed.current) ++state_.moved;
    placement_[course] = y;
}

void PlacementSearch::place(std::size_t in_order, std::size_t y) {
    add_to_rest(order_[in_order], -1);
    state_.rest.courses &= ~bit(in_order);
    put(order_[in_order].index, y);
}

bool PlacementSearch::helps(std::size_t in_order, std::size_t y) const {
    for (std::size_t r = 0; r < kMostRequirements; ++r) {
        if (state_.years[y].needs[r] > 0 && (counting_[y][r] & bit(in_order)) != 0) return true;
    }
    return false;
}

// Whether what holds of one with the other's place holds of the other with its.
bool PlacementSearch::are_exchangeable(std::size_t a, std::size_t b) const {
    for (std::size_t y = 0; y < year_count_; ++y) {
        const Bits barred = state_.years[y].barred;
        if (((barred >> a ^ barred >> b) & 1U) != 0) return false;
    }
    return true;
}

// The requirement of a year that must be brought what does not stand there, which the fewest courses can bring.
std::optional<PlacementSearch::Want> PlacementSearch::most_pressing() const {
    std::optional<Want> best;
    int fewest = 0;
    for (std::size_t y = 0; y < year_count_; ++y) {
        const Needs needs = needs_of(y);
        for (std::size_t r = 0; r < kMostRequirements; ++r) {
            if (needs[r] <= state_.rest.stay_by_requirement[y][r]) continue;
            const int count = std::popcount(state_.rest.courses & ~state_.years[y].barred & counting_[y][r]);
            if (best && (count > fewest || (count == fewest && needs[r] <= best->hours))) continue;
            best = Want{y, r, needs[r]};
            fewest = count;
        }
    }
    return best;
}

PlacementSearch::Situation PlacementSearch::situation() const {
    Situation situation;
    const auto add_bits = [&](Bits bits) {
        for (std::size_t first = 0; first < order_.size(); first += 16) {
            situation.add(static_cast<std::int64_t>(bits >> first & 0xFFFF));
        }
    };
    add_bits(state_.rest.courses);
    for (std::size_t y = 0; y < year_count_; ++y) {
        const Year& year = state_.years[y];
        situation.add(year.room);
        if (year.is_goal) {
            for (std::size_t r = 0; r < problem_.years[y].cycle_missing.size(); ++r) situation.add(year.needs[r]);
        }
    }
    Bits barred = 0;
    for (std::size_t y = 0; y < year_count_; ++y) barred |= state_.years[y].barred & state_.rest.courses;
    if (barred != 0) {
        for (std::size_t y = 0; y < year_count_; ++y) add_bits(state_.years[y].barred & state_.rest.courses);
    }
    // Those alike must not go to an earlier year than the one before.
    const auto next = static_cast<std::size_t>(std::countr_zero(state_.rest.courses));
    if (next < order_.size() && order_[next].is_like_the_one_before && (state_.placed_freely & bit(next - 1)) != 0) {
        situation.add(static_cast<std::int64_t>(placement_[order_[next - 1].index]));
    }
    return situation;
}

bool PlacementSearch::search() {
    ++nodes_;
    if (has_given_up() || !can_succeed()) return false;
    if (succeeds_by_staying()) {
        for_each_bit(state_.rest.courses, [&](std::size_t i) { placement_[order_[i].index] = order_[i].current; });
        return true;
    }
    if (state_.rest.courses == 0) return false;
    const int moves = limits_.moved - state_.moved;
    const Hours surplus = static_cast<Hours>(limits_.surplus - state_.surplus);
    const Situation here = situation();
    const std::uint64_t hash = here.hash();
    if (tried_.holds(here, hash, moves, surplus)) return false;
    const std::optional<Want> want = most_pressing();
    if (want ? search_for(*want) : search_freely()) return true;
    tried_.note(here, hash, moves, surplus);
    return false;
}

// Which is the first course the year takes, of those that bring what it wants?
bool PlacementSearch::search_for(const Want& want) {
    const std::size_t year = want.year;
    const State before = state_;
    const Bits candidates = before.rest.courses & ~before.years[year].barred & counting_[year][want.requirement];
    Bits left_out = 0;
    std::size_t tried_before = order_.size();
    const auto try_course = [&](std::size_t i) {
        const bool is_another = !order_[i].is_like_the_one_before || tried_before + 1 != i || !are_exchangeable(i, i - 1);
        if (is_another) {
            state_.years[year].barred |= left_out;
            place(i, year);
            if (search()) return true;
            state_ = before;
        }
        left_out |= bit(i);
        tried_before = i;
        return false;
    };
    // Those that stand there cost no move.
    for (const bool is_move : {false, true}) {
        for (Bits left = candidates; left != 0; left &= left - 1) {
            const auto i = static_cast<std::size_t>(std::countr_zero(left));
            if ((order_[i].current != year) == is_move && try_course(i)) return true;
        }
    }
    return false;
}

// Where does the largest course left go, now that all goals are met?
bool PlacementSearch::search_freely() {
    const auto i = static_cast<std::size_t>(std::countr_zero(state_.rest.courses));
    const Course& course = order_[i];
    const bool follows = course.is_like_the_one_before && (state_.placed_freely & bit(i - 1)) != 0 && are_exchangeable(i, i - 1);
    const std::size_t from = follows ? placement_[order_[i - 1].index] : 0;
    struct Try {
        Hours over;   // above the year's total
        bool is_second;
        Hours spare;  // room that is left
        std::size_t year;
    };
    // As long as too much stands somewhere the large ones leave, so that few do.
    const bool must_leave = leaving_hours() > 0 && state_.rest.stay[course.current] > state_.years[course.current].room;
    const auto is_before = [](const Try& a, const Try& b) {
        return std::tie(a.over, a.is_second, a.spare, a.year) < std::tie(b.over, b.is_second, b.spare, b.year);
    };
    std::array<Try, kMostYears> tries{};
    std::size_t count = 0;
    for (std::size_t y = from; y < year_count_; ++y) {
        const Year& year = state_.years[y];
        if (!has(course.allowed, y) || (year.barred & bit(i)) != 0) continue;
        // Where it serves nothing it is not moved: standing where it stands it would do no harm.
        if (y != course.current && year.room == 0 && !helps(i, y)) continue;
        const bool is_move = y != course.current;
        const Try attempt{std::max(0, course.hours - year.room), is_move != must_leave, std::max(0, year.room - course.hours), y};
        std::size_t place_of = count++;
        for (; place_of > 0 && is_before(attempt, tries[place_of - 1]); --place_of) tries[place_of] = tries[place_of - 1];
        tries[place_of] = attempt;
    }
    const State before = state_;
    for (std::size_t t = 0; t < count; ++t) {
        place(i, tries[t].year);
        state_.placed_freely |= bit(i);
        if (search()) return true;
        state_ = before;
    }
    return false;
}

std::int64_t PlacementSearch::least_surplus(const PlacementLimits& limits) {
    prepare(limits, Fixed(problem_.courses.size()));
    return state_.surplus + rest_surplus();
}

std::optional<Placement> PlacementSearch::find(const PlacementLimits& limits, const Fixed& fixed) {
    prepare(limits, fixed);
    if (!search()) return std::nullopt;
    return placement_;
}

// ---- what was tried in vain

std::uint64_t PlacementSearch::Situation::hash() const {
    std::uint64_t hash = 0x9E3779B97F4A7C15U;
    for (std::size_t i = 0; i < count; ++i) {
        hash ^= static_cast<std::uint16_t>(values[i]);
        hash *= 0xBF58476D1CE4E5B9U;
        hash ^= hash >> 29;
    }
    return hash;
}

bool PlacementSearch::Situation::is(const Situation& other) const {
    return count == other.count && std::equal(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count), other.values.begin());
}

void PlacementSearch::Tried::clear() {
    constexpr std::size_t kFewEntries = 1U << 9;
    if (entries_.empty()) entries_.resize(kFewEntries);
    noted_ = 0;
    ++round_;
}

bool PlacementSearch::Tried::holds(const Situation& situation, std::uint64_t hash, int moves, Hours surplus) const {
    const Entry& entry = entries_[hash & (entries_.size() - 1)];
    return entry.round == round_ && moves <= entry.moves && surplus <= entry.surplus && entry.situation.is(situation);
}

void PlacementSearch::Tried::note(const Situation& situation, std::uint64_t hash, int moves, Hours surplus) {
    constexpr std::size_t kMostEntries = 1U << 15;
    if (++noted_ > entries_.size() && entries_.size() < kMostEntries) {
        std::vector<Entry> more(entries_.size() * 4);
        for (const Entry& entry : entries_) {
            if (entry.round == round_) more[entry.situation.hash() & (more.size() - 1)] = entry;
        }
        entries_ = std::move(more);
        noted_ = 0;
    }
    entries_[hash & (entries_.size() - 1)] = {round_, moves, surplus, situation};
}

}  // namespace xueshi::allocation

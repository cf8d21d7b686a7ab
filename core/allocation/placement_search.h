// Finds a placement within limits, or proves that there is none: depth first.
//
// While a year that must pass does not yet, the branching is over the largest course it still takes, in the year with
// the fewest that help: what is short of anything fails early. Then what is too much where it stands is moved, the
// largest courses first. A branch is cut by what no completion can do: bring the hours still needed, by category and
// in all; keep the surplus below its limit; do with the moves that are left. Of courses that differ in nothing but
// their id one order is tried. What was tried in vain is remembered with all that decides about it, so that no answer
// hangs on a hash.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "core/allocation/placement_problem.h"

namespace xueshi::allocation {

struct PlacementLimits {
    std::uint32_t annual = 0;  // the years whose annual verification must pass, as bits
    std::uint32_t cycle = 0;   // the years that must pass in the cycle
    std::int64_t surplus = 0;  // tenths: no more, in all
    int moved = 0;             // no more
};

class PlacementSearch {
  public:
    using Fixed = std::vector<std::optional<std::size_t>>;

    // The problem must be valid and outlive it.
    explicit PlacementSearch(const PlacementProblem& problem);

    // `fixed`: the year of each course whose place is settled; none elsewhere.
    std::optional<Placement> find(const PlacementLimits& limits, const Fixed& fixed);
    // A bound from below of the surplus within the limits, before anything is placed.
    std::int64_t least_surplus(const PlacementLimits& limits);
    // How many partial placements were looked at, over all searches.
    std::int64_t nodes() const { return nodes_; }
    // From then on nothing is found any more, and nothing proven.
    void give_up_after(std::int64_t nodes) { most_nodes_ = nodes; }
    bool has_given_up() const { return nodes_ > most_nodes_; }

  private:
    using Hours = std::int32_t;  // tenths
    using Needs = std::array<Hours, kMostRequirements>;
    using Bits = std::uint64_t;  // of courses, by their place in the order
    static constexpr std::size_t kMostUnions = 16;

    struct Year {
        bool is_goal = false;  // it must pass
        bool is_open = true;   // nothing was placed in it
        Needs needs{};         // what is still missing to it
        Hours room = 0;        // below the year's total
        Bits barred = 0;       // courses that were left out of it
    };
    // What the courses not yet placed can bring.
    struct Rest {
        Bits courses = 0;
        Hours hours = 0;
        Needs by_requirement{};                   // in whichever year they count most for it
        std::array<Hours, kMostYears> stay{};     // hours of those that stand in the year
        std::array<Needs, kMostYears> stay_by_requirement{};
        std::array<Hours, kMostYears> allowed{};  // hours of those that may go to the year
        std::array<Needs, kMostYears> allowed_by_requirement{};
        std::array<Hours, kMostUnions> within{};  // hours of those that must go to years of a union
    };
    struct State {
        std::array<Year, kMostYears> years{};
        Rest rest;
        Hours surplus = 0;
        int moved = 0;
        Bits placed_freely = 0;  // once all goals were met
    };
    struct Want {
        std::size_t year = 0;
        std::size_t requirement = 0;
        Hours hours = 0;
    };
    struct Course {
        std::size_t index = 0;  // in the problem
        Hours hours = 0;
        std::size_t current = 0;
        std::uint32_t allowed = 0;   // years, as bits
        std::uint32_t within = 0;    // unions, as bits
        std::uint32_t anywhere = 0;  // requirements, as bits
        int kind = 0;                // the same of those that differ in nothing but their id
        bool is_like_the_one_before = false;
    };
    struct Situation {
        static constexpr std::size_t kMostValues = kMostYears * (kMostRequirements + 3) + 6;
        std::array<std::int16_t, kMostValues> values{};
        std::size_t count = 0;
        void add(std::int64_t value) { values[count++] = static_cast<std::int16_t>(value); }
        std::uint64_t hash() const;
        bool is(const Situation& other) const;
    };
    // Situations that were tried in vain, with what was left of the limits. It forgets rather than grow.
    class Tried {
      public:
        void clear();
        bool holds(const Situation& situation, std::uint64_t hash, int moves, Hours surplus) const;
        void note(const Situation& situation, std::uint64_t hash, int moves, Hours surplus);

      private:
        struct Entry {
            std::uint32_t round = 0;
            int moves = 0;
            Hours surplus = 0;
            Situation situation;
        };
        std::vector<Entry> entries_;
        std::size_t noted_ = 0;
        std::uint32_t round_ = 0;
    };

    void prepare(const PlacementLimits& limits, const Fixed& fixed);
    void order_courses();
    void take_free_courses(const Fixed& fixed);
    void add_to_rest(const Course& course, Hours sign);
    void put(std::size_t course, std::size_t year);     // settled before
    void place(std::size_t in_order, std::size_t year);  // by the search
    bool search();
    bool search_for(const Want& want);
    bool search_freely();
    bool can_succeed();
    bool can_reach_goals() const;
    bool succeeds_by_staying() const;
    bool helps(std::size_t in_order, std::size_t y) const;
    bool are_exchangeable(std::size_t a, std::size_t b) const;
    std::optional<Want> most_pressing() const;
    Needs needs_of(std::size_t y) const;
    Hours sum_of(std::size_t y, const Needs& needs) const;
    Hours need_of(std::size_t y) const;
    Hours leaving_hours() const;
    int least_moves(Hours hours) const;
    Hours rest_surplus() const;
    Hours grain_surplus() const;
    void bound_overflows();
    void try_overflow(std::size_t y, std::size_t from, Hours& least, int& tries);
    Situation situation() const;

    const PlacementProblem& problem_;
    std::size_t year_count_ = 0;
    std::vector<std::uint32_t> unions_;  // sets of years, by bits, to which some courses are bound
    std::array<bool, kMostYears> is_disjoint_{};  // no course counts for two requirements beside the total
    PlacementLimits limits_;
    std::vector<Course> all_;    // the largest first
    std::vector<Course> order_;  // of them those whose place is not settled
    std::array<std::array<Bits, kMostRequirements>, kMostYears> counting_{};  // which count for a year's requirement
    State state_;
    Hours grain_ = 0;            // of which every course is a multiple
    Hours may_stay_empty_ = 0;  // of the rooms, within the surplus that is left
    std::optional<PlacementLimits> bounded_;  // whose goals overflow_ is of
    std::array<Hours, kMostYears> overflow_{};  // the least a year that must pass has above its total, taken alone
    Placement placement_;
    Tried tried_;
    std::int64_t nodes_ = 0;
    std::int64_t most_nodes_ = std::numeric_limits<std::int64_t>::max();
};

}  // namespace xueshi::allocation

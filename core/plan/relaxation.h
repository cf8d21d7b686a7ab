// The linear relaxation of a partial plan: offerings may be taken in part, clashes only as far as
// known.
//
//     minimise    Σ cost·x  (or only the shortfall)
//     subject to  Σ hours·x + Σ z ≥ need      per open need                 price `need` ≥ 0
//                 Σ hours·x − z ≥ 0           per meter and need it feeds   price `meter` ≥ 0
//                 Σ value·x ≤ room            hours limit, other limits     price ≥ 0
//                 Σ x ≤ 1                     per known exclusion           price ≥ 0
//                 0 ≤ x ≤ 1, 0 ≤ z ≤ room of the meter
//
// Solved by a bounded primal simplex in floating point, which can begin where another ended: dual
// steps first make that point feasible again. Only the prices are used, and dual_bound.h
// turns any prices into a bound proven in integers, so rounding here can cost time, never truth.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/plan/search_model.h"

namespace xueshi::plan {

// Sets of offerings of which at most one may be taken (a group, or all that run at one moment).
// Only those that a relaxed optimum broke are known; `members` has one mask of `words` words per
// item.
struct KnownExclusions {
    std::size_t count = 0;
    std::size_t words = 0;
    std::vector<std::uint64_t> members;
    std::vector<std::uint64_t> used = {};  // those whose one is taken already; empty: none

    const std::uint64_t* mask(std::size_t item) const { return members.data() + item * words; }
};

// Where a partial plan stands; see search_model.h for the coordinates.
struct PlanState {
    std::vector<std::int64_t> needs;
    std::vector<std::int64_t> rooms;  // of the meters
    std::int64_t hours_room = 0;
    std::vector<std::int64_t> limit_rooms;
    std::vector<std::uint64_t> used;  // exclusions that hold a taken offering
};

struct Prices {
    std::vector<double> needs;
    std::vector<std::vector<double>> meters;  // by meter, by need it feeds
    double hours = 0;
    std::vector<double> limits;
    std::vector<double> exclusions;
};

enum class RelaxedGoal : std::uint8_t {
    Cost,        // the model's costs (and its miss_cost)
    Shortfall,   // only what is missing: tells whether the needs can be met at all
    FirstLimit,  // the first limit's own sum, the limit itself left aside
};
inline constexpr std::size_t kRelaxedGoals = 3;

// Where a simplex ended. It holds for other items, other rooms and further exclusions, too; not for
// other needs, meters or limits.
struct RelaxedBasis {
    enum class Kind : std::uint8_t { Item, Fill, Shortfall, Slack };
    struct Column {
        Kind kind = Kind::Slack;
        std::int32_t index = 0;  // of an item: its row in the table; else its place among its kind
    };
    std::vector<Column> basic;     // by row of the relaxation
    std::vector<Column> at_upper;  // taken whole, or filled up
    std::size_t exclusions = 0;    // how many were known
};

struct Relaxation {
    Prices prices;
    bool is_met = false;         // no shortfall left
    std::vector<double> amount;  // by position in `items`
    RelaxedBasis basis;
};

// `items` are the indices that may still be taken. `from`, where there is one, is only where to
// begin: it changes the way, not what is solved. Deterministic.
Relaxation relax(const SearchModel& model,
                 const KnownExclusions& exclusions,
                 const PlanState& state,
                 std::span<const std::int32_t> items,
                 RelaxedGoal goal,
                 const RelaxedBasis* from = nullptr);

}  // namespace xueshi::plan

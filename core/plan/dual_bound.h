// Lower bounds from prices, exact in integers.
//
// For any prices y ≥ 0 the cost of every completion of a partial plan is at least
//
//     cost so far + Σ y·need − Σ price·room + Σ over open items of min(0, cost − what the prices
//     pay)
//
// (weak duality). A bound holds its prices in fixed point and evaluates this without rounding. The
// first terms depend on the partial plan only (`value_of`), the sum over open items on the position
// only, so the search keeps the one per plan and the other per position. Under a cap, min(room, X)
// ≤ X and ≤ room are mixed by the meter price u ∈ [0, y]: the hours are paid u, the room y − u.
//
// A bound may leave the cost out and speak of feasibility alone: then a positive value proves that
// no completion keeps every limit.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/relaxation.h"

namespace xueshi::plan {

struct DualBound {
    std::int64_t cost_scale = 0;  // 0: a feasibility bound
    std::vector<std::int64_t> need_price;
    std::vector<std::int64_t> room_price;  // by meter: Σ over its needs of y − u
    std::int64_t hours_price = 0;
    std::vector<std::int64_t> limit_price;
    std::vector<std::int64_t> exclusion_price;
    std::vector<std::int64_t> reduced;  // by item: scaled cost less what the prices pay

    // A completion within `ceiling` may exist only while value_of(plan) + Σ min(0, reduced) is at
    // most this.
    std::int64_t threshold(std::int64_t ceiling) const { return cost_scale * ceiling; }
};

// The largest power of two by which costs may be scaled so that no bound can overflow; 0 when even
// 1 is too much.
std::int64_t choose_scale(const SearchModel& model);

// Scaled by `scale` or, where that would not fit, by less; none when nothing fits.
std::optional<DualBound> make_bound(const SearchModel& model,
                                    const KnownExclusions& exclusions,
                                    const Prices& prices,
                                    RelaxedGoal goal,
                                    std::int64_t scale);

// The part of the bound that depends on the partial plan. Coordinates as in PlanState.
std::int64_t value_of(const DualBound& bound,
                      std::int64_t cost,
                      const std::int64_t* needs,
                      const std::int64_t* rooms,
                      std::int64_t hours_room,
                      const std::int64_t* limit_rooms,
                      const std::uint64_t* used);

}  // namespace xueshi::plan

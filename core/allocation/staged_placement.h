// The best placement by searches: one key of its value is settled after the other, within the limits of what was settled
// before (placement_search.h), the last by asking course by course for the smallest year with which all else can still
// be had.
#pragma once

#include <cstdint>

#include "core/allocation/placement_problem.h"

namespace xueshi::allocation {

struct StagedPlacement {
    Placement best;           // proven when it has ended, else the best found
    std::int64_t nodes = 0;   // partial placements looked at
    bool has_ended = false;
};

// The problem must be valid.
StagedPlacement place_by_search(const PlacementProblem& problem, std::int64_t most_nodes);

}  // namespace xueshi::allocation

// The best placement of courses in years, exact (placement_problem.h says by what it is judged).
//
// Few courses, or many that are alike, are settled by a table (placement_table.h), else by searches (staged_placement.h);
// where they take longer than the table would, by the table.
#pragma once

#include <cstdint>

#include "core/allocation/placement_problem.h"

namespace xueshi::allocation {

struct BestPlacement {
    Placement years;  // index of the year, by course
    PlacementValue value;
    std::int64_t work = 0;   // partial placements looked at and steps of the table
    bool is_proven = false;  // that none is better
};

// Some seconds; what comes near it are many courses without two alike, whose hours are just what is missing.
inline constexpr std::int64_t kMostWork = 2'000'000;

// The problem must be valid. After `most_work` partial placements the best found so far is answered, unproven.
BestPlacement best_placement(const PlacementProblem& problem, std::int64_t most_work = kMostWork);

}  // namespace xueshi::allocation

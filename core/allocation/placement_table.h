// The best placement by a table: for every part of the courses, how well the years up to one can be served with it.
//
// Courses that differ in nothing but their id are counted, not told apart, so that the table is small where many are
// alike; those of one kind go to their years in ascending order, which is the smallest list. What it costs is known
// before: no problem of its size takes longer than another.
#pragma once

#include <cstdint>
#include <optional>

#include "core/allocation/placement_problem.h"

namespace xueshi::allocation {

// The steps the table takes for each year between the first and the last; none where it cannot hold the problem.
std::optional<std::int64_t> table_steps(const PlacementProblem& problem);

// The problem must be valid and the table able to hold it.
Placement place_by_table(const PlacementProblem& problem);

}  // namespace xueshi::allocation

// The plan with the smallest ascending list of ids among those within a ceiling.
//
// For problems with very many equally good plans. Once the optimal cost is known, every plan within
// it is optimal and has the same number of offerings, so the first one in a depth-first search that
// decides items in ascending order of rows and tries taking before leaving out is the answer.
// Situations that failed are remembered: one with the same key that is no cheaper and no lighter
// fails too.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/label_rules.h"

namespace xueshi::plan {

// The task's items must stand in ascending order of rows. None when no plan is within the ceiling.
std::optional<std::vector<Row>> find_first_plan(const SearchTask& task, std::int64_t& nodes);

}  // namespace xueshi::plan

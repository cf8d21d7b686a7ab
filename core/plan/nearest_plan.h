// The plan that misses the fewest hours when none misses nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/plan_question.h"

namespace xueshi::plan {

// Keeps every pin, limit, clash, group and exclusion; the total shortfall is smallest, then the objective and the
// tie rule decide. None where pins and limits alone cannot hold together. The problem must be infeasible.
[[gnu::noinline]] std::optional<std::vector<Row>> find_nearest_plan(const OfferingTable& table, std::int64_t& nodes);

}  // namespace xueshi::plan

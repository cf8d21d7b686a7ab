// Why nothing satisfies a problem: a minimal set of demands that cannot hold together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/plan/offering_table.h"

namespace xueshi::plan {

// Requirement ids, "max_fee", "max_hours" and "pin:ID" that exclude each other under the clashes,
// groups, caps and exclusions; without any one of them the others can hold. The problem must be
// infeasible. Two pins that clash or share a group are named first; otherwise the demands are
// dropped one by one from the front (pins last) where the rest stays impossible, so the answer is
// deterministic.
[[gnu::noinline]] std::vector<std::string> find_conflict(const OfferingTable& table, std::int64_t& nodes);

}  // namespace xueshi::plan

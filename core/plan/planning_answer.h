// What the planner answers: the unique best plan, or why there is none.
//
// Plans are values: ids in ascending byte order, their sums, and what counts towards each
// requirement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/deci_hours.h"

namespace xueshi::plan {

// Sums over the chosen offerings only; hours as offered.
struct PlanTotals {
    std::int64_t fee = 0;
    DeciHours hours;
    std::int64_t fit = 0;
    std::int64_t count = 0;
};

// Hours by requirement id, in the order of the problem's requirements.
using HoursByRequirement = std::vector<std::pair<std::string, DeciHours>>;

struct ProposedPlan {
    std::vector<std::string> chosen;
    PlanTotals totals;
    HoursByRequirement counted;  // caps applied, credited hours included
};

// Keeps every pin, limit, clash, group and exclusion; misses as few hours as possible.
struct NearestPlan {
    ProposedPlan plan;
    HoursByRequirement missing;  // only requirements that miss something
};

struct OptimalAnswer {
    ProposedPlan best;
    std::optional<std::vector<ProposedPlan>> alternatives;  // present where asked for
    std::optional<std::vector<ProposedPlan>> frontier;      // present where asked for
};

struct InfeasibleAnswer {
    // Minimal: requirement ids, "max_fee", "max_hours", "pin:ID" that cannot hold together.
    std::vector<std::string> conflict;
    std::optional<NearestPlan> nearest;  // none where pins and limits alone cannot hold together
};

struct PlanningAnswer {
    std::variant<OptimalAnswer, InfeasibleAnswer> verdict;
    std::int64_t nodes = 0;  // partial plans looked at; the same for the same problem
};

}  // namespace xueshi::plan

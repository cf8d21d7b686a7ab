// One question to the exact search: which plan is best under these requirements, pins and limits?
//
// `solve` asks one; explaining an infeasible problem, alternatives and the frontier each ask
// several that differ in what holds.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/plan/offering_table.h"

namespace xueshi::plan {

// The sum of the key's signed values over the chosen offerings may not exceed `bound`.
struct KeyLimit {
    ObjectiveKey key;
    std::int64_t bound = 0;
};

struct PlanQuestion {
    std::vector<std::uint8_t> requirement_holds;  // by requirement
    std::vector<std::uint8_t> pin_holds;  // by pin; a pin that does not hold is a free offering
    std::vector<KeyLimit> limits;         // the fee and hours limits are two of them
    std::vector<ObjectiveKey> objective;
    std::vector<std::vector<Row>> differ_from;  // each ascending
    std::int64_t differ = 1;                    // least symmetric difference to each of them
    std::optional<std::vector<Row>>
        known;              // a plan that satisfies the question: spares the search for one
    std::vector<std::int64_t> conceded;  // by requirement: tenths it may miss; empty: none
    bool may_miss = false;  // requirements may be missed: the total shortfall is minimised first
};

// Everything of the problem holds and its objective decides.
PlanQuestion question_of(const OfferingTable& table);

// The unique best plan as ascending rows, or none when nothing satisfies the question.
// `nodes` grows by the work done.
std::optional<std::vector<Row>> best_plan(const OfferingTable& table,
                                          const PlanQuestion& question,
                                          std::int64_t& nodes);

}  // namespace xueshi::plan

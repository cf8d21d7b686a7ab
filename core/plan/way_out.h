// The ways out of a problem that nothing satisfies: for whom the planner said no, what to change.
//
// Each way changes one thing the teacher can change (a limit, a pin), by the least that suffices, and comes
// with the plan it leads to: the one that `solve` answers for the problem so changed. The last way changes
// nothing and misses the fewest hours. Nothing of this is part of the planning contract.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/plan/planning_answer.h"
#include "core/plan/planning_problem.h"

namespace xueshi::plan {

enum class WayOutKind : std::uint8_t { RaiseMaxFee, RaiseMaxHours, DropPin, TakeNearest };

struct WayOut {
    WayOutKind kind = WayOutKind::TakeNearest;
    std::int64_t max_fee = 0;    // RaiseMaxFee: the lowest limit under which there is a plan
    DeciHours max_hours;         // RaiseMaxHours: likewise
    std::string pin;             // DropPin: this offering
    ProposedPlan plan;
    HoursByRequirement missing;  // TakeNearest: only requirements that miss something
};

struct PlanningAdvice {
    PlanningAnswer answer;
    // In the order of the enum; only ways that lead to a plan, and only of demands in the conflict. Empty
    // where the answer is a plan.
    std::vector<WayOut> ways_out;
};

// More pins than these are not tried: a conflict of many pins is no easier to read with a way for each.
inline constexpr std::size_t kMostPinsTried = 3;

// `solve`, and where it finds nothing the ways out. Same requirements, same purity.
PlanningAdvice advise(const PlanningProblem& problem);

}  // namespace xueshi::plan

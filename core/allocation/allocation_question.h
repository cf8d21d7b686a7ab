// What the best allocation is asked for: hours that stay, courses that may move, the years that matter (R23, R24).
#pragma once

#include <string>
#include <vector>

#include "core/allocation/placement_problem.h"
#include "core/base/hour_category.h"
#include "core/base/result.h"
#include "core/rules/rule_pack.h"

namespace xueshi::allocation {

// Hours that count where they are.
struct StayingHours {
    AllocatedYear year;
    HourCategory category = HourCategory::Professional;
    std::vector<std::string> tags;
    DeciHours annual;  // in an annual verification
    DeciHours cycle;   // in a cycle verification: as many, or more by make-up hours
};

struct MovableCourse {
    std::string id;
    HourCategory category = HourCategory::Professional;
    std::vector<std::string> tags;
    DeciHours hours;
    AllocatedYear year;                // where it stands
    std::vector<AllocatedYear> years;  // where it may go, ascending; it may stay in any case
};

struct AllocationQuestion {
    AllocatedYear cycle_last;                 // the cycle is the five years that end with it
    std::vector<AllocatedYear> annual_years;  // whose annual verification is asked for; the latest matters most
    std::vector<StayingHours> staying;
    std::vector<MovableCourse> courses;
};

// The years are those in which courses may stand: no other year's result can change. Courses are sorted by id.
// rules::kNoRulePack for a year without rules; kOutOfRange for what placement_problem.h says.
Result<PlacementProblem> compose_placement(const AllocationQuestion& question, const rules::RuleBook& rules);

}  // namespace xueshi::allocation

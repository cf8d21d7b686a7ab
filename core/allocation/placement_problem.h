// The question behind the best allocation, without teacher and catalogue: courses to be placed in years (R23, R24).
//
// Each course goes whole to one of the years it is allowed in. A placement is judged by, in this order (domain.md
// section 2): which annual verifications pass, the most important first; how many years of the cycle pass; the least
// surplus, which is the sum over all years of the hours above the year's total; the fewest courses moved; the smallest
// list of years, course by course in the order of the problem.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/deci_hours.h"
#include "core/base/result.h"

namespace xueshi::allocation {

inline constexpr std::size_t kMostYears = 8;
inline constexpr std::size_t kMostRequirements = 4;
inline constexpr std::size_t kMostCourses = 60;

struct PlacementYear {
    AllocatedYear year;
    // What the hours that stay leave missing, by requirement; in an annual verification and in a cycle's.
    std::vector<DeciHours> annual_missing;
    std::vector<DeciHours> cycle_missing;
    std::size_t total = 0;             // which requirement is that of the whole year
    DeciHours surplus;                 // what the hours that stay have above it
    std::optional<int> annual_rank;    // 0: the annual verification that matters most; none: nobody asks for it
    bool is_in_cycle = false;
};

struct PlacementCourse {
    std::string id;
    DeciHours hours;
    std::size_t current = 0;                 // index of the year it stands in
    std::vector<std::size_t> allowed;        // indexes of years, ascending, the current one among them
    std::vector<std::uint32_t> counts_for;   // by year: bit r says that it counts for the year's requirement r
};

struct PlacementProblem {
    std::vector<PlacementYear> years;      // ascending, at most kMostYears
    std::vector<PlacementCourse> courses;  // ascending by id, at most kMostCourses
};

using Placement = std::vector<std::size_t>;  // index of the year, by course

// What a placement is judged by; the smaller is the better.
struct PlacementValue {
    std::vector<bool> annual_failed;  // by rank
    int cycle_years_failed = 0;
    DeciHours surplus;
    int moved = 0;

    friend bool operator==(const PlacementValue&, const PlacementValue&) = default;
    friend bool operator<(const PlacementValue& a, const PlacementValue& b);
};

PlacementValue value_of(const PlacementProblem& problem, const Placement& placement);

// kOutOfRange, with the field as subject, when the problem is not as said above.
Outcome validate(const PlacementProblem& problem);

}  // namespace xueshi::allocation

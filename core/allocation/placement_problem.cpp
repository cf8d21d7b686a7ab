#include "core/allocation/placement_problem.h"

#include <algorithm>
#include <tuple>

namespace xueshi::allocation {
namespace {

std::size_t rank_count(const PlacementProblem& problem) {
    int count = 0;
    for (const PlacementYear& year : problem.years) count = std::max(count, year.annual_rank.value_or(-1) + 1);
    return static_cast<std::size_t>(count);
}

bool is_met(const std::vector<DeciHours>& missing, const std::vector<DeciHours>& placed) {
    return std::equal(missing.begin(), missing.end(), placed.begin(),
                      [](DeciHours needed, DeciHours have) { return have >= needed; });
}

bool is_well_formed(const PlacementYear& year) {
    const std::size_t requirements = year.annual_missing.size();
    return requirements > 0 && requirements <= kMostRequirements && year.cycle_missing.size() == requirements &&
           year.total < requirements;
}

bool is_well_formed(const PlacementCourse& course, std::size_t years) {
    const bool ascends = std::adjacent_find(course.allowed.begin(), course.allowed.end(), std::greater_equal<>()) ==
                         course.allowed.end();
    return ascends && course.hours.tenths >= 0 && course.counts_for.size() == years && !course.allowed.empty() &&
           course.allowed.back() < years &&
           std::find(course.allowed.begin(), course.allowed.end(), course.current) != course.allowed.end();
}

}  // namespace

bool operator<(const PlacementValue& a, const PlacementValue& b) {
    return std::tie(a.annual_failed, a.cycle_years_failed, a.surplus, a.moved) <
           std::tie(b.annual_failed, b.cycle_years_failed, b.surplus, b.moved);
}

PlacementValue value_of(const PlacementProblem& problem, const Placement& placement) {
    PlacementValue value;
    value.annual_failed.resize(rank_count(problem));
    for (std::size_t y = 0; y < problem.years.size(); ++y) {
        const PlacementYear& year = problem.years[y];
        std::vector<DeciHours> placed(year.cycle_missing.size());
        for (std::size_t c = 0; c < placement.size(); ++c) {
            if (placement[c] != y) continue;
            for (std::size_t r = 0; r < placed.size(); ++r) {
                if ((problem.courses[c].counts_for[y] >> r & 1U) != 0) placed[r] += problem.courses[c].hours;
            }
        }
        if (year.annual_rank && !is_met(year.annual_missing, placed)) {
            value.annual_failed[static_cast<std::size_t>(*year.annual_rank)] = true;
        }
        if (year.is_in_cycle && !is_met(year.cycle_missing, placed)) ++value.cycle_years_failed;
        value.surplus += year.surplus + missing_hours(year.cycle_missing[year.total], placed[year.total]);
    }
    for (std::size_t c = 0; c < placement.size(); ++c) {
        if (placement[c] != problem.courses[c].current) ++value.moved;
    }
    return value;
}

Outcome validate(const PlacementProblem& problem) {
    if (problem.years.empty() || problem.years.size() > kMostYears) return make_error(kOutOfRange, "years");
    if (problem.courses.size() > kMostCourses) return make_error(kOutOfRange, "courses");
    for (std::size_t i = 0; i < problem.years.size(); ++i) {
        const bool ascends = i == 0 || problem.years[i - 1].year < problem.years[i].year;
        if (!ascends || !is_well_formed(problem.years[i])) {
            return make_error(kOutOfRange, "years[" + std::to_string(i) + "]");
        }
    }
    for (std::size_t i = 0; i < problem.courses.size(); ++i) {
        const bool ascends = i == 0 || problem.courses[i - 1].id < problem.courses[i].id;
        if (!ascends || !is_well_formed(problem.courses[i], problem.years.size())) {
            return make_error(kOutOfRange, "courses[" + std::to_string(i) + "]");
        }
    }
    return Done{};
}

}  // namespace xueshi::allocation

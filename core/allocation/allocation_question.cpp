#include "core/allocation/allocation_question.h"

#include <algorithm>
#include <set>

#include "core/verification/cycle_verification.h"

namespace xueshi::allocation {
namespace {

std::vector<AllocatedYear> years_of(const AllocationQuestion& question) {
    std::set<AllocatedYear> years;
    for (const MovableCourse& course : question.courses) {
        years.insert(course.year);
        years.insert(course.years.begin(), course.years.end());
    }
    return {years.begin(), years.end()};
}

PlacementYear year_of(AllocatedYear year, const rules::AnnualPack& pack, const AllocationQuestion& question) {
    PlacementYear placed{.year = year, .annual_missing = {}, .cycle_missing = {}, .total = 0, .surplus = {},
                         .annual_rank = {}, .is_in_cycle = false};
    for (std::size_t r = 0; r < pack.requirements.size(); ++r) {
        const rules::Requirement& requirement = pack.requirements[r];
        DeciHours annual, cycle;
        for (const StayingHours& hours : question.staying) {
            if (hours.year != year || !requirement.match.holds(hours.category, hours.tags)) continue;
            annual += hours.annual;
            cycle += hours.cycle;
        }
        placed.annual_missing.push_back(missing_hours(annual, requirement.minimum));
        placed.cycle_missing.push_back(missing_hours(cycle, requirement.minimum));
        if (requirement.id != "total") continue;
        placed.total = r;
        placed.surplus = missing_hours(requirement.minimum, cycle);
    }
    const bool has_begun = question.cycle_last.year - verification::kLongestCycle < year.year;
    placed.is_in_cycle = has_begun && year <= question.cycle_last;
    return placed;
}

std::size_t index_of(const std::vector<AllocatedYear>& years, AllocatedYear year) {
    return static_cast<std::size_t>(std::lower_bound(years.begin(), years.end(), year) - years.begin());
}

}  // namespace

Result<PlacementProblem> compose_placement(const AllocationQuestion& question, const rules::RuleBook& rules) {
    const std::vector<AllocatedYear> years = years_of(question);
    PlacementProblem problem;
    std::vector<const rules::AnnualPack*> packs;
    for (const AllocatedYear year : years) {
        const auto pack = rules.annual_pack_of(year);
        if (!pack) return pack.error();
        packs.push_back(*pack);
        problem.years.push_back(year_of(year, **pack, question));
    }
    int rank = 0;
    for (auto year = problem.years.rbegin(); year != problem.years.rend(); ++year) {
        const auto& asked = question.annual_years;
        if (std::find(asked.begin(), asked.end(), year->year) != asked.end()) year->annual_rank = rank++;
    }
    for (const MovableCourse& course : question.courses) {
        PlacementCourse placed{.id = course.id, .hours = course.hours, .current = index_of(years, course.year),
                               .allowed = {}, .counts_for = {}};
        for (std::size_t y = 0; y < years.size(); ++y) {
            const bool may_stand = years[y] == course.year ||
                                   std::find(course.years.begin(), course.years.end(), years[y]) != course.years.end();
            if (may_stand) placed.allowed.push_back(y);
            std::uint32_t counts = 0;
            for (std::size_t r = 0; r < packs[y]->requirements.size() && r < kMostRequirements; ++r) {
                if (packs[y]->requirements[r].match.holds(course.category, course.tags)) counts |= 1U << r;
            }
            placed.counts_for.push_back(counts);
        }
        problem.courses.push_back(std::move(placed));
    }
    std::sort(problem.courses.begin(), problem.courses.end(),
              [](const PlacementCourse& a, const PlacementCourse& b) { return a.id < b.id; });
    if (problem.courses.empty()) return problem;
    if (const Outcome outcome = validate(problem); !outcome) return outcome.error();
    return problem;
}

}  // namespace xueshi::allocation

#include "core/allocation/best_allocation.h"

#include <algorithm>
#include <map>
#include <set>

namespace xueshi::allocation {
namespace {

using verification::RecordCount;
using verification::Verification;

std::map<HourRecordId, DeciHours> counted(const YearChoices& choices, const rules::RuleBook& rules, Verification kind) {
    std::map<HourRecordId, DeciHours> hours;
    for (const RecordCount& each : count_records(choices.joined(), rules, kind)) hours[each.record_id] = each.counted;
    return hours;
}

}  // namespace

AllocationQuestion question_of(const AllocationContext& context, AllocatedYear cycle_last) {
    AllocationQuestion question{.cycle_last = cycle_last, .annual_years = {}, .staying = {}, .courses = {}};
    const YearChoices choices(context);
    std::set<HourRecordId> movable;
    std::set<AllocatedYear> annual_years;
    for (const RecordChoices& each : choices.of_phase_records()) {
        if (!each.can_move()) continue;
        const ledger::HourRecord& record = *each.record;
        MovableCourse course{.id = record.id.text, .category = record.category, .tags = record.tags,
                             .hours = record.hours, .year = record.allocated_year, .years = {}};
        for (const YearChoice& choice : each.years) {
            if (!choice.barrier) course.years.push_back(choice.year);
            if (choice.purpose == ledger::HourPurpose::Annual) annual_years.insert(choice.year);
        }
        movable.insert(record.id);
        question.courses.push_back(std::move(course));
    }
    question.annual_years.assign(annual_years.begin(), annual_years.end());
    const auto annual = counted(choices, context.rules, Verification::Annual);
    const auto cycle = counted(choices, context.rules, Verification::Cycle);
    for (const ledger::HourRecord& record : context.records) {
        if (movable.contains(record.id)) continue;
        question.staying.push_back({record.allocated_year, record.category, record.tags, annual.at(record.id), cycle.at(record.id)});
    }
    return question;
}

Result<BestAllocation> best_allocation(const AllocationContext& context, AllocatedYear cycle_last, std::int64_t most_work) {
    const auto problem = compose_placement(question_of(context, cycle_last), context.rules);
    if (!problem) return problem.error();
    if (problem->courses.empty()) return BestAllocation{.moves = {}, .value = {}, .is_proven = true};
    const BestPlacement best = best_placement(*problem, most_work);
    BestAllocation allocation{.moves = {}, .value = best.value, .is_proven = best.is_proven};
    for (std::size_t c = 0; c < problem->courses.size(); ++c) {
        const PlacementCourse& course = problem->courses[c];
        if (best.years[c] == course.current) continue;
        allocation.moves.push_back({HourRecordId{course.id}, problem->years[best.years[c]].year});
    }
    return allocation;
}

}  // namespace xueshi::allocation

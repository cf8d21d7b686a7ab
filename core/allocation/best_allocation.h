// The best allocation of a teacher's hours (R23, R24): which moves lead to the most passed verifications, with the least
// surplus and the fewest moves. By what it is judged, placement_problem.h says; that none is better is proven.
#pragma once

#include <vector>

#include "core/allocation/allocation_question.h"
#include "core/allocation/best_placement.h"
#include "core/allocation/year_choices.h"

namespace xueshi::allocation {

struct BestAllocation {
    std::vector<ledger::YearMove> moves;  // by record id; what AllocateHours takes. Empty: it stands best as it is
    PlacementValue value;
    bool is_proven = false;
};

// The courses are the records that may move, with the years they may be allocated to; `cycle_last` is the year asked.
AllocationQuestion question_of(const AllocationContext& context, AllocatedYear cycle_last);

// kOutOfRange where there are more than kMostCourses courses or kMostYears years. After `most_work` partial placements the
// best found so far is answered, unproven.
Result<BestAllocation> best_allocation(const AllocationContext& context,
                                       AllocatedYear cycle_last,
                                       std::int64_t most_work = kMostWork);

}  // namespace xueshi::allocation

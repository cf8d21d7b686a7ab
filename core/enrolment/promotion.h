// Who comes from the waiting list to a place: whenever one is free, and in the same transaction (until the final list
// is due; after that only substitution moves a place).
#pragma once

#include <vector>

#include "core/enrolment/roster_decide.h"

namespace xueshi::enrolment {

// The promotions that follow when the unit has these places taken and this waiting list, in the list's order.
std::vector<RosterFact> promotions(const RosterContext& context,
                                   const QuotaRow& row,
                                   PlacesBySchool held,
                                   const std::vector<Waiting>& waiting);

// The promotions that follow when this enrolment's place is set free; empty when it holds none.
std::vector<RosterFact> promotions_after(const RosterContext& context, const Enrolment& leaving);

}  // namespace xueshi::enrolment

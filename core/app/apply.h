// apply: folds an event into the state. Total, idempotent, cannot fail, and indifferent to order.
//
// An event that does not belong to a part of the state leaves that part alone, so a feed's events can be
// offered to each part in turn.
#pragma once

#include "core/app/state.h"

namespace xueshi::app {

void apply(TeacherState& state, const StampedEvent& event);
void apply(UnitState& state, const StampedEvent& event);
void apply(SharedState& state, const StampedEvent& event);

}  // namespace xueshi::app

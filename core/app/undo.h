// Undo: the events that take a device's events back. They are appended like any other, so that undo survives
// sync; confirmed facts of the server have commands of their own instead.
#pragma once

#include <vector>

#include "core/app/event.h"
#include "core/app/state.h"

namespace xueshi::app {

// What restores the state `before` the events were applied, in the order to apply it. Events that cannot be
// taken back (the server's, a dated confirmation) contribute nothing.
std::vector<Event> inverse_of(const TeacherState& before, const std::vector<Event>& events);

}  // namespace xueshi::app

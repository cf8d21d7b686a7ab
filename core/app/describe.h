// What an event or a command did, as a code and what it was about: for undo's label and for the list of what
// waits. The sentence is the locale's.
#pragma once

#include <string>
#include <string_view>

#include "core/app/command.h"
#include "core/app/event.h"
#include "core/app/state.h"

namespace xueshi::app {

struct Deed {
    std::string_view code;  // "RunAdded"
    std::string subject;    // a course's title, a draft's name, or empty
};

Deed describe(const Event& event, const TeacherState& teacher, const SharedState& shared);
Deed describe(const Command& command, const TeacherState& teacher, const SharedState& shared);

}  // namespace xueshi::app

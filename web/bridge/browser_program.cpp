#include "web/bridge/browser_program.h"

#include <emscripten/emscripten.h>

EM_JS(int, xueshi_program_state, (int part), { return Module.bridge.program.state(part); });
EM_JS(void, xueshi_program_fetch, (int part), { Module.bridge.program.fetch(part); });

namespace xueshi::bridge {

// The script's numbers are the order of the enumerations.
ports::PartState BrowserProgram::state(ports::ProgramPart part) const {
    return static_cast<ports::PartState>(xueshi_program_state(static_cast<int>(part)));
}

void BrowserProgram::fetch(ports::ProgramPart part) { xueshi_program_fetch(static_cast<int>(part)); }

}  // namespace xueshi::bridge

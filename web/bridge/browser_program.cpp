#include "web/bridge/browser_program.h"

#include <emscripten/emscripten.h>

EM_JS(int, xueshi_program_second_part, (), { return Module.bridge.program.secondPart; });
EM_JS(void, xueshi_program_fetch_second_part, (), { Module.bridge.program.fetchSecondPart(); });

namespace xueshi::bridge {

// The script's numbers are the order of the enumeration.
ports::SecondPart BrowserProgram::second_part() const {
    return static_cast<ports::SecondPart>(xueshi_program_second_part());
}

void BrowserProgram::fetch_second_part() { xueshi_program_fetch_second_part(); }

}  // namespace xueshi::bridge

#include "web/bridge/browser_program.h"

#include <emscripten/emscripten.h>

#include "web/bridge/script_result.h"

EM_JS(int, xueshi_program_state, (int part), { return Module.bridge.program.state(part); });
EM_JS(void, xueshi_program_fetch, (int part), { Module.bridge.program.fetch(part); });

// Answers the size of the words that came, or -1.
EM_JS(int, xueshi_program_words, (), { return Module.bridge.program.words(); });

namespace xueshi::bridge {

// The script's numbers are the order of the enumerations.
ports::PartState BrowserProgram::state(ports::ProgramPart part) const {
    return static_cast<ports::PartState>(xueshi_program_state(static_cast<int>(part)));
}

void BrowserProgram::fetch(ports::ProgramPart part) { xueshi_program_fetch(static_cast<int>(part)); }

std::optional<std::string> BrowserProgram::take_words() {
    const int size = xueshi_program_words();
    if (size < 0) return std::nullopt;
    return take_script_result(size);
}

}  // namespace xueshi::bridge

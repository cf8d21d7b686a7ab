#include "web/bridge/browser_library.h"

#include <emscripten/emscripten.h>

#include "web/bridge/script_result.h"

EM_JS(void, xueshi_library_fetch, (int name), { Module.bridge.library.fetch(name); });
// The name of the next document that arrived, or -1; its size is asked for after.
EM_JS(int, xueshi_library_next, (), { return Module.bridge.library.next(); });
EM_JS(int, xueshi_library_bytes, (), { return Module.bridge.library.bytes(); });

namespace xueshi::bridge {

// The script's numbers are the order of the enumeration.
void BrowserLibrary::fetch(ports::DocumentName name) { xueshi_library_fetch(static_cast<int>(name)); }

std::optional<ports::ArrivedDocument> BrowserLibrary::take() {
    const int name = xueshi_library_next();
    if (name < 0) return std::nullopt;
    return ports::ArrivedDocument{static_cast<ports::DocumentName>(name), take_script_result(xueshi_library_bytes())};
}

}  // namespace xueshi::bridge

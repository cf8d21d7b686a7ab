#include "web/bridge/browser_lifecycle.h"

#include <emscripten/emscripten.h>

EM_JS(int, xueshi_lifecycle_visible, (), { return Module.bridge.lifecycle.isVisible() ? 1 : 0; });
EM_JS(int, xueshi_lifecycle_online, (), { return Module.bridge.lifecycle.isOnline() ? 1 : 0; });

namespace xueshi::bridge {

bool BrowserLifecycle::visible() const { return xueshi_lifecycle_visible() != 0; }

bool BrowserLifecycle::online() const { return xueshi_lifecycle_online() != 0; }

}  // namespace xueshi::bridge

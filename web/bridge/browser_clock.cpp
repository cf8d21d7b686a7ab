#include "web/bridge/browser_clock.h"

#include <emscripten/emscripten.h>

EM_JS(double, xueshi_clock_now, (), { return performance.now(); });

namespace xueshi::bridge {

double BrowserClock::monotonic_ms() const { return xueshi_clock_now(); }

}  // namespace xueshi::bridge

#include "web/bridge/browser_clock.h"

#include <emscripten/emscripten.h>

EM_JS(double, xueshi_clock_now, (), { return performance.now(); });
EM_JS(double, xueshi_clock_wall, (), { return Date.now(); });

namespace xueshi::bridge {

double BrowserClock::monotonic_ms() const { return xueshi_clock_now(); }
std::int64_t BrowserClock::wall_ms() const { return static_cast<std::int64_t>(xueshi_clock_wall()); }

}  // namespace xueshi::bridge

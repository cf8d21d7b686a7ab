#include "web/bridge/browser_release.h"

#include <emscripten/emscripten.h>

EM_JS(int, xueshi_release_flags, (), { return Module.bridge.release.flags(); });
EM_JS(void, xueshi_release_take, (), { Module.bridge.release.take(); });
EM_JS(void, xueshi_release_install, (), { Module.bridge.release.install(); });

namespace xueshi::bridge {

ports::ReleaseState BrowserRelease::state() const {
    const int flags = xueshi_release_flags();
    return {.is_update_ready = (flags & 1) != 0,
            .opens_offline = (flags & 8) != 0,
            .never_opens_offline = (flags & 16) != 0,
            .can_install = (flags & 2) != 0,
            .installs_by_menu = (flags & 4) != 0};
}

void BrowserRelease::take() { xueshi_release_take(); }

void BrowserRelease::install() { xueshi_release_install(); }

}  // namespace xueshi::bridge

#include "web/bridge/browser_navigation.h"

#include <emscripten/emscripten.h>

#include "web/bridge/script_result.h"

EM_JS(int, xueshi_navigation_route, (), { return Module.bridge.navigation.route(); });
EM_JS(void, xueshi_navigation_go, (const char* route, int size, int replaces), {
    Module.bridge.navigation.go(Module.bridge.heap.text(route, size), Boolean(replaces));
});
EM_JS(void, xueshi_navigation_back, (), { history.back(); });
EM_JS(void, xueshi_navigation_set_title, (const char* title, int size), {
    document.title = Module.bridge.heap.text(title, size);
});

namespace xueshi::bridge {

const std::string& BrowserNavigation::route() const {
    const int size = xueshi_navigation_route();
    if (size >= 0) route_ = take_script_result(size);
    return route_;
}

void BrowserNavigation::push(std::string_view route) {
    xueshi_navigation_go(route.data(), static_cast<int>(route.size()), 0);
}

void BrowserNavigation::replace(std::string_view route) {
    xueshi_navigation_go(route.data(), static_cast<int>(route.size()), 1);
}

void BrowserNavigation::back() { xueshi_navigation_back(); }

void BrowserNavigation::set_title(std::string_view title) {
    if (title == title_) return;
    title_ = title;
    xueshi_navigation_set_title(title.data(), static_cast<int>(title.size()));
}

}  // namespace xueshi::bridge

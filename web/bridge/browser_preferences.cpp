#include "web/bridge/browser_preferences.h"

#include <emscripten/emscripten.h>

#include "web/bridge/script_result.h"

// Answers the size of the value, or -1 when there is none.
EM_JS(int, xueshi_preferences_get, (const char* key, int size), {
    return Module.bridge.preferences.get(Module.bridge.heap.text(key, size));
});
EM_JS(void,
      xueshi_preferences_set,
      (const char* key, int key_size, const char* value, int value_size),
      {
          const heap = Module.bridge.heap;
          Module.bridge.preferences.set(heap.text(key, key_size), heap.text(value, value_size));
      });
EM_JS(void, xueshi_preferences_remove, (const char* key, int size), {
    Module.bridge.preferences.remove(Module.bridge.heap.text(key, size));
});

namespace xueshi::bridge {

std::optional<std::string> BrowserPreferences::get(std::string_view key) const {
    const int size = xueshi_preferences_get(key.data(), static_cast<int>(key.size()));
    if (size < 0) return std::nullopt;
    return take_script_result(size);
}

void BrowserPreferences::set(std::string_view key, std::string_view value) {
    xueshi_preferences_set(
        key.data(), static_cast<int>(key.size()), value.data(), static_cast<int>(value.size()));
}

void BrowserPreferences::remove(std::string_view key) {
    xueshi_preferences_remove(key.data(), static_cast<int>(key.size()));
}

}  // namespace xueshi::bridge

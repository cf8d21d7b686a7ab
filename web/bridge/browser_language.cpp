#include "web/bridge/browser_language.h"

#include <emscripten/emscripten.h>

#include "web/bridge/script_result.h"

EM_JS(int, xueshi_language_tag, (), { return Module.bridge.language.tag(); });
EM_JS(void, xueshi_language_set_tag, (const char* tag, int size), {
    Module.bridge.language.setTag(Module.bridge.heap.text(tag, size));
});
EM_JS(void, xueshi_language_fetch, (const char* tag, int size), {
    Module.bridge.language.fetch(Module.bridge.heap.text(tag, size));
});
// Answers the size of the file, or -1 when none has arrived.
EM_JS(int, xueshi_language_next, (), { return Module.bridge.language.next(); });

namespace xueshi::bridge {

std::string BrowserLanguage::tag() const { return take_script_result(xueshi_language_tag()); }

void BrowserLanguage::set_tag(std::string_view tag) {
    xueshi_language_set_tag(tag.data(), static_cast<int>(tag.size()));
}

void BrowserLanguage::fetch_words(std::string_view tag) {
    xueshi_language_fetch(tag.data(), static_cast<int>(tag.size()));
}

std::optional<std::string> BrowserLanguage::take_words() {
    const int size = xueshi_language_next();
    if (size < 0) return std::nullopt;
    return take_script_result(size);
}

}  // namespace xueshi::bridge

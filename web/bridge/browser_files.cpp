#include "web/bridge/browser_files.h"

#include <emscripten/emscripten.h>

#include "web/bridge/script_result.h"

EM_JS(void, xueshi_files_save, (const char* name, int name_size, const char* text, int size), {
    const heap = Module.bridge.heap;
    Module.bridge.files.save(heap.text(name, name_size), heap.text(text, size));
});
EM_JS(void, xueshi_files_save_from, (const char* path, int size), {
    Module.bridge.files.saveFrom(Module.bridge.heap.text(path, size));
});
EM_JS(void, xueshi_files_ask, (), { Module.bridge.files.ask(); });
// Size of the next file and one more, so that an empty file is told from none.
EM_JS(int, xueshi_files_next, (), { return Module.bridge.files.next(); });

namespace xueshi::bridge {

void BrowserFiles::save(std::string_view name, std::string_view text) {
    xueshi_files_save(name.data(), static_cast<int>(name.size()), text.data(), static_cast<int>(text.size()));
}

void BrowserFiles::save_from(std::string_view path) {
    xueshi_files_save_from(path.data(), static_cast<int>(path.size()));
}

void BrowserFiles::ask_for_file() { xueshi_files_ask(); }

std::vector<std::string> BrowserFiles::take_files() {
    std::vector<std::string> files;
    while (const int size = xueshi_files_next()) files.push_back(take_script_result(size).substr(1));
    return files;
}

}  // namespace xueshi::bridge

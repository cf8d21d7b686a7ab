#include "web/bridge/script_result.h"

#include <emscripten/emscripten.h>

EM_JS(void, xueshi_take_result, (char* to), { Module.bridge.heap.takeResult(to); });

namespace xueshi::bridge {

std::string take_script_result(int size) {
    if (size <= 0) return {};
    std::string bytes(static_cast<std::size_t>(size), '\0');
    xueshi_take_result(bytes.data());
    return bytes;
}

}  // namespace xueshi::bridge

#include "web/bridge/browser_entropy.h"

#include <emscripten/emscripten.h>

EM_JS(void, xueshi_entropy_fill, (void* to, int size), {
    crypto.getRandomValues(Module.bridge.heap.bytes(to, size));
});

namespace xueshi::bridge {

void BrowserEntropy::fill(std::span<std::uint8_t> bytes) {
    xueshi_entropy_fill(bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace xueshi::bridge

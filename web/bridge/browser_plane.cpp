#include "web/bridge/browser_plane.h"

#include <emscripten/emscripten.h>

#include "web/bridge/byte_reader.h"
#include "web/bridge/script_result.h"

EM_JS(int, xueshi_plane_inputs, (), { return Module.bridge.plane.inputs(); });
EM_JS(void, xueshi_plane_apply, (const void* patch, int size), {
    Module.bridge.plane.apply(Module.bridge.heap.bytes(patch, size));
});
// Writes x and y and answers flags: 1 present, 2 down, 4 touch.
EM_JS(int, xueshi_plane_pointer, (float* position), {
    const pointer = Module.bridge.plane.pointer;
    Module.bridge.heap.floats(position, 2).set([ pointer.x, pointer.y ]);
    return (pointer.isPresent ? 1 : 0) | (pointer.isDown ? 2 : 0) | (pointer.isTouch ? 4 : 0);
});

namespace xueshi::bridge {

std::vector<ui::Input> BrowserPlane::take_inputs() {
    std::vector<ui::Input> inputs;
    const std::string bytes = take_script_result(xueshi_plane_inputs());
    ByteReader reader(bytes);
    while (!reader.is_at_end()) {
        ui::Input input;
        input.kind = static_cast<ui::Input::Kind>(reader.number<std::uint8_t>());
        input.node = reader.number<std::uint32_t>();
        input.number = reader.number<float>();
        input.text = reader.string();
        inputs.push_back(std::move(input));
    }
    return inputs;
}

void BrowserPlane::apply(std::span<const std::uint8_t> patch) {
    // An empty patch is told, too: fields that were refused a change are checked after some frames.
    xueshi_plane_apply(patch.data(), static_cast<int>(patch.size()));
}

ports::InputPlane::Pointer BrowserPlane::pointer() const {
    float position[2] = {};
    const int flags = xueshi_plane_pointer(position);
    return {position[0], position[1], (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0};
}

}  // namespace xueshi::bridge

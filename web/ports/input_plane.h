// The DOM above the canvas: what people and assistive technology act on (web/ui/semantics.h).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "web/ui/semantics.h"

namespace xueshi::ports {

class InputPlane {
  public:
    virtual ~InputPlane() = default;
    // What happened since the last call, in order. Arriving inputs wake the frame loop.
    virtual std::vector<ui::Input> take_inputs() = 0;
    // Applies a patch in the format of web/ui/plane_patch.h.
    virtual void apply(std::span<const std::uint8_t> patch) = 0;
    // For looks only (what a pointer acts on is decided by the plane and comes as inputs). CSS px.
    struct Pointer {
        float x = 0;
        float y = 0;
        bool is_present = false;  // false when it left, or a finger was lifted
        bool is_down = false;
        bool is_touch = false;
    };
    virtual Pointer pointer() const = 0;
};

}  // namespace xueshi::ports

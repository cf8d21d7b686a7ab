// Slider over stops, and the priority chips below it.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/frame.h"

namespace xueshi::ui {

struct SliderLook {
    std::string_view name = {};
    std::string_view value_text = {};  // of the current stop
    int stop_count = 1;
    int current = 0;
    std::span<const float> places = {};  // of the stops, 0…1 rising; empty: evenly spread
};
// Answers the stop now wanted: `current` unless it was moved. 2 em high in the middle of `rect`.
int slider(Frame& frame, std::string_view id, const Rect& rect, const SliderLook& look);

// Ranked chips, the first two in the accent's tint. Activating one moves it a place forward,
// stepping it (Alt + arrows, dragging) by so many places.
struct PriorityMove {
    int from = -1;  // -1: nothing happened
    int to = -1;
};
PriorityMove priority_chips(Frame& frame,
                            std::string_view id,
                            const Rect& rect,
                            std::span<const std::string_view> labels,
                            std::string_view hint);

}  // namespace xueshi::ui

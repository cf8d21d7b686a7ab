// Empty, offline, loading, failed, refused: what happened, what is safe, what to do next.
#pragma once

#include <string_view>

#include "web/ui/icons.h"

namespace xueshi::ui {

struct StatePageLook {
    Drawing drawing = Drawing::Empty;
    Colour colour = 0;  // of the drawing; 0: accent
    int percent = -1;   // 0…100: a ring of ticks instead of the drawing
    std::string_view percent_text = {};
    std::string_view title = {};
    std::string_view text = {};
    std::string_view safe = {};     // what is not lost; empty: none
    std::string_view primary = {};  // actions; empty: none
    std::string_view secondary = {};
};

enum class StatePageAction : std::uint8_t { None, Primary, Secondary };

// On a card over `rect`.
StatePageAction state_page(Frame& frame,
                           std::string_view id,
                           const Rect& rect,
                           const StatePageLook& look);

// What its words and its button need of it, CSS px; without a ring.
float state_page_height(const Frame& frame, float width, const StatePageLook& look);

// Loading as a share: a ring of 24 ticks with the percentage inside.
void progress_ring(Frame& frame, const Rect& rect, int percent, std::string_view text);
// A share as a bar, 0.375 em high in the middle of `rect`; `value` is its text equivalent.
void progress_bar(
    Frame& frame, const Rect& rect, float share, std::string_view name, std::string_view value);

}  // namespace xueshi::ui

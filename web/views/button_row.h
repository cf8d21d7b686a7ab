// Buttons of a card side by side, below each other where they do not fit.
#pragma once

#include <string_view>

#include "web/ui/button.h"
#include "web/views/card_pen.h"

namespace xueshi::views {

struct ButtonRow {
    CardPen& pen;
    ui::Rect row = {};

    // Whether it was pressed.
    bool add(std::string_view id, const ui::ButtonLook& look) {
        ui::Frame& frame = pen.frame();
        const float gap = frame.px(ui::metrics::kSpace2);
        const float width = ui::button_width(frame, look);
        if (row.width < width) row = ui::take_top(pen.rest, ui::button_height(frame, look.size), gap);
        const ui::Rect place = ui::take_left(row, width, gap);
        return pen.draws && ui::button(frame, id, place, look);
    }
};

}  // namespace xueshi::views

// A receipt's number looked up: what was done, by whom, when.
#pragma once

#include <string>

#include "core/app/find_step.h"
#include "web/views/screen.h"

namespace xueshi::views {

struct ReceiptLookupState {
    bool is_open = false;
    std::string number;
};

// The button that opens it; its width.
float receipt_button_width(const Screen& screen);
void draw_receipt_button(const Screen& screen, const ui::Rect& rect, ReceiptLookupState& ui);
// Drawn last, outside of scroll regions.
void draw_receipt_dialog(const Screen& screen, const app::SpecialState& state, ReceiptLookupState& ui);

}  // namespace xueshi::views

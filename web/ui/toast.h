// Toast: one sentence about what was just done, with its undo. Drawn last.
#pragma once

#include <string_view>

#include "web/ui/chip.h"

namespace xueshi::ui {

struct ToastLook {
    std::string_view sentence = {};
    Meaning meaning = Meaning::Done;  // Done, Attention or Refused
    std::string_view action = {};     // empty: none
};

// Stands in the middle, 0.75 em above `bottom_y`; the caller takes it away after 6 s. True: action.
bool toast(Frame& frame, std::string_view id, float bottom_y, const ToastLook& look);

}  // namespace xueshi::ui

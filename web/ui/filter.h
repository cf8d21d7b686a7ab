// Filter: a pill that opens a menu or, set, can be cleared.
#pragma once

#include <string_view>

#include "web/ui/frame.h"

namespace xueshi::ui {

struct FilterLook {
    std::string_view label = {};
    std::string_view description = {};  // what pressing it does, for screen readers
    bool is_set = false;
    bool is_open = false;   // its menu is shown
    bool clears = false;    // a cross instead of the chevron: pressing it clears
    bool is_plain = false;  // neither: pressing it sets or clears at once
};

bool filter(Frame& frame, std::string_view id, const Rect& rect, const FilterLook& look);
float filter_width(const Frame& frame, const FilterLook& look);

}  // namespace xueshi::ui

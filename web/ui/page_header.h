// The title row of a screen.
#pragma once

#include <string_view>

#include "web/ui/frame.h"

namespace xueshi::ui {

struct PageHeaderLook {
    std::string_view title = {};
    std::string_view note = {};       // outlined chip, such as "sample data"
    std::string_view back_name = {};  // not empty: an arrow back in front of the title
    std::string_view back_route = {};
};
struct PageHeader {
    Rect rest = {};           // between title and note, free for controls
    bool wants_back = false;  // the arrow was activated (without a route)
};
// Title at the left, note at the right edge of `rect`; pass a rectangle without the room other
// controls at the right take.
PageHeader page_header(Frame& frame, const Rect& rect, const PageHeaderLook& look);

}  // namespace xueshi::ui

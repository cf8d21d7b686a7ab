// Segmented control: one of a few, all visible.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/icons.h"

namespace xueshi::ui {

struct Segment {
    std::string_view label = {};  // empty: the icon alone, then `name` is required
    std::string_view name = {};
    Icon icon = Icon::None;
};

// Answers the index that was activated, or -1. `fills`: equal parts over the whole width.
struct SegmentedLook {
    std::string_view name = {};  // of the group
    int selected = 0;            // -1: none
    bool fills = false;
};
int segmented(Frame& frame,
              std::string_view id,
              const Rect& rect,
              std::span<const Segment> segments,
              const SegmentedLook& look);
float segmented_width(const Frame& frame, std::span<const Segment> segments);
float segmented_height(const Frame& frame);

}  // namespace xueshi::ui

// The ways between screens: rail (desktop), tab bar (phone), top bar (television). Items are links.
//
// The status line stands on a tab bar while there is a state to tell that a rail would tell at its foot.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/chip.h"

namespace xueshi::ui {

struct NavigationItem {
    std::string_view label = {};
    std::string_view route = {};
    Icon icon = Icon::None;
    int badge = 0;               // things waiting; 0: none
    std::string_view name = {};  // for screen readers, with the badge said; empty: the label
    bool is_selected = false;
    bool is_status = false;  // tells a state (synced), still a link
};

// `lower` stands at the bottom. `name` is that of the region.
void rail(Frame& frame,
          const Rect& rect,
          std::span<const NavigationItem> upper,
          std::span<const NavigationItem> lower,
          std::string_view name);
void tab_bar(Frame& frame,
             const Rect& rect,
             std::span<const NavigationItem> items,
             std::string_view name);
// Lower than a finger: on touch its target reaches down over the tabs' upper edge, so draw it after them.
struct StatusLineLook {
    std::string_view text = {};
    std::string_view route = {};
    Icon icon = Icon::None;
    Meaning meaning = Meaning::Wait;
};
void status_line(Frame& frame, const Rect& rect, const StatusLineLook& look);

void top_bar(Frame& frame,
             const Rect& rect,
             std::string_view product,
             std::span<const NavigationItem> items,
             std::string_view name);

}  // namespace xueshi::ui

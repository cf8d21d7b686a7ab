// The ways between screens: rail (desktop), tab bar (phone), top bar (television). Items are links.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/icons.h"

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
void top_bar(Frame& frame,
             const Rect& rect,
             std::string_view product,
             std::span<const NavigationItem> items,
             std::string_view name);

}  // namespace xueshi::ui

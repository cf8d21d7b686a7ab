// Menu below its anchor: one of several. Drawn last, outside of scroll regions.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/icons.h"

namespace xueshi::ui {

struct MenuItem {
    std::string_view label = {};
    std::string_view note = {};  // small, at the right
    Icon icon = Icon::None;
    bool is_selected = false;
    bool is_disabled = false;
};

struct MenuLook {
    std::string_view name = {};        // of the menu
    std::string_view close_name = {};  // of pressing beside it
    Rect anchor = {};                  // on the canvas (Frame::on_canvas)
    float least_em = 10;
};

inline constexpr int kMenuOpen = -1;       // nothing chosen yet
inline constexpr int kMenuDismissed = -2;  // Escape, back, or pressed beside it

int menu(Frame& frame, std::string_view id, std::span<const MenuItem> items, const MenuLook& look);

}  // namespace xueshi::ui

// Buttons and links: what acts when it is pressed.
#pragma once

#include <string_view>

#include "web/ui/icons.h"
#include "web/ui/text.h"

namespace xueshi::ui {

enum class ButtonKind : std::uint8_t { Secondary, Primary, Quiet, Danger };
enum class ButtonSize : std::uint8_t { Normal, Small, Large };

struct ButtonLook {
    std::string_view label = {};  // empty: an icon button, then `name` is required
    ButtonKind kind = ButtonKind::Secondary;
    ButtonSize size = ButtonSize::Normal;
    Icon icon = Icon::None;
    bool is_disabled = false;  // the reason stands beside it, or in `description`
    bool is_waiting = false;   // the label is then the verb in progress; not pressable
    bool has_popup = false;
    bool is_expanded = false;
    std::string_view name = {};         // for screen readers; empty: the label
    std::string_view description = {};  // read after the name
    std::string_view route = {};        // not empty: a link to there
    std::string_view key = {};          // of a button: also pressed by it where nobody types ("A", "ArrowDown")
};

// True in the frame after it was activated (never for links: the router opens them).
bool button(Frame& frame, std::string_view id, const Rect& rect, const ButtonLook& look);
float button_width(const Frame& frame, const ButtonLook& look);
float button_height(const Frame& frame, ButtonSize size = ButtonSize::Normal);

// Text in the accent colour, with an optional chevron behind; the touch target is padded out
// invisibly.
struct LinkLook {
    std::string_view label = {};
    std::string_view route = {};  // empty: a button that looks like a link
    TextSize size = TextSize::Small;
    Weight weight = Weight::Regular;
    Align align = Align::Left;
    Icon icon = Icon::None;  // in front
    bool has_chevron = false;
};
bool link(Frame& frame, std::string_view id, const Rect& rect, const LinkLook& look);
float link_width(const Frame& frame, const LinkLook& look);

}  // namespace xueshi::ui

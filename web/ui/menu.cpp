#include "web/ui/menu.h"

#include <algorithm>

#include "web/ui/card.h"
#include "web/ui/scroll_region.h"
#include "web/ui/text.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

constexpr float kSlot = 1.5f;  // room for the tick or icon in front

float item_height(const Frame& frame) {
    return frame.px(frame.is_phone() || frame.is_touch ? 3.0f : 2.5f);
}

float menu_width(const Frame& frame, std::span<const MenuItem> items, float least) {
    float width = least;
    for (const MenuItem& item : items) {
        float wanted = measure_text(frame, item.label, TextSize::Body, Weight::Bold) +
                       frame.px(kSlot + 2 * kSpace3 + kSpace2);
        if (!item.note.empty()) {
            wanted += measure_text(frame, item.note, TextSize::Small) + frame.px(kSpace4);
        }
        width = std::max(width, wanted);
    }
    return std::min(width, frame.viewport.width - frame.px(2 * kSpace2));
}

// Below the anchor, above it where there is more room, never out of the viewport.
Rect place_menu(const Frame& frame, const Rect& anchor, float width, float height) {
    const Rect& view = frame.viewport;
    const float gap = frame.px(kSpace1);
    const float edge = frame.px(kSpace2);
    const float below = view.bottom() - anchor.bottom() - gap - edge;
    const float above = anchor.y - view.y - gap - edge;
    const bool goes_up = height > below && above > below;
    const float tall = std::min(height, std::max(above, below));
    const float x =
        std::clamp(anchor.x, view.x + edge, std::max(view.x + edge, view.right() - edge - width));
    const float y = goes_up ? anchor.y - gap - tall : anchor.bottom() + gap;
    return {x, y, width, tall};
}

bool draw_item(Frame& frame, const Rect& rect, const MenuItem& item, bool takes_focus) {
    const Theme& theme = frame.theme;
    const NodeId node = frame.id("item");
    const Interaction state = frame.interact(node, !item.is_disabled);
    unsigned bits = item.is_disabled ? unsigned{kDisabled} : 0u;
    if (item.is_selected) bits |= kSelected;
    if (takes_focus) bits |= kAutofocus;
    frame.add_node(node, Role::Button, rect, {item.label, {}, item.note}, bits);
    const float radius = frame.px(kRadiusChip);
    if (state.is_pressed || state.hover > 0) {
        fill(frame,
             rect,
             state.is_pressed ? theme.surface_press
                              : mixed(theme.surface, theme.sunken, state.hover),
             radius);
    }
    Rect rest = inset(rect, frame.px(kSpace2), 0);
    const Colour ink = item.is_disabled ? theme.ink_3 : item.is_selected ? theme.accent : theme.ink;
    const Icon sign = item.is_selected ? Icon::Check : item.icon;
    draw_icon(frame,
              take_left(rest, frame.px(kIconStatus), frame.px(kSpace2)),
              sign,
              frame.px(kIconStatus),
              item.is_selected ? theme.accent : theme.ink_2);
    if (!item.note.empty()) {
        const float width = measure_text(frame, item.note, TextSize::Small);
        draw_text(frame,
                  take_right(rest, width, frame.px(kSpace2)),
                  item.note,
                  {.size = TextSize::Small,
                   .colour = item.is_disabled ? theme.ink_3 : theme.ink_2,
                   .spoken = Spoken::Decorative});
    }
    draw_text(frame,
              rest,
              item.label,
              {.weight = item.is_selected ? Weight::Bold : Weight::Regular,
               .colour = ink,
               .spoken = Spoken::Decorative});
    frame.show_focus(node, inset(rect, frame.px(kFocusRing)), radius);
    return state.is_activated;
}

}  // namespace

int menu(Frame& frame, std::string_view id, std::span<const MenuItem> items, const MenuLook& look) {
    const float pad = frame.px(0.375f);
    const float width = menu_width(frame, items, frame.px(look.least_em));
    const float height = item_height(frame) * static_cast<float>(items.size());
    const Rect body = place_menu(frame, look.anchor, width, height + 2 * pad);

    int chosen = frame.plane.was_dismissed(frame.id(id)) ? kMenuDismissed : kMenuOpen;
    const NodeScope owner(frame, id, Role::Dialog, frame.viewport, look.name);
    const NodeId close = frame.id("close");
    frame.add_node(close, Role::Button, frame.viewport, {look.close_name, {}, {}});
    if (frame.plane.was_activated(close)) chosen = kMenuDismissed;

    floating(frame, body, frame.theme.surface);
    frame.add_node(frame.id("body"), Role::Group, body, {}, kOverlay);
    const int selected = [&] {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].is_selected) return static_cast<int>(i);
        }
        return 0;
    }();
    ScrollRegion region(frame, "items", inset(body, pad), height);
    Rect rest{0, 0, region.width(), height};
    for (std::size_t i = 0; i < items.size(); ++i) {
        const IdScope scope(frame, static_cast<std::uint64_t>(i));
        const Rect row = take_top(rest, item_height(frame));
        if (draw_item(frame, row, items[i], static_cast<int>(i) == selected))
            chosen = static_cast<int>(i);
    }
    return chosen;
}

}  // namespace xueshi::ui

#include "web/ui/button.h"

#include <algorithm>

namespace xueshi::ui {
namespace {

using namespace metrics;

struct Colours {
    Colour inside = 0;  // 0: nothing painted
    Colour stroke = 0;
    Colour ink = 0;
};

Colours button_colours(const Frame& frame, const ButtonLook& look, const Interaction& state) {
    const Theme& theme = frame.theme;
    if (look.is_waiting)
        return {theme.wait_tint, theme.outlines_tints ? theme.wait : 0, theme.wait};
    if (look.is_disabled) return {theme.sunken, theme.hairline, theme.ink_3};
    const Colour lit =
        frame.is_television() && state.is_focused ? theme.accent_tint_2 : theme.surface;
    const Colour raised =
        state.is_pressed ? theme.surface_press : mixed(lit, theme.surface_hover, state.hover);
    switch (look.kind) {
        case ButtonKind::Primary:
            return {state.is_pressed ? theme.accent_press
                                     : mixed(theme.accent, theme.accent_hover, state.hover),
                    0,
                    theme.on_accent};
        case ButtonKind::Quiet: {
            const float share = state.is_pressed ? 0.14f : 0.08f * state.hover;
            return {share > 0 ? faded(theme.accent, share) : 0,
                    0,
                    look.label.empty() ? theme.ink : theme.accent};
        }
        case ButtonKind::Danger:
            return {raised, theme.refuse, theme.refuse};
        case ButtonKind::Secondary:
            break;
    }
    return {raised, theme.control, theme.ink};
}

float icon_size(const Frame& frame, const ButtonLook& look) {
    if (look.label.empty()) return frame.px(look.size == ButtonSize::Small ? 1.0f : 1.25f);
    return frame.px(look.size == ButtonSize::Small ? kIconStatus : 1.125f);
}

TextSize label_size(const ButtonLook& look) {
    return look.size == ButtonSize::Small ? TextSize::Small : TextSize::Body;
}

Weight label_weight(const ButtonLook& look) {
    return look.kind == ButtonKind::Primary && !look.is_disabled ? Weight::Bold : Weight::Regular;
}

Icon shown_icon(const ButtonLook& look) { return look.is_waiting ? Icon::Clock : look.icon; }

// Icon and label side by side, together in the middle.
void paint_content(Frame& frame, const Rect& rect, const ButtonLook& look, Colour ink) {
    const Icon icon = shown_icon(look);
    const float size = icon_size(frame, look);
    if (look.label.empty()) {
        draw_icon(frame, rect, icon, size, ink);
        return;
    }
    const float gap = icon == Icon::None ? 0 : size + frame.px(0.5f);
    const float text = measure_text(frame, look.label, label_size(look), label_weight(look));
    const float room = std::max(0.0f, rect.width - gap - frame.px(kSpace1));
    const float width = std::min(text, room) + gap;
    Rect box = centred(rect, width, rect.height);
    if (icon != Icon::None) draw_icon(frame, take_left(box, size, frame.px(0.5f)), icon, size, ink);
    draw_text(frame,
              box,
              look.label,
              {.size = label_size(look),
               .weight = label_weight(look),
               .colour = ink,
               .spoken = Spoken::Decorative});
}

}  // namespace

bool button(Frame& frame, std::string_view id, const Rect& rect, const ButtonLook& look) {
    const NodeId node = frame.id(id);
    const bool is_enabled = !look.is_disabled && !look.is_waiting;
    const Interaction state = frame.interact(node, is_enabled);
    unsigned bits = is_enabled ? 0u : unsigned{kDisabled};
    if (look.has_popup) bits |= kHasPopup;
    if (look.has_popup) bits |= kExpandable;
    if (look.is_expanded) bits |= kExpanded;
    const std::string_view name = look.name.empty() ? look.label : look.name;
    const Role role = look.route.empty() ? Role::Button : Role::Link;
    frame.add_node(node, role, frame.target(rect), {name, look.route.empty() ? look.key : look.route, look.description}, bits);

    const Colours colours = button_colours(frame, look, state);
    const float radius = frame.px(kRadiusControl);
    if (colours.stroke != 0) {
        box(frame, rect, colours.inside, colours.stroke, frame.px(kStrokeHair), radius);
    } else if (colours.inside != 0) {
        fill(frame, rect, colours.inside, radius);
    }
    paint_content(frame, rect, look, colours.ink);
    frame.show_focus(node, rect, radius);
    return state.is_activated && look.route.empty();
}

float button_width(const Frame& frame, const ButtonLook& look) {
    const float height = button_height(frame, look.size);
    if (look.label.empty()) return height;
    const float gap = shown_icon(look) == Icon::None ? 0 : icon_size(frame, look) + frame.px(0.5f);
    const float pad = frame.px(look.size == ButtonSize::Small ? kSpace3 : 1.0625f);
    return measure_text(frame, look.label, label_size(look), label_weight(look)) + gap + 2 * pad;
}

float button_height(const Frame& frame, ButtonSize size) {
    if (size == ButtonSize::Small) return frame.px(kButtonHeightSmall);
    if (size == ButtonSize::Large) return frame.px(kButtonHeightLarge);
    return frame.px(frame.is_phone() || frame.is_touch ? kButtonHeightTouch : kButtonHeight);
}

bool link(Frame& frame, std::string_view id, const Rect& rect, const LinkLook& look) {
    const NodeId node = frame.id(id);
    const Interaction state = frame.interact(node);
    const Rect drawn{look.align == Align::Right ? rect.right() - link_width(frame, look)
                     : look.align == Align::Centre
                         ? rect.x + (rect.width - link_width(frame, look)) / 2
                         : rect.x,
                     rect.y,
                     std::min(rect.width, link_width(frame, look)),
                     rect.height};
    frame.add_node(node,
                   look.route.empty() ? Role::Button : Role::Link,
                   frame.target(drawn),
                   {look.label, look.route, {}});
    const Theme& theme = frame.theme;
    const Colour ink = state.is_pressed ? theme.accent_press
                                        : mixed(theme.accent, theme.accent_hover, state.hover);
    Rect rest = drawn;
    const float size = type_size(frame, look.size);
    if (look.icon != Icon::None) {
        draw_icon(
            frame, take_left(rest, size * 1.1f, frame.px(kSpace1)), look.icon, size * 1.1f, ink);
    }
    const float width = draw_text(
        frame,
        rest,
        look.label,
        {.size = look.size, .weight = look.weight, .colour = ink, .spoken = Spoken::Decorative});
    if (state.hover > 0) {
        rule_horizontal(frame,
                        rest.x,
                        rest.x + width,
                        rest.y + rest.height / 2 + size * 0.6f,
                        faded(ink, state.hover));
    }
    if (look.has_chevron) {
        take_left(rest, width);
        draw_icon(frame, take_left(rest, size * 1.1f), Icon::ChevronRight, size, ink);
    }
    frame.show_focus(node, centred(drawn, drawn.width, size * 1.5f), frame.px(kRadiusSegment));
    return state.is_activated && look.route.empty();
}

float link_width(const Frame& frame, const LinkLook& look) {
    const float size = type_size(frame, look.size);
    float width = measure_text(frame, look.label, look.size, look.weight);
    if (look.icon != Icon::None) width += size * 1.1f + frame.px(kSpace1);
    if (look.has_chevron) width += size * 1.1f;
    return width;
}

}  // namespace xueshi::ui

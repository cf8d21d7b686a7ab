#include "web/ui/card.h"

#include "web/ui/chip.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

void paint_card(Frame& frame, const Rect& rect, CardKind kind, float hover, bool is_pressed) {
    const Theme& theme = frame.theme;
    const float radius = frame.px(kRadiusCard);
    const float hair = frame.px(kStrokeHair);
    switch (kind) {
        case CardKind::Push:
            box(frame,
                rect,
                mixed(theme.accent_tint, theme.accent_tint_2, hover),
                theme.accent_tint_2,
                hair,
                radius);
            return;
        case CardKind::Attention:
            fill(frame, rect, theme.attn_tint, radius);
            if (theme.outlines_tints) outline(frame, rect, theme.attn, hair, radius);
            return;
        case CardKind::Plain:
        case CardKind::Best:
            break;
    }
    const Colour inside =
        is_pressed ? theme.surface_press : mixed(theme.surface, theme.surface_hover, hover);
    const bool is_best = kind == CardKind::Best;
    box(frame,
        rect,
        inside,
        is_best ? theme.accent : theme.hairline,
        is_best ? frame.px(kStrokeSelected) : hair,
        radius);
}

}  // namespace

float card_pad(const Frame& frame) { return frame.px(frame.is_phone() ? kCardPadPhone : kCardPad); }

Rect card(Frame& frame, const Rect& rect, CardKind kind) {
    paint_card(frame, rect, kind, 0, false);
    return inset(rect, card_pad(frame));
}

bool card_button(Frame& frame,
                 std::string_view id,
                 const Rect& rect,
                 std::string_view name,
                 std::string_view route,
                 CardKind kind) {
    const NodeId node = frame.id(id);
    const Interaction state = frame.interact(node);
    frame.add_node(node, route.empty() ? Role::Button : Role::Link, rect, {name, route, {}});
    paint_card(frame, rect, kind, state.hover, state.is_pressed);
    if (frame.is_television() && state.is_focused) {
        fill(frame, rect, frame.theme.accent_tint_2, frame.px(kRadiusCard));
    }
    frame.show_focus(node, rect, frame.px(kRadiusCard));
    return state.is_activated && route.empty();
}

bool card_head(Frame& frame, std::string_view id, Rect& rest, const CardHeadLook& look) {
    Rect row = take_top(rest, line_height(frame, look.size));
    bool is_activated = false;
    if (!look.link.label.empty()) {
        LinkLook right = look.link;
        right.align = Align::Right;
        const Rect place = take_right(row, link_width(frame, right), frame.px(kSpace2));
        is_activated = link(frame, id, place, right);
    }
    if (!look.note.empty()) {
        const float width = measure_text(frame, look.note, TextSize::Small);
        draw_text(frame,
                  take_right(row, width, frame.px(kSpace2)),
                  look.note,
                  {.size = TextSize::Small, .colour = frame.theme.ink_2, .align = Align::Right});
    }
    draw_text(
        frame, row, look.title, {.size = look.size, .weight = Weight::Bold, .spoken = look.level});
    return is_activated;
}

void card_rule(Frame& frame, Rect& rest, float space_em) {
    take_top(rest, frame.px(space_em));
    rule_horizontal(frame, rest.x, rest.right(), rest.y, frame.theme.hairline);
    take_top(rest, frame.px(kStrokeHair), frame.px(space_em));
}

void floating(Frame& frame, const Rect& rect, Colour fill_colour) {
    const float radius = frame.px(kRadiusCard);
    shadow_high(frame, rect, radius);
    fill(frame, rect, fill_colour, radius);
    if (frame.theme.outlines_tints) {
        outline(frame, rect, frame.theme.control, frame.px(kStrokeHair), radius);
    }
}

}  // namespace xueshi::ui

#include "web/ui/checks.h"

#include <algorithm>

#include "web/ui/icons.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

constexpr float kBox = 1.25f;
constexpr float kAnswerRing = 1.375f;
constexpr float kAnswerGap = 0.625f;

struct Control {
    NodeId node;
    Interaction state;
};

Control add_control(Frame& frame,
                    std::string_view id,
                    const Rect& rect,
                    Role role,
                    bool is_on,
                    const CheckLook& look) {
    const NodeId node = frame.id(id);
    const Interaction state = frame.interact(node, !look.is_disabled);
    const unsigned bits =
        (is_on ? unsigned{kChecked} : 0u) | (look.is_disabled ? unsigned{kDisabled} : 0u);
    frame.add_node(node,
                   role,
                   frame.target(rect),
                   {look.name.empty() ? look.label : look.name, {}, look.note},
                   bits);
    return {node, state};
}

// Ring that is thick when selected.
void paint_radio(Frame& frame,
                 const Rect& rect,
                 float size_em,
                 bool is_selected,
                 bool is_disabled,
                 float hover) {
    const Theme& theme = frame.theme;
    const Point centre{rect.x + rect.width / 2, rect.y + rect.height / 2};
    const float radius = frame.px(size_em) / 2;
    const Colour stroke = is_disabled   ? theme.hairline
                          : is_selected ? theme.accent
                                        : mixed(theme.control, theme.ink_2, hover);
    disc(frame, centre, radius, stroke);
    const float ring = frame.px(is_selected ? 0.375f : kStrokeCheck);
    disc(frame, centre, radius - ring, is_disabled ? theme.sunken : theme.surface);
}

void draw_label(Frame& frame, const Rect& rest, const CheckLook& look, bool is_bold = false) {
    const Colour ink = look.is_disabled ? frame.theme.ink_3 : frame.theme.ink;
    Rect room = rest;
    const float width = draw_text(frame,
                                  room,
                                  look.label,
                                  {.weight = is_bold ? Weight::Bold : Weight::Regular,
                                   .colour = ink,
                                   .spoken = Spoken::Decorative});
    if (look.note.empty()) return;
    take_left(room, width, frame.px(kSpace4));
    draw_text(frame,
              room,
              look.note,
              {.size = TextSize::Small,
               .colour = look.is_disabled ? frame.theme.ink_3 : frame.theme.ink_2,
               .spoken = Spoken::Decorative});
}

}  // namespace

void paint_check(Frame& frame, const Rect& rect, CheckState state, bool is_disabled, float hover) {
    const Theme& theme = frame.theme;
    const Rect square = centred(rect, frame.px(kBox), frame.px(kBox));
    const float radius = frame.px(kRadiusTag);
    if (state == CheckState::Off) {
        box(frame,
            square,
            is_disabled ? theme.sunken : mixed(theme.surface, theme.surface_hover, hover),
            is_disabled ? theme.hairline : mixed(theme.control, theme.ink_2, hover),
            frame.px(kStrokeCheck),
            radius);
        return;
    }
    fill(frame,
         square,
         is_disabled ? theme.sunken : mixed(theme.accent, theme.accent_hover, hover),
         radius);
    draw_icon(frame,
              square,
              state == CheckState::Mixed ? Icon::Minus : Icon::Check,
              frame.px(0.875f),
              is_disabled ? theme.ink_3 : theme.on_accent,
              2.5f);
}

bool checkbox(
    Frame& frame, std::string_view id, const Rect& rect, CheckState state, const CheckLook& look) {
    const Control control =
        add_control(frame, id, rect, Role::Checkbox, state != CheckState::Off, look);
    Rect rest = rect;
    const bool is_alone = look.label.empty();
    const Rect place = is_alone ? rect : take_left(rest, frame.px(kBox), frame.px(kSpace2));
    paint_check(frame, place, state, look.is_disabled, control.state.hover);
    if (!is_alone) draw_label(frame, rest, look);
    frame.show_focus(control.node,
                     is_alone ? centred(rect, frame.px(kBox), frame.px(kBox)) : rect,
                     frame.px(kRadiusTag));
    return control.state.is_activated;
}

bool radio(
    Frame& frame, std::string_view id, const Rect& rect, bool is_selected, const CheckLook& look) {
    const Control control = add_control(frame, id, rect, Role::Radio, is_selected, look);
    Rect rest = rect;
    const Rect place = take_left(rest, frame.px(kBox), frame.px(kSpace2));
    paint_radio(frame, place, kBox, is_selected, look.is_disabled, control.state.hover);
    draw_label(frame, rest, look);
    frame.show_focus(control.node, rect, frame.px(kRadiusTag));
    return control.state.is_activated;
}

bool toggle(
    Frame& frame, std::string_view id, const Rect& rect, bool is_on, const CheckLook& look) {
    const Theme& theme = frame.theme;
    const Control control = add_control(frame, id, rect, Role::Switch, is_on, look);
    Rect rest = rect;
    const Rect track = left_middle(
        take_left(rest, frame.px(2.5f), frame.px(kSpace2)), frame.px(2.5f), frame.px(1.5f));
    const float share = frame.ease(node_id("thumb", control.node), is_on ? 1.0f : 0.0f);
    const float radius = track.height / 2;
    if (is_on) {
        fill(frame, track, look.is_disabled ? theme.sunken : theme.accent, radius);
    } else {
        box(frame,
            track,
            mixed(theme.surface, theme.surface_hover, control.state.hover),
            look.is_disabled ? theme.hairline : theme.control,
            frame.px(kStrokeHair),
            radius);
    }
    const float run = track.width - track.height;
    const Point thumb{track.x + radius + run * share, track.y + radius};
    disc(frame,
         thumb,
         frame.px(0.5f),
         look.is_disabled ? theme.hairline
         : is_on          ? theme.seg_on
                          : theme.control);
    draw_label(frame, rest, look);
    frame.show_focus(control.node, track, radius);
    return control.state.is_activated;
}

float answer_height(const Frame& frame, float width, std::string_view label, float least_em) {
    const float room = width - frame.px(2 * kSpace4 + kAnswerRing + kAnswerGap);
    return std::max(frame.px(least_em), measure_paragraph(frame, room, label) + frame.px(2 * kSpace3));
}

bool answer(
    Frame& frame, std::string_view id, const Rect& rect, bool is_selected, const CheckLook& look) {
    const Theme& theme = frame.theme;
    const Control control = add_control(frame, id, rect, Role::Radio, is_selected, look);
    const float radius = frame.px(kRadiusCard);
    const Colour inside = is_selected ? theme.accent_tint
                          : control.state.is_pressed
                              ? theme.surface_press
                              : mixed(theme.surface, theme.surface_hover, control.state.hover);
    box(frame,
        rect,
        inside,
        is_selected ? theme.accent : theme.control,
        frame.px(is_selected ? kStrokeSelected : kStrokeHair),
        radius);
    Rect rest = inset(rect, frame.px(kSpace4), frame.px(kSpace3));
    paint_radio(frame,
                take_left(rest, frame.px(kAnswerRing), frame.px(kAnswerGap)),
                kAnswerRing,
                is_selected,
                look.is_disabled,
                control.state.hover);
    if (!look.note.empty()) {
        draw_label(frame, rest, look, true);
    } else {
        const TextStyle style{.spoken = Spoken::Decorative};
        const float height = measure_paragraph(frame, rest.width, look.label, style);
        rest.y += (rest.height - height) / 2;
        draw_paragraph(frame, rest, look.label, style);
    }
    frame.show_focus(control.node, rect, radius);
    return control.state.is_activated;
}

}  // namespace xueshi::ui

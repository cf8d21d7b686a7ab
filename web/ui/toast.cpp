#include "web/ui/toast.h"

#include <algorithm>

#include "web/ui/card.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

Colour sign_colour(const Theme& theme, Meaning meaning) {
    return meaning == Meaning::Done ? theme.inverse_done : theme.inverse_attn;
}

}  // namespace

bool toast(Frame& frame, std::string_view id, float bottom_y, const ToastLook& look) {
    const Theme& theme = frame.theme;
    const float pad = frame.px(kSpace4);
    const float icon = frame.px(kIconButton);
    const float action = look.action.empty()
                             ? 0
                             : measure_text(frame, look.action, TextSize::Body, Weight::Bold) +
                                   frame.px(2 * kSpace2);
    const float wanted = measure_text(frame, look.sentence) + icon + frame.px(0.625f) + action +
                         (action > 0 ? pad : 0) + 2 * pad + frame.px(kSpace1);
    const float room = frame.viewport.width - 2 * pad;
    const float width =
        frame.is_phone() ? room : std::clamp(wanted, frame.px(20), std::min(room, frame.px(40)));

    // The toast comes from a little below.
    const float share = frame.ease(frame.id(id), 1.0f, 0.0f, kMotion);
    const float inner = width - 2 * pad - icon - frame.px(0.625f) - action;
    const TextStyle style{.colour = theme.on_inverse, .spoken = Spoken::Decorative, .max_lines = 3};
    const float text = measure_paragraph(frame, inner, look.sentence, style);
    const float height = std::max(frame.px(kToastHeight), text + frame.px(2 * kSpace3));
    const Rect body{frame.viewport.x + (frame.viewport.width - width) / 2,
                    bottom_y - frame.px(kSpace3) - height + frame.px(kSpace3) * (1 - share),
                    width,
                    height};

    floating(frame, body, theme.inverse);
    frame.add_node(node_id("body", frame.id(id)), Role::Group, body, {}, kOverlay);
    Rect rest = inset(body, pad, 0);
    const Icon sign = meaning_icon(look.meaning);
    draw_icon(frame,
              take_left(rest, icon, frame.px(0.625f)),
              sign,
              icon,
              sign_colour(theme, look.meaning));
    bool is_activated = false;
    if (action > 0) {
        const Rect place = take_right(rest, action);
        const NodeId node = frame.id("toast_action");
        const Interaction state = frame.interact(node);
        frame.add_node(node, Role::Button, place, {look.action, {}, {}});
        draw_text(frame,
                  place,
                  look.action,
                  {.weight = Weight::Bold,
                   .colour = theme.inverse_action,
                   .align = Align::Centre,
                   .spoken = Spoken::Decorative});
        if (state.hover > 0) {
            rule_horizontal(frame,
                            place.x + frame.px(kSpace2),
                            place.right() - frame.px(kSpace2),
                            place.y + place.height / 2 + frame.px(0.6f),
                            faded(theme.inverse_action, state.hover));
        }
        frame.show_focus(node, centred(place, place.width, frame.px(2.0f)), frame.px(kRadiusChip));
        is_activated = state.is_activated;
    }
    rest.y += (rest.height - text) / 2;
    draw_paragraph(frame, rest, look.sentence, style);
    frame.add_node(frame.id(id), Role::Status, rest, {look.sentence, {}, {}});
    return is_activated;
}

}  // namespace xueshi::ui

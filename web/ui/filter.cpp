#include "web/ui/filter.h"

#include "web/ui/icons.h"
#include "web/ui/text.h"

namespace xueshi::ui {

using namespace metrics;

bool filter(Frame& frame, std::string_view id, const Rect& rect, const FilterLook& look) {
    const Theme& theme = frame.theme;
    const NodeId node = frame.id(id);
    const Interaction state = frame.interact(node);
    unsigned bits = 0;
    if (look.is_plain && look.is_set) bits |= kSelected;
    if (!look.is_plain && !look.clears) bits |= kHasPopup | kExpandable;
    if (look.is_open) bits |= kExpanded;
    frame.add_node(
        node, Role::Button, frame.target(rect), {look.label, {}, look.description}, bits);

    const float radius = frame.px(kRadiusControl);
    const Colour rest_fill = look.is_set ? theme.accent_tint : theme.surface;
    const Colour lit = look.is_set ? theme.accent_tint_2 : theme.surface_hover;
    const Colour inside = state.is_pressed
                              ? (look.is_set ? theme.accent_tint_2 : theme.surface_press)
                              : mixed(rest_fill, lit, state.hover);
    const Colour ink = look.is_set ? theme.accent : theme.ink;
    box(frame,
        rect,
        inside,
        look.is_set ? theme.accent : theme.control,
        frame.px(kStrokeHair),
        radius);

    Rect content = inset(rect, frame.px(0.625f), 0);
    if (!look.is_plain) {
        const Icon icon = look.clears    ? Icon::Cross
                          : look.is_open ? Icon::ChevronUp
                                         : Icon::ChevronDown;
        draw_icon(frame,
                  take_right(content, frame.px(kIconStatus), frame.px(kSpace1)),
                  icon,
                  frame.px(kIconChip),
                  ink);
    }
    draw_text(frame, content, look.label, {.colour = ink, .spoken = Spoken::Decorative});
    frame.show_focus(node, rect, radius);
    return state.is_activated;
}

float filter_width(const Frame& frame, const FilterLook& look) {
    const float icon = look.is_plain ? 0 : frame.px(kIconStatus + kSpace1);
    return measure_text(frame, look.label) + icon + frame.px(2 * 0.625f);
}

}  // namespace xueshi::ui

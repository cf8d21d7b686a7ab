#include "web/ui/field.h"

#include "web/ui/button.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

float box_height(const Frame& frame, const FieldLook& look) {
    if (look.role == Role::TextArea) return frame.px(look.lines * kLineBody + 2 * kSpace2);
    return frame.px(look.is_large ? kButtonHeightLarge : kFieldHeight);
}

float label_height(const Frame& frame, const FieldLook& look) {
    return look.label.empty() ? 0 : line_height(frame, TextSize::Body) + frame.px(0.375f);
}

float error_height(const Frame& frame, float width, const FieldLook& look) {
    if (look.error.empty()) return 0;
    const float room = width - frame.px(kIconStatus + kSpace1);
    return frame.px(kSpace1) +
           measure_paragraph(frame, room, look.error, {.size = TextSize::Small});
}

// The sentence below the box; answers its node, which describes the field.
NodeId draw_error(Frame& frame, Rect rest, NodeId field_node, std::string_view error) {
    take_top(rest, frame.px(kSpace1));
    const Colour ink = frame.theme.refuse;
    const Rect icon{rest.x, rest.y, frame.px(kIconStatus), line_height(frame, TextSize::Small)};
    draw_icon(frame, icon, Icon::CrossCircle, frame.px(kIconStatus), ink);
    take_left(rest, frame.px(kIconStatus), frame.px(kSpace1));
    const float height = draw_paragraph(
        frame, rest, error, {.size = TextSize::Small, .colour = ink, .spoken = Spoken::Decorative});
    return frame.add_node(node_id("error", field_node),
                          Role::Alert,
                          {rest.x, rest.y, rest.width, height},
                          {error, {}, {}});
}

}  // namespace

FieldOutcome field(Frame& frame, std::string_view id, const Rect& rect, const FieldLook& look) {
    const Theme& theme = frame.theme;
    const NodeId node = frame.id(id);
    Rect rest = rect;
    if (!look.label.empty()) {
        draw_text(frame,
                  take_top(rest, line_height(frame, TextSize::Body), frame.px(0.375f)),
                  look.label,
                  {.spoken = Spoken::Decorative});
    }
    const Rect body = take_top(rest, box_height(frame, look));
    const bool is_active = frame.plane.focused() == node;
    const bool is_hovered = frame.plane.hovered() == node;
    const float radius = frame.px(kRadiusControl);
    const bool is_strong = is_active || !look.error.empty();
    const Colour stroke = is_active             ? theme.accent
                          : !look.error.empty() ? theme.refuse
                          : look.is_disabled    ? theme.hairline
                          : is_hovered          ? theme.ink_2
                                                : theme.control;
    box(frame,
        body,
        look.is_disabled ? theme.sunken : theme.surface,
        stroke,
        frame.px(is_strong ? kStrokeSelected : kStrokeHair),
        radius);

    const float size = frame.px(kIconButton);
    float pad_left = frame.px(kSpace3);
    float pad_right = frame.px(kSpace3);
    if (look.icon != Icon::None) {
        draw_icon(
            frame, {body.x + pad_left, body.y, size, body.height}, look.icon, size, theme.ink_2);
        pad_left += size + frame.px(0.5f);
    }
    if (look.action != Icon::None) pad_right += size + frame.px(kSpace2);
    if (!look.note.empty()) {
        const float width = measure_text(frame, look.note, TextSize::Small);
        draw_text(frame,
                  {body.right() - pad_right - width, body.y, width, body.height},
                  look.note,
                  {.size = TextSize::Small, .colour = theme.ink_2});
        pad_right += width + frame.px(kSpace2);
    }

    Node made;
    made.id = node;
    made.role = look.role;
    made.rect = body;
    made.name = look.label.empty() ? look.name : look.label;
    made.value = look.value;
    made.hint = look.placeholder;
    made.autocomplete = look.autocomplete;
    made.font_px = type_size(frame, TextSize::Body);
    made.pad_left = pad_left;
    made.pad_right = pad_right;
    made.keyboard = look.keyboard;
    made.max_length = look.max_length;
    unsigned bits = 0;
    if (look.is_disabled) bits |= kDisabled;
    if (look.is_required) bits |= kRequired;
    if (look.takes_focus) bits |= kAutofocus;
    if (look.submits_on_enter) bits |= kEnterSubmits;
    if (look.is_revealed) bits |= kRevealed;
    if (!look.error.empty()) {
        bits |= kInvalid;
        made.described_by = node_id("error", node);
    }
    made.state = static_cast<std::uint16_t>(bits);
    frame.plane.add(std::move(made));

    FieldOutcome outcome;
    outcome.changed = frame.plane.changed_text(node);
    outcome.is_submitted = look.submits_on_enter && frame.plane.was_activated(node);
    if (look.action != Icon::None) {
        const IdScope scope(frame, id);
        const float side = frame.px(2.0f);
        const Rect place{
            body.right() - frame.px(kSpace1) - side, body.y + (body.height - side) / 2, side, side};
        outcome.is_action = button(frame,
                                   "action",
                                   place,
                                   {.kind = ButtonKind::Quiet,
                                    .size = look.is_large ? ButtonSize::Normal : ButtonSize::Small,
                                    .icon = look.action,
                                    .name = look.action_name});
    }
    if (!look.error.empty()) draw_error(frame, rest, node, look.error);
    return outcome;
}

float field_height(const Frame& frame, float width, const FieldLook& look) {
    return label_height(frame, look) + box_height(frame, look) + error_height(frame, width, look);
}

}  // namespace xueshi::ui

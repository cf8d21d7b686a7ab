#include "web/ui/list_row.h"

#include <algorithm>
#include <string>

namespace xueshi::ui {
namespace {

using namespace metrics;

// The control of a row and its ground: hovered, pressed, selected.
bool row_control(Frame& frame,
                 std::string_view id,
                 const Rect& rect,
                 std::string_view name,
                 std::string_view route,
                 bool is_selected) {
    const Theme& theme = frame.theme;
    const NodeId node = frame.id(id);
    const Interaction state = frame.interact(node);
    frame.add_node(node,
                   route.empty() ? Role::Button : Role::Link,
                   rect,
                   {name, route, {}},
                   is_selected ? unsigned{kSelected} : 0u);
    if (is_selected) {
        fill(frame, rect, theme.accent_tint);
    } else if (state.is_pressed) {
        fill(frame, rect, theme.surface_press);
    } else if (state.hover > 0) {
        fill(frame, rect, faded(theme.surface_hover, state.hover));
    }
    frame.show_focus(node, rect, frame.px(kRadiusChip));
    return state.is_activated && route.empty();
}

// `second_end`: room left free at the end of the second line, CSS px.
void draw_two_lines(Frame& frame,
                    const Rect& rect,
                    const ListRowLook& look,
                    Weight weight,
                    Spoken spoken,
                    float second_end = 0) {
    Rect rest = rect;
    const float mark = frame.px(kSpace3 + kSpace1 / 2);
    if (look.second.empty()) {
        if (look.mark != 0) colour_mark(frame, take_left(rest, mark), look.mark);
        draw_text(frame, rest, look.title, {.weight = weight, .spoken = spoken, .hits = look.hits});
        return;
    }
    const float height = frame.px(kRowLine1 + kRowLine2);
    rest.y += (rest.height - height) / 2;
    draw_text(frame,
              take_top(rest, frame.px(kRowLine1)),
              look.title,
              {.weight = weight, .spoken = spoken, .hangs_opening = true, .hits = look.hits});
    Rect second = take_top(rest, frame.px(kRowLine2));
    take_right(second, second_end);
    if (look.mark != 0) colour_mark(frame, take_left(second, mark), look.mark);
    if (look.second_icon != Icon::None) {
        draw_icon(frame,
                  take_left(second, frame.px(kIconStatus), frame.px(kSpace1)),
                  look.second_icon,
                  frame.px(kIconStatus),
                  frame.theme.ink_2);
    }
    draw_text(frame,
              second,
              look.second,
              {.size = TextSize::Small, .colour = frame.theme.ink_2, .spoken = spoken});
}

void draw_value(Frame& frame, Rect& rest, const ListRowLook& look, Spoken spoken) {
    if (look.value.empty()) return;
    const float width = std::max(measure_text(frame, look.value),
                                 measure_text(frame, look.value_note, TextSize::Small));
    Rect column = take_right(rest, width, frame.px(kSpace3));
    if (!look.value_note.empty()) {
        const float height = frame.px(kRowLine1 + kRowLine2);
        column.y += (column.height - height) / 2;
        column.height = height;
        draw_text(frame,
                  take_bottom(column, frame.px(kRowLine2)),
                  look.value_note,
                  {.size = TextSize::Small,
                   .colour = frame.theme.ink_2,
                   .align = Align::Right,
                   .spoken = spoken,
                   .is_tabular = true});
    }
    draw_text(
        frame, column, look.value, {.align = Align::Right, .spoken = spoken, .is_tabular = true});
}

std::string joined(std::string_view one, std::string_view other) {
    std::string name(one);
    if (!one.empty() && !other.empty()) name += ", ";
    name += other;
    return name;
}

}  // namespace

bool list_row(Frame& frame, std::string_view id, const Rect& rect, const ListRowLook& look) {
    const Theme& theme = frame.theme;
    bool is_activated = false;
    if (!look.is_static) {
        const std::string name =
            look.name.empty() ? joined(look.title, look.second) : std::string(look.name);
        is_activated = row_control(frame, id, rect, name, look.route, look.is_selected);
    } else if (look.is_selected) {
        fill(frame, rect, theme.accent_tint);
    }
    if (look.has_rule) {
        rule_horizontal(
            frame, rect.x, rect.right(), rect.bottom() - frame.px(kStrokeHair), theme.hairline);
    }
    const Spoken spoken = look.is_static ? Spoken::Text : Spoken::Decorative;
    Rect rest = inset(rect, frame.px(look.pad_em), 0);
    take_right(rest, frame.px(look.right_em));
    if (look.icon != Icon::None) {
        draw_icon(frame,
                  take_left(rest, frame.px(kIconButton), frame.px(0.875f)),
                  look.icon,
                  frame.px(kIconButton),
                  theme.accent);
    }
    if (!look.tag.empty()) {
        const float width = code_tag(frame, rest, look.tag, 2.0f, spoken);
        take_left(rest, width, frame.px(frame.is_phone() ? kSpace3 : 0.625f));
    }
    if (look.has_chevron) {
        draw_icon(frame,
                  take_right(rest, frame.px(kIconButton), frame.px(kSpace2)),
                  Icon::ChevronRight,
                  frame.px(kIconStatus),
                  theme.ink_2);
    }
    if (!look.chip.text.empty()) {
        ChipLook right = look.chip;
        right.align = Align::Right;
        right.spoken = spoken;
        take_right(rest, chip(frame, rest, right), frame.px(kSpace2));
    }
    draw_value(frame, rest, look, spoken);
    draw_two_lines(frame, rest, look, look.is_selected ? Weight::Bold : Weight::Regular, spoken);
    return is_activated;
}

bool date_row(Frame& frame, std::string_view id, const Rect& rect, const DateRowLook& look) {
    const Theme& theme = frame.theme;
    const bool acts = !id.empty();
    const Spoken spoken = acts ? Spoken::Decorative : Spoken::Text;
    bool is_activated = false;
    if (acts) {
        const std::string name = look.name.empty() ? joined(joined(look.date, look.title),
                                                            joined(look.second, look.left))
                                                   : std::string(look.name);
        is_activated = row_control(frame, id, rect, name, look.route, false);
    }
    Rect rest = rect;
    const float two_lines = frame.px(kRowLine1 + kRowLine2);
    Rect date = left_middle(
        take_left(rest, frame.px(3.25f), frame.px(kSpace4)), frame.px(3.25f), two_lines);
    draw_text(frame,
              take_top(date, frame.px(kRowLine1)),
              look.date,
              {.weight = Weight::Bold, .align = Align::Centre, .spoken = spoken});
    draw_text(
        frame,
        date,
        look.weekday,
        {.size = TextSize::Small, .colour = theme.ink_2, .align = Align::Centre, .spoken = spoken});

    const Rect bar = left_middle(take_left(rest, frame.px(kRadiusSegment), frame.px(kSpace4)),
                                 frame.px(kRadiusSegment),
                                 frame.px(2.75f));
    fill(frame, bar, look.is_urgent ? theme.attn : theme.hairline, frame.px(kStrokeCheck));

    float second_end = 0;
    if (!look.left.empty()) {
        if (look.is_urgent) {
            const float width = chip(frame,
                                     rest,
                                     {.text = look.left,
                                      .meaning = Meaning::Attention,
                                      .icon = Icon::Clock,
                                      .align = Align::Right,
                                      .spoken = spoken});
            take_right(rest, width, frame.px(kSpace2));
        } else {
            const float width = measure_text(frame, look.left, TextSize::Small);
            Rect place = rest;
            place.x = rest.right() - width;
            place.width = width;
            if (measure_text(frame, look.title) + width + frame.px(kSpace2) <= rest.width) {
                take_right(rest, width, frame.px(kSpace2));
            } else {  // the title has its line, and this stands at the end of the second
                place.y = rest.y + (rest.height - two_lines) / 2 + frame.px(kRowLine1);
                place.height = frame.px(kRowLine2);
                second_end = width + frame.px(kSpace2);
            }
            draw_text(frame,
                      place,
                      look.left,
                      {.size = TextSize::Small, .colour = theme.ink_2, .spoken = spoken});
        }
    }
    const ListRowLook lines{.title = look.title, .second = look.second};
    draw_two_lines(
        frame, rest, lines, look.is_urgent ? Weight::Bold : Weight::Regular, spoken, second_end);
    return is_activated;
}

float explanation(Frame& frame, const Rect& rect, const ExplanationLook& look) {
    Rect rest = rect;
    const Rect icon{rect.x, rect.y, frame.px(kIconButton), frame.px(kRowLine1)};
    draw_icon(
        frame, icon, look.icon, frame.px(kIconStatus), meaning_colour(frame.theme, look.meaning));
    take_left(rest, frame.px(kIconButton), frame.px(kSpace2));
    float height = draw_paragraph(frame, rest, look.title, {.line_height_em = kRowLine1});
    if (!look.second.empty()) {
        rest.y += height + frame.px(kSpace1 / 2);
        height +=
            frame.px(kSpace1 / 2) +
            draw_paragraph(
                frame, rest, look.second, {.size = TextSize::Small, .colour = frame.theme.ink_2});
    }
    return height;
}

float explanation_height(const Frame& frame, float width, const ExplanationLook& look) {
    const float room = width - frame.px(kIconButton + kSpace2);
    float height = measure_paragraph(frame, room, look.title, {.line_height_em = kRowLine1});
    if (!look.second.empty()) {
        height += frame.px(kSpace1 / 2) +
                  measure_paragraph(frame, room, look.second, {.size = TextSize::Small});
    }
    return height;
}

void figure(Frame& frame, const Rect& rect, std::string_view value, std::string_view label) {
    Rect rest = centred(rect, rect.width, frame.px(kLineHead + kLineSmall));
    draw_text(frame,
              take_top(rest, frame.px(kLineHead)),
              value,
              {.size = TextSize::Head, .align = Align::Centre});
    draw_text(frame,
              rest,
              label,
              {.size = TextSize::Small, .colour = frame.theme.ink_2, .align = Align::Centre});
}

void fact(Frame& frame, const Rect& rect, std::string_view label, std::string_view value) {
    Rect rest = rect;
    draw_text(frame,
              take_top(rest, frame.px(kLineSmall)),
              label,
              {.size = TextSize::Small, .colour = frame.theme.ink_2});
    draw_text(frame, take_top(rest, frame.px(kLineBody)), value);
}

}  // namespace xueshi::ui

#include "web/ui/hours_dial.h"

#include <algorithm>
#include <cmath>

#include "web/ui/paint.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

constexpr float kTurn = 6.2831853f;
constexpr float kGroupGap = 0.16f;  // of a group's angle

// Everything below is a share of the dial's diameter.
constexpr float kThickness = 1.0f / 51;
constexpr float kThicknessPlanned = 1.0f / 114;
constexpr float kDotRadius = 1.0f / 146;

float tick_length(TickState state) {
    constexpr float kLongest = 0.11f;
    switch (state) {
        case TickState::Verified:
        case TickState::Earned:
            return kLongest;
        case TickState::InProgress:
            return kLongest * 0.64f;
        case TickState::Planned:
            return kLongest * 0.46f;
        case TickState::Missing:
            break;
    }
    return 0;
}

float tick_thickness(TickState state) {
    return state == TickState::Planned ? kThicknessPlanned : kThickness;
}

void draw_tick(Frame& frame, Point centre, float diameter, float angle, TickState state) {
    const float x = std::sin(angle), y = -std::cos(angle);
    // All outer ends lie on one circle; a cap's radius is left for the thickest.
    const float outer = diameter * (0.5f - kThickness);
    const Colour colour = tick_colour(frame.theme, state);
    if (state == TickState::Missing) {
        const float dot = std::max(diameter * kDotRadius, frame.px(0.0625f));
        const float at = outer - dot;
        disc(frame, {centre.x + x * at, centre.y + y * at}, dot, colour);
        return;
    }
    const float thickness = std::max(diameter * tick_thickness(state), frame.px(0.09375f));
    const float inner = outer - diameter * tick_length(state);
    stroke_segment(frame,
                   {centre.x + x * inner, centre.y + y * inner},
                   {centre.x + x * outer, centre.y + y * outer},
                   colour,
                   thickness);
}

void draw_centre(Frame& frame, const Rect& circle_box, const HoursDialLook& look) {
    const Theme& theme = frame.theme;
    const float small = frame.px(kLineSmall);
    const float figure_size = type_size(frame, TextSize::FigureDial);
    const float figure_height = figure_size * 1.15f;
    const float caption = look.caption.empty() ? 0 : small;
    const float note = look.note.empty() ? 0 : small;
    Rect rest = centred(circle_box, circle_box.width * 0.7f, caption + figure_height + note);
    const TextStyle side{.size = TextSize::Small,
                         .colour = theme.ink_2,
                         .align = Align::Centre,
                         .spoken = Spoken::Decorative};
    if (caption > 0) draw_text(frame, take_top(rest, caption), look.caption, side);
    // Figures have no descenders: seen, their middle lies a little above that of the line.
    draw_text(frame,
              moved(take_top(rest, figure_height), 0, figure_size * 0.04f),
              look.figure,
              {.size = TextSize::FigureDial, .align = Align::Centre, .spoken = Spoken::Decorative});
    if (note > 0) draw_text(frame, take_top(rest, note), look.note, side);
}

}  // namespace

TickState tick_state(const DialShares& shares, int index) {
    const int middle = 10 * index + 5;
    int end = shares.verified;
    if (middle <= end) return TickState::Verified;
    if (middle <= (end += shares.earned)) return TickState::Earned;
    if (middle <= (end += shares.in_progress)) return TickState::InProgress;
    if (middle <= (end += shares.planned)) return TickState::Planned;
    return TickState::Missing;
}

float tick_angle(int index, int tick_count, int group_size) {
    const int group = index / group_size;
    const int first = group * group_size;
    const int size = std::min(group_size, tick_count - first);
    const float per_tick = kTurn / static_cast<float>(tick_count);
    const float angle = per_tick * static_cast<float>(size);
    const float inside = static_cast<float>(index - first) + 0.5f;
    return per_tick * static_cast<float>(first) + angle * kGroupGap / 2 +
           inside * angle * (1 - kGroupGap) / static_cast<float>(size);
}

Colour tick_colour(const Theme& theme, TickState state) {
    switch (state) {
        case TickState::Verified:
            return theme.hours_verified;
        case TickState::Earned:
            return theme.hours_earned;
        case TickState::InProgress:
            return theme.hours_progress;
        case TickState::Planned:
            return theme.hours_planned;
        case TickState::Missing:
            break;
    }
    return theme.hours_missing;
}

void hours_dial(Frame& frame, std::string_view id, const Rect& rect, const HoursDialLook& look) {
    const NodeId node = frame.id(id);
    const float diameter = std::min(rect.width, rect.height);
    const Rect circle_box = centred(rect, diameter, diameter);
    frame.add_node(node, Role::Image, circle_box, {look.name, {}, {}});
    if (!frame.is_visible(circle_box)) return;
    // Ends of the states move to their new places; the ticks change one after the other.
    const auto moving = [&](std::string_view part, int value) {
        return static_cast<int>(frame.follow(node_id(part, node), static_cast<float>(value)) +
                                0.5f);
    };
    const DialShares& to = look.shares;
    const DialShares shown{moving("v", to.verified),
                           moving("e", to.earned),
                           moving("p", to.in_progress),
                           moving("n", to.planned)};
    const Point centre{circle_box.x + diameter / 2, circle_box.y + diameter / 2};
    for (int i = 0; i < look.tick_count; ++i) {
        draw_tick(frame,
                  centre,
                  diameter,
                  tick_angle(i, look.tick_count, look.group_size),
                  tick_state(shown, i));
    }
    draw_centre(frame, circle_box, look);
}

void dial_legend(Frame& frame, const Rect& rect, const LegendLook& look) {
    const Theme& theme = frame.theme;
    Rect rest = rect;
    const float unit = frame.px(10.5f);  // of the dial these ticks are taken from, but bolder
    const Rect sign = take_left(rest, frame.px(1.0f), frame.px(look.is_small ? 0.5f : 0.75f));
    const float thickness = frame.px(look.state == TickState::Planned ? 0.125f : 0.25f);
    const float length = unit * tick_length(look.state);
    const float top = sign.y + (sign.height - unit * tick_length(TickState::Verified)) / 2;
    for (int i = 0; i < 3; ++i) {
        const float x = sign.x + frame.px(0.1875f + 0.375f * static_cast<float>(i));
        const Rect tick{x - thickness / 2, top, thickness, length};
        fill(frame, tick, tick_colour(theme, look.state), thickness / 2);
    }
    const TextSize size = look.is_small ? TextSize::Small : TextSize::Body;
    if (look.note.empty()) {
        const float width = measure_text(frame, look.value, size, Weight::Bold);
        draw_text(frame,
                  take_right(rest, width, frame.px(kSpace2)),
                  look.value,
                  {.size = size, .weight = Weight::Bold, .is_tabular = true});
        draw_text(frame,
                  rest,
                  look.word,
                  {.size = size, .colour = look.is_small ? theme.ink_2 : theme.ink});
        return;
    }
    draw_text(frame, take_left(rest, frame.px(look.word_em)), look.word, {.size = size});
    draw_text(frame,
              take_left(rest, frame.px(2.75f), frame.px(kSpace4)),
              look.value,
              {.size = size, .weight = Weight::Bold, .align = Align::Right, .is_tabular = true});
    draw_text(frame, rest, look.note, {.size = TextSize::Small, .colour = theme.ink_2});
}

}  // namespace xueshi::ui

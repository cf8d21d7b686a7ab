#include "web/ui/state_page.h"

#include <algorithm>
#include <cmath>

#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/chip.h"

namespace xueshi::ui {

using namespace metrics;

namespace {

constexpr float kDrawingStrip = 5.5f;
constexpr float kSafeGap = 0.625f;
constexpr float kSafeText = kIconStatus + 0.375f;
constexpr TextStyle kTitle{
    .size = TextSize::Head, .weight = Weight::Bold, .spoken = Spoken::Heading2, .keeps_two = true};

}  // namespace

float state_page_height(const Frame& frame, float width, const StatePageLook& look) {
    const float room = width - frame.px(2 * kSpace6);
    float height = frame.px(2 * kSpace6 + kDrawingStrip + kSpace1) + measure_paragraph(frame, room, look.title, kTitle) +
                   measure_paragraph(frame, room, look.text, {});
    if (!look.safe.empty()) {
        height += frame.px(kSafeGap) +
                  measure_paragraph(frame, room - frame.px(kSafeText), look.safe, {.size = TextSize::Small});
    }
    if (!look.primary.empty()) height += frame.px(kSpace4) + button_height(frame);
    return height;
}

StatePageAction state_page(Frame& frame,
                           std::string_view id,
                           const Rect& rect,
                           const StatePageLook& look) {
    const Theme& theme = frame.theme;
    const NodeScope group(frame, id, Role::Group, rect, look.title);
    card(frame, rect);
    Rect rest = inset(rect, frame.px(kSpace6));

    const Rect strip = take_top(rest, frame.px(kDrawingStrip));
    const float side = frame.px(4.625f);
    if (look.percent >= 0) {
        progress_ring(frame,
                      {strip.x, strip.y, frame.px(4.25f), frame.px(4.25f)},
                      look.percent,
                      look.percent_text);
    } else {
        // The drawing's strokes, not its grid, line up with the text.
        draw_drawing(frame,
                     {strip.x - frame.px(0.375f), strip.y, side, side},
                     look.drawing,
                     look.colour != 0 ? look.colour : theme.accent);
    }
    rest.y += draw_paragraph(frame, rest, look.title, kTitle);
    rest.y += frame.px(kSpace1);
    rest.y += draw_paragraph(frame, rest, look.text, {.colour = theme.ink_2});
    if (!look.safe.empty()) {
        rest.y += frame.px(kSafeGap);
        const float line = line_height(frame, TextSize::Small);
        draw_icon(frame,
                  {rest.x, rest.y, frame.px(kIconStatus), line},
                  Icon::CheckCircle,
                  frame.px(kIconStatus),
                  theme.done);
        Rect text = rest;
        take_left(text, frame.px(kSafeText));
        rest.y += draw_paragraph(frame, text, look.safe, {.size = TextSize::Small});
    }

    const float height = button_height(frame);
    // At the foot of the card, but below the text where the card is too low.
    Rect row{rect.x + frame.px(kSpace6),
             std::max(rest.y + frame.px(kSpace4), rect.bottom() - frame.px(kSpace6) - height),
             rect.width - frame.px(2 * kSpace6),
             height};
    StatePageAction action = StatePageAction::None;
    if (!look.primary.empty()) {
        const ButtonLook primary{.label = look.primary, .kind = ButtonKind::Primary};
        if (button(frame,
                   "primary",
                   take_left(row, button_width(frame, primary), frame.px(0.625f)),
                   primary)) {
            action = StatePageAction::Primary;
        }
    }
    if (!look.secondary.empty()) {
        const ButtonLook secondary{.label = look.secondary};
        if (button(frame, "secondary", take_left(row, button_width(frame, secondary)), secondary)) {
            action = StatePageAction::Secondary;
        }
    }
    return action;
}

void progress_ring(Frame& frame, const Rect& rect, int percent, std::string_view text) {
    constexpr int kTicks = 24;
    constexpr float kTurn = 6.2831853f;
    frame.add_node(frame.next_id(), Role::Meter, rect, {text, text, {}});
    const float size = std::min(rect.width, rect.height);
    const Point centre{rect.x + rect.width / 2, rect.y + rect.height / 2};
    const float stroke = frame.px(0.15f);
    const float outer = size / 2 - stroke / 2;
    const float inner = outer - size * 0.125f;
    const int filled = (std::clamp(percent, 0, 100) * kTicks + 50) / 100;
    for (int i = 0; i < kTicks; ++i) {
        const float angle = kTurn * static_cast<float>(i) / kTicks;
        const float x = std::sin(angle), y = -std::cos(angle);
        stroke_segment(frame,
                       {centre.x + x * inner, centre.y + y * inner},
                       {centre.x + x * outer, centre.y + y * outer},
                       i < filled ? frame.theme.accent : frame.theme.hours_missing,
                       stroke);
    }
    draw_text(frame, rect, text, {.align = Align::Centre, .spoken = Spoken::Decorative});
}

void progress_bar(
    Frame& frame, const Rect& rect, float share, std::string_view name, std::string_view value) {
    const NodeId node = frame.next_id();
    frame.add_node(node, Role::Meter, rect, {name, value, {}});
    const float height = frame.px(0.375f);
    Rect track = left_middle(rect, rect.width, height);
    fill(frame, track, frame.theme.sunken, height / 2);
    if (frame.theme.outlines_tints) {
        outline(frame, track, frame.theme.control, frame.px(kStrokeHair), height / 2);
    }
    track.width *= frame.follow(node, std::clamp(share, 0.0f, 1.0f));
    if (track.width >= height) fill(frame, track, frame.theme.accent, height / 2);
}

}  // namespace xueshi::ui

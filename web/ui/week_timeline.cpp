#include "web/ui/week_timeline.h"

#include <algorithm>
#include <array>

#include "web/ui/paint.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

constexpr int kDaysOfWeek = 7;
constexpr float kTop = 1.75f;         // labels of weeks
constexpr float kWindowLabel = 1.5f;  // first lane's distance from the axis top
constexpr float kLane = 1.75f;
constexpr float kBar = 1.375f;
constexpr float kFoot = 2.125f;  // milestones and their words
constexpr std::size_t kMostMilestones = 16;

struct Axis {
    Rect plot;  // from the top of the window band to the base line
    int day_count;

    float x(int day) const { return timeline_x(day, day_count, plot.x, plot.width); }
};

float lane_y(const Frame& frame, const Axis& axis, int lane) {
    return axis.plot.y +
           frame.px(kWindowLabel + (kLane - kBar) / 2 + kLane * static_cast<float>(lane));
}

void draw_grid(Frame& frame, const Axis& axis, const WeekTimelineLook& look, float label_y) {
    const Theme& theme = frame.theme;
    for (int day = 0; day <= look.day_count; day += kDaysOfWeek) {
        rule_vertical(frame, axis.x(day), axis.plot.y, axis.plot.bottom(), theme.hairline);
    }
    for (const TimelineLabel& label : look.labels) {
        const float x = axis.x(label.day) + frame.px(0.125f);
        draw_text(frame,
                  {x, label_y, frame.px(4), frame.px(kLineSmall)},
                  label.text,
                  {.size = TextSize::Small, .colour = theme.ink_2, .spoken = Spoken::Decorative});
    }
}

void draw_window(Frame& frame, const Axis& axis, const WeekTimelineLook& look) {
    const float x0 = axis.x(look.window_begin), x1 = axis.x(look.window_end);
    const Rect band{x0, axis.plot.y, x1 - x0, axis.plot.height};
    fill(frame, band, frame.theme.accent_tint, frame.px(kRadiusChip));
    if (frame.theme.outlines_tints) {
        outline(frame, band, frame.theme.control, frame.px(kStrokeHair), frame.px(kRadiusChip));
    }
}

void draw_window_label(Frame& frame, const Axis& axis, const WeekTimelineLook& look) {
    const float x0 = axis.x(look.window_begin), x1 = axis.x(look.window_end);
    // The lines of the weeks do not run through the words.
    const Rect words{
        x0 + frame.px(kSpace1),
        axis.plot.y + frame.px(kSpace1 / 2),
        std::min(x1 - x0 - frame.px(kSpace2),
                 measure_text(frame, look.window_label, TextSize::Small) + frame.px(kSpace2)),
        frame.px(kLineSmall)};
    fill(frame, words, frame.theme.accent_tint);
    draw_text(
        frame,
        {x0 + frame.px(kSpace2), axis.plot.y, x1 - x0, frame.px(kWindowLabel)},
        look.window_label,
        {.size = TextSize::Small, .colour = frame.theme.accent, .spoken = Spoken::Decorative});
}

void draw_bar(Frame& frame, const Axis& axis, const TimelineBar& bar) {
    const float x0 = axis.x(bar.begin_day), x1 = axis.x(bar.end_day);
    const Rect body{x0 + frame.px(kStrokeHair),
                    lane_y(frame, axis, bar.lane),
                    x1 - x0 - frame.px(2 * kStrokeHair),
                    frame.px(kBar)};
    fill(frame, body, bar.colour, frame.px(kRadiusTag));
    draw_text(
        frame,
        inset(body, frame.px(kSpace2), 0),
        bar.label,
        {.size = TextSize::Small, .colour = frame.theme.surface, .spoken = Spoken::Decorative});
}

void draw_block(Frame& frame, const Axis& axis, const TimelineBlock& block) {
    const Theme& theme = frame.theme;
    const Rect body{
        axis.x(block.day), lane_y(frame, axis, block.lane), frame.px(0.75f), frame.px(kBar)};
    fill(frame, body, theme.ink, frame.px(kRadiusSegment));
    std::string_view words = block.label;
    const float label_x = body.right() + frame.px(0.3125f);
    const float room = std::min(frame.px(8), axis.plot.right() - label_x);
    if (room < frame.px(2) && !block.clashes) words = {};
    if (block.clashes) {
        outline(frame,
                expanded(body, frame.px(kStrokeSelected)),
                theme.refuse,
                frame.px(kStrokeSelected),
                frame.px(kRadiusTag));
        words = block.clash_word;
    }
    draw_text(frame,
              {label_x, body.y, room, body.height},
              words,
              {.size = TextSize::Small,
               .weight = block.clashes ? Weight::Bold : Weight::Regular,
               .colour = block.clashes ? theme.refuse : theme.ink,
               .spoken = Spoken::Decorative});
}

void draw_milestones(Frame& frame,
                     const Axis& axis,
                     std::span<const TimelineMilestone> milestones) {
    const Theme& theme = frame.theme;
    const float base = axis.plot.bottom() + frame.px(0.375f);
    rule_horizontal(frame, axis.plot.x, axis.plot.right(), base, theme.hairline);
    std::array<float, kMostMilestones> marks{}, widths{};
    std::array<PlacedLabel, kMostMilestones> places{};
    const std::size_t count = std::min(milestones.size(), kMostMilestones);
    for (std::size_t i = 0; i < count; ++i) {
        marks[i] = axis.x(milestones[i].day);
        widths[i] = measure_text(frame, milestones[i].label, TextSize::Small);
    }
    place_labels({marks.data(), count},
                 {widths.data(), count},
                 axis.plot.x,
                 axis.plot.right(),
                 frame.px(kSpace2),
                 {places.data(), count});
    const float half = frame.px(0.625f / 2);
    for (std::size_t i = 0; i < count; ++i) {
        const float x = marks[i];
        const Colour colour = milestones[i].colour != 0 ? milestones[i].colour : theme.attn;
        const Point diamond[] = {
            {x, base - half}, {x + half, base}, {x, base + half}, {x - half, base}};
        polygon(frame, diamond, colour);
        if (!places[i].is_shown) continue;
        draw_text(frame,
                  {places[i].x, base + frame.px(kSpace2), widths[i] + 1, frame.px(kLineSmall)},
                  milestones[i].label,
                  {.size = TextSize::Small, .colour = colour, .spoken = Spoken::Decorative});
    }
}

}  // namespace

float timeline_x(int day, int day_count, float x, float width) {
    const int shown = std::clamp(day, 0, std::max(1, day_count));
    return x + width * static_cast<float>(shown) / static_cast<float>(std::max(1, day_count));
}

void place_labels(std::span<const float> marks,
                  std::span<const float> widths,
                  float left,
                  float right,
                  float gap,
                  std::span<PlacedLabel> out) {
    float taken_until = left - gap;
    for (std::size_t i = 0; i < marks.size() && i < out.size(); ++i) {
        float x = marks[i] + gap;
        if (x + widths[i] > right) x = marks[i] - gap - widths[i];
        const bool is_shown = x >= taken_until + gap && x >= left && x + widths[i] <= right;
        out[i] = {x, is_shown};
        if (is_shown) taken_until = x + widths[i];
    }
}

float week_timeline_height(const Frame& frame, int lane_count, bool has_milestones) {
    const float lanes = kWindowLabel + kLane * static_cast<float>(lane_count) + kSpace1;
    return frame.px(kTop + lanes + (has_milestones ? kFoot : 0));
}

void week_timeline(Frame& frame,
                   std::string_view id,
                   const Rect& rect,
                   const WeekTimelineLook& look) {
    frame.add_node(frame.id(id), Role::Image, rect, {look.name, {}, {}});
    if (!frame.is_visible(rect)) return;
    Rect rest = rect;
    const Rect labels = take_top(rest, frame.px(kTop));
    if (!look.milestones.empty()) take_bottom(rest, frame.px(kFoot));
    const Axis axis{rest, look.day_count};
    const bool has_window = look.window_end > look.window_begin;
    if (has_window) draw_window(frame, axis, look);
    draw_grid(frame, axis, look, labels.y);
    if (has_window) draw_window_label(frame, axis, look);
    if (look.today >= 0 && look.today <= look.day_count) {
        const float x = axis.x(look.today);
        rule_vertical(frame,
                      x,
                      axis.plot.y,
                      axis.plot.bottom(),
                      frame.theme.accent,
                      frame.px(kStrokeSelected));
        // Beside the window's words, or nowhere: bars would cover it further down.
        const float width = measure_text(frame, look.today_word, TextSize::Small);
        const Rect place{x + frame.px(kSpace1), axis.plot.y, width, frame.px(kWindowLabel)};
        const float label_end = axis.x(look.window_begin) + frame.px(2 * kSpace2) +
                                measure_text(frame, look.window_label, TextSize::Small);
        const bool is_free = !has_window || place.right() < axis.x(look.window_begin) || place.x > label_end;
        if (is_free && place.right() <= axis.plot.right()) {
            draw_text(frame,
                      place,
                      look.today_word,
                      {.size = TextSize::Small,
                       .colour = frame.theme.accent,
                       .spoken = Spoken::Decorative});
        }
    }
    for (const TimelineBar& bar : look.bars) draw_bar(frame, axis, bar);
    for (const TimelineBlock& block : look.blocks) draw_block(frame, axis, block);
    if (!look.milestones.empty()) draw_milestones(frame, axis, look.milestones);
}

}  // namespace xueshi::ui

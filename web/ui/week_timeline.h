// Timeline by week: bars, blocks, a window, milestones and today, on an axis of days.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/text.h"

namespace xueshi::ui {

struct TimelineBar {
    int begin_day = 0, end_day = 0;  // from the axis' first day, end not included
    int lane = 0;
    Colour colour = 0;
    std::string_view label = {};  // inside the bar
};
struct TimelineBlock {  // a short, dated thing; its label stands to the right
    int day = 0;
    int lane = 0;
    std::string_view label = {};
    bool clashes = false;
    std::string_view clash_word = {};
};
struct TimelineMilestone {
    int day = 0;
    Colour colour = 0;
    std::string_view label = {};
};
struct TimelineLabel {
    int day = 0;
    std::string_view text = {};
};

struct WeekTimelineLook {
    std::string_view name = {};  // text equivalent of the whole
    int day_count = 7;           // whole weeks
    int lane_count = 2;
    std::span<const TimelineLabel> labels = {};  // along the top
    int window_begin = 0, window_end = 0;        // equal: none
    std::string_view window_label = {};
    std::span<const TimelineBar> bars = {};
    std::span<const TimelineBlock> blocks = {};
    std::span<const TimelineMilestone> milestones = {};
    int today = -1;  // -1: not shown
    std::string_view today_word = {};
};
void week_timeline(Frame& frame,
                   std::string_view id,
                   const Rect& rect,
                   const WeekTimelineLook& look);
float week_timeline_height(const Frame& frame, int lane_count, bool has_milestones);

// Where a day begins on an axis of `day_count` days over [x, x + width]; outside days are clamped.
// Pure.
float timeline_x(int day, int day_count, float x, float width);

// Places the labels of milestones: left-aligned at their mark, or right-aligned where they would
// leave the axis; false where a label would touch the one before it and is left out. Pure.
struct PlacedLabel {
    float x = 0;
    bool is_shown = false;
};
void place_labels(std::span<const float> marks,
                  std::span<const float> widths,
                  float left,
                  float right,
                  float gap,
                  std::span<PlacedLabel> out);

}  // namespace xueshi::ui

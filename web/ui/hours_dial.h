// Dial: one tick per required unit, grouped, in four states that differ in length and thickness as
// well as in shade, starting at the top and running clockwise.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/text.h"

namespace xueshi::ui {

enum class TickState : std::uint8_t { Missing, Planned, InProgress, Earned, Verified };

// Amounts in tenths of a tick.
struct DialShares {
    int verified = 0, earned = 0, in_progress = 0, planned = 0;
};

// The state of the tick `index` is that at its middle; the order is verified, earned, in progress,
// planned.
TickState tick_state(const DialShares& shares, int index);

// Angle of the tick's middle in radians, clockwise from the top. Each group is followed by a gap of
// 16 % of its angle (half before its first tick, half behind its last). Pure.
float tick_angle(int index, int tick_count, int group_size);

struct HoursDialLook {
    DialShares shares = {};
    int tick_count = 72;
    int group_size = 6;
    std::string_view caption = {};  // above the figure; may be empty
    std::string_view figure = {};
    std::string_view note = {};  // below the figure
    std::string_view name = {};  // text equivalent
};
// The largest circle in the middle of `rect`.
void hours_dial(Frame& frame, std::string_view id, const Rect& rect, const HoursDialLook& look);

// One line of the legend: three ticks of the state, word, figure at the right edge of its column,
// note.
struct LegendLook {
    TickState state = TickState::Verified;
    std::string_view word = {};
    std::string_view value = {};
    std::string_view note = {};  // empty: the figure stands at the right edge of `rect`
    bool is_small = false;       // phone
    float word_em = 3.5f;        // where a note follows: room for the word
};
void dial_legend(Frame& frame, const Rect& rect, const LegendLook& look);

Colour tick_colour(const Theme& theme, TickState state);

}  // namespace xueshi::ui

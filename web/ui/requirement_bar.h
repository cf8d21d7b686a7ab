// Requirement bar: an amount against its minimum. The minimum mark always stands at 75 % of the
// width and the amount is scaled by it, so that bars of different needs compare.
#pragma once

#include <array>
#include <string_view>

#include "web/ui/chip.h"
#include "web/ui/hours_dial.h"

namespace xueshi::ui {

inline constexpr float kMinimumMarkShare = 0.75f;

struct BarSegment {
    TickState state = TickState::Missing;
    float begin = 0, end = 0;  // shares of the width, 0…1
};
struct BarSegments {
    std::array<BarSegment, 4> items;
    int count = 0;
    float end = 0;  // where the amount ends
};
// Pure. Amounts and minimum in the same unit; the whole is cut at 100 %. A minimum of 0 counts as
// reached.
BarSegments bar_segments(const DialShares& shares, int minimum);

// The track with its segments and mark, vertically in the middle of `rect`; `height_em` 0.75, 0.5,
// 0.625.
struct TrackLook {
    DialShares shares = {};
    int minimum = 0;
    float height_em = 0.75f;
    bool shows_shortfall = false;            // hatching from the amount to the mark
    std::string_view name = {}, value = {};  // text equivalent; name empty: decorative
};
void requirement_track(Frame& frame, const Rect& rect, const TrackLook& look);

enum class RequirementForm : std::uint8_t {
    Summary,  // name and status above, large figure, track, note (plan; 6.75 em high)
    Home,     // name small, figure, thin track, status below (6.25 em)
    Compact,  // name and figure in one line, track (phone's plan; 2.25 em)
};
struct RequirementLook {
    TrackLook track = {};
    RequirementForm form = RequirementForm::Summary;
    std::string_view name = {};
    std::string_view amount = {};       // "60.5"
    std::string_view need = {};         // " / 42"
    std::string_view status_text = {};  // "够了", "还差 11.5"
    Meaning status = Meaning::Done;
    std::string_view note = {};
    bool has_status_below = false;  // Summary: beside the figure, so that the name has its line
};
// Whether a name and its status stand side by side in the Summary form.
bool fits_beside_status(const Frame& frame, float width, const RequirementLook& look);
void requirement_bar(Frame& frame,
                     std::string_view id,
                     const Rect& rect,
                     const RequirementLook& look);

}  // namespace xueshi::ui

// Radar: a share of 1 on each axis, from the top clockwise, with the band it may lie in, two cuts and an earlier
// outline. Names and values stand at the corners; the whole is one image with its text equivalent.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/text.h"

namespace xueshi::ui {

struct RadarAxis {
    std::string_view name = {};
    std::string_view value = {};  // the share in words
    float share = 0;
    float low = 0, high = 0;  // the band; both the share itself: none
    float earlier = -1;       // below 0: none
};

struct RadarLook {
    std::span<const RadarAxis> axes = {};
    float lower_cut = 0, upper_cut = 0;  // 0: none
    std::string_view name = {};          // text equivalent
};

void radar(Frame& frame, std::string_view id, const Rect& rect, const RadarLook& look);
// What it needs of that width, names included.
float radar_height(const Frame& frame, float width, const RadarLook& look);

// What the lines mean, side by side and in further rows where there is no room. Empty words: left out.
struct RadarLegend {
    std::string_view estimate = {};
    std::string_view band = {};
    std::string_view lower_cut = {};
    std::string_view upper_cut = {};
    std::string_view earlier = {};
};
void radar_legend(Frame& frame, const Rect& rect, const RadarLegend& look);
float radar_legend_height(const Frame& frame, float width, const RadarLegend& look);

}  // namespace xueshi::ui

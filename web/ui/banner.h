// Banner: a fact that stays (offline, new version, deadline), with one action.
#pragma once

#include <string_view>

#include "web/ui/chip.h"

namespace xueshi::ui {

struct BannerLook {
    std::string_view title = {};  // bold
    std::string_view sentence = {};
    Meaning meaning = Meaning::Wait;
    Icon icon = Icon::None;  // None: the meaning's
    std::string_view action = {};
};
// One line where there is room, else the sentence goes below the title: see banner_height().
bool banner(Frame& frame, std::string_view id, const Rect& rect, const BannerLook& look);
float banner_height(const Frame& frame, float width, const BannerLook& look);

}  // namespace xueshi::ui

// How far one is in steps whose number may still change: a segment each, done, in hand, to come.
#pragma once

#include <string_view>

#include "web/ui/frame.h"

namespace xueshi::ui {

struct StepProgressLook {
    int done = 0;      // segments filled from the left
    int in_hand = -1;  // the one worked on; below 0: none
    int count = 0;
    std::string_view name = {};
    std::string_view value = {};  // text equivalent
};
// 0.375 em high, in the middle of `rect`.
void step_progress(Frame& frame, const Rect& rect, const StepProgressLook& look);

}  // namespace xueshi::ui

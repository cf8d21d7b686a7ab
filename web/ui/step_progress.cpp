#include "web/ui/step_progress.h"

#include <algorithm>

#include "web/ui/paint.h"

namespace xueshi::ui {

using namespace metrics;

void step_progress(Frame& frame, const Rect& rect, const StepProgressLook& look) {
    constexpr float kHeight = 0.375f;
    constexpr float kMostGap = 0.3f;  // of a segment's share of the width
    frame.add_node(frame.next_id(), Role::Meter, rect, {look.name, look.value, {}});
    if (look.count <= 0 || !frame.is_visible(rect)) return;
    const Theme& theme = frame.theme;
    const float step = rect.width / static_cast<float>(look.count);
    const float gap = std::min(frame.px(kSpace1), step * kMostGap);
    const float height = frame.px(kHeight);
    for (int i = 0; i < look.count; ++i) {
        const Colour colour = i == look.in_hand ? theme.hours_progress
                              : i < look.done   ? theme.accent
                                                : theme.hairline;
        const float left = frame.snapped(rect.x + step * static_cast<float>(i));
        const float right = frame.snapped(rect.x + step * static_cast<float>(i + 1) - gap);
        fill(frame,
             {left, rect.y + (rect.height - height) / 2, std::max(right - left, frame.device_pixel), height},
             colour,
             std::min(height / 2, (right - left) / 2));
    }
}

}  // namespace xueshi::ui

#include "web/ui/radar_outline.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "web/ui/paint.h"

namespace xueshi::ui {

void radar_outline(Frame& frame, const Rect& rect, std::string_view sign, Colour behind) {
    constexpr int kAxes = 5;
    constexpr float kTurn = 6.2831853f;
    constexpr float kRings[] = {1.0f, 0.66f, 0.33f};
    const Theme& theme = frame.theme;
    // A pentagon is not as high as its circle: 1 + cos 36° over 2.
    const float radius = std::min(rect.width / 1.902f, rect.height / 1.809f);
    const Point centre{rect.x + rect.width / 2,
                       rect.y + (rect.height - radius * 1.809f) / 2 + radius};
    const auto corner = [&](int axis, float share) {
        const float angle = kTurn * static_cast<float>(axis) / kAxes;
        return Point{centre.x + std::sin(angle) * radius * share,
                     centre.y - std::cos(angle) * radius * share};
    };
    const Colour line = mixed(behind, theme.accent, 0.4f);
    const float stroke = frame.px(metrics::kStrokeHair * 1.2f);
    for (int axis = 0; axis < kAxes; ++axis) {
        stroke_segment(frame, centre, corner(axis, 1), mixed(behind, theme.accent, 0.2f), stroke);
    }
    for (const float ring : kRings) {
        std::array<Point, kAxes> points;
        for (int axis = 0; axis < kAxes; ++axis)
            points[static_cast<std::size_t>(axis)] = corner(axis, ring);
        stroke_path(frame, points, line, stroke, true);
    }
    draw_text(frame,
              {centre.x - frame.px(1), centre.y - frame.px(1), frame.px(2), frame.px(2)},
              sign,
              {.size = TextSize::Head,
               .weight = Weight::Bold,
               .colour = theme.accent,
               .align = Align::Centre,
               .spoken = Spoken::Decorative});
}

}  // namespace xueshi::ui

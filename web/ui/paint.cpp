#include "web/ui/paint.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace xueshi::ui {
namespace {

constexpr float kPi = 3.14159265f;

struct Box {
    ImVec2 low, high;
};

// Turns by one angle, step after step: a whole arc for one sine and one cosine.
class Turn {
  public:
    explicit Turn(float angle) : cosine_(std::cos(angle)), sine_(std::sin(angle)) {}
    ImVec2 of(ImVec2 spoke) const {
        return {spoke.x * cosine_ - spoke.y * sine_, spoke.x * sine_ + spoke.y * cosine_};
    }

  private:
    float cosine_, sine_;
};

Box snapped_box(const Frame& frame, const Rect& rect) {
    const Rect here = frame.on_canvas(rect);
    return {{frame.snapped(here.x), frame.snapped(here.y)},
            {frame.snapped(here.right()), frame.snapped(here.bottom())}};
}

// Corners cannot be rounder than half of the box.
float clamped(float radius, const Box& box) {
    return std::min(radius, std::min(box.high.x - box.low.x, box.high.y - box.low.y) / 2);
}

// ImGui's own rounded rectangles keep a pixel of straight edge, which shows on pills and thin bars.
void path_rounded(const Frame& frame, const Box& box, float radius, unsigned corners) {
    const float r = clamped(radius, box);
    const int steps = std::clamp(static_cast<int>(2 + r / frame.device_pixel / 2), 3, 12);
    // Where two arcs meet, one point is enough: two in one place have no direction between them.
    ImVector<ImVec2>& path = frame.draw->_Path;
    const auto is_at = [](const ImVec2& a, const ImVec2& b) {
        return std::abs(a.x - b.x) + std::abs(a.y - b.y) < 0.02f;
    };
    const auto add = [&](const ImVec2& point) {
        if (path.empty() || !is_at(path.back(), point)) path.push_back(point);
    };
    const Turn turn(kPi / 2 / static_cast<float>(steps));
    const auto corner = [&](bool is_right, bool is_bottom, ImVec2 spoke) {
        const unsigned sides =
            (is_right ? kRightCorners : kLeftCorners) | (is_bottom ? kBottomCorners : kTopCorners);
        const ImVec2 at{is_right ? box.high.x : box.low.x, is_bottom ? box.high.y : box.low.y};
        if (r <= 0 || (corners & sides) == 0) {
            add(at);
            return;
        }
        const ImVec2 centre{at.x + (is_right ? -r : r), at.y + (is_bottom ? -r : r)};
        for (int i = 0; i <= steps; ++i, spoke = turn.of(spoke)) {
            add({centre.x + spoke.x, centre.y + spoke.y});
        }
    };
    corner(false, false, {-r, 0});
    corner(true, false, {0, -r});
    corner(true, true, {r, 0});
    corner(false, true, {0, r});
    if (path.Size > 2 && is_at(path.front(), path.back())) path.pop_back();
}

// Device px from a box's edges within which it may look otherwise than in its middle.
int border_of(const Frame& frame, float radius, float stroke) {
    return static_cast<int>(std::ceil(std::max(radius, stroke) / frame.device_pixel)) + 1;
}

// A filled box, `inset` from its edges on all sides; its corners' radius is the outer one.
void fill_rounded(const Frame& frame,
                  const Box& box,
                  Colour colour,
                  float radius,
                  unsigned corners,
                  float inset = 0) {
    if (radius <= 0 || corners == kNoCorners) {
        frame.draw->AddRectFilled({box.low.x + inset, box.low.y + inset},
                                  {box.high.x - inset, box.high.y - inset},
                                  colour);
        return;
    }
    const float round = clamped(radius, box);
    static constexpr char kKind = 0;
    const ShapeKey key{&kKind, 0, 0, round, inset, frame.device_pixel, corners};
    frame.shapes.draw_stretched(
        *frame.draw, key, box.low, box.high, border_of(frame, round, inset), colour,
        [&](ImVec2 low, ImVec2 high) {
            const Box inner{{low.x + inset, low.y + inset}, {high.x - inset, high.y - inset}};
            path_rounded(frame, inner, std::max(0.0f, round - inset), corners);
            frame.draw->PathFillConvex(colour);
        });
}

ImVec2 on_canvas(const Frame& frame, Point point) {
    return {point.x + frame.origin_x(), point.y + frame.origin_y()};
}

// Never thinner than a device pixel, in whole device pixels, a half rounded down: a hairline is as
// dark everywhere and 1.5 px do not look like 2.
float whole_pixels(const Frame& frame, float thickness) {
    return std::max(frame.device_pixel, frame.snapped(thickness - 0.2f * frame.device_pixel));
}

bool turns_sharply(Point before, Point at, Point after) {
    const float ax = at.x - before.x, ay = at.y - before.y;
    const float bx = after.x - at.x, by = after.y - at.y;
    const float dot = ax * bx + ay * by;
    const float lengths = std::sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
    return dot < 0.85f * lengths;
}

}  // namespace

void fill(Frame& frame, const Rect& rect, Colour colour, float radius, unsigned corners) {
    if (rect.width <= 0 || rect.height <= 0 || !frame.is_visible(rect)) return;
    const Box box = snapped_box(frame, rect);
    fill_rounded(frame, box, colour, radius, corners);
}

void outline(Frame& frame,
             const Rect& rect,
             Colour colour,
             float thickness,
             float radius,
             unsigned corners) {
    if (!frame.is_visible(rect)) return;
    const Box box = snapped_box(frame, rect);
    const float stroke = whole_pixels(frame, thickness);
    const float half = stroke / 2;
    const float round = clamped(radius, box);
    static constexpr char kKind = 0;
    const ShapeKey key{&kKind, 0, 0, round, stroke, frame.device_pixel, corners};
    frame.shapes.draw_stretched(
        *frame.draw, key, box.low, box.high, border_of(frame, round, stroke), colour,
        [&](ImVec2 low, ImVec2 high) {
            const Box middle{{low.x + half, low.y + half}, {high.x - half, high.y - half}};
            path_rounded(frame, middle, std::max(0.0f, round - half), corners);
            frame.draw->PathStroke(colour, ImDrawFlags_Closed, stroke);
        });
}

void box(
    Frame& frame, const Rect& rect, Colour inside, Colour stroke, float thickness, float radius) {
    const float half = whole_pixels(frame, thickness) / 2;
    if (!frame.is_visible(rect)) return;
    fill_rounded(frame, snapped_box(frame, rect), inside, radius, kAllCorners, half);
    outline(frame, rect, stroke, thickness, radius);
}

void rule_horizontal(Frame& frame, float x0, float x1, float y, Colour colour, float thickness) {
    const float stroke = whole_pixels(frame, std::max(thickness, frame.px(metrics::kStrokeHair)));
    fill(frame, {x0, y, x1 - x0, stroke}, colour);
}

void rule_vertical(Frame& frame, float x, float y0, float y1, Colour colour, float thickness) {
    const float stroke = whole_pixels(frame, std::max(thickness, frame.px(metrics::kStrokeHair)));
    fill(frame, {x, y0, stroke, y1 - y0}, colour);
}

void stroke_segment(Frame& frame, Point from, Point to, Colour colour, float thickness) {
    // A capsule as one convex shape: no seam between the line and its caps.
    const ImVec2 a = on_canvas(frame, from);
    const ImVec2 b = on_canvas(frame, to);
    const float radius = thickness / 2;
    const float length = std::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
    const float scale = length > 0 ? radius / length : 0;
    // Across the line, to its right; half a turn around each end leads back to it.
    ImVec2 spoke{scale * (a.y - b.y), length > 0 ? scale * (b.x - a.x) : radius};
    const int steps = std::clamp(static_cast<int>(3 + radius / frame.device_pixel), 4, 12);
    const Turn turn(kPi / static_cast<float>(steps));
    ImDrawList* draw = frame.draw;
    for (const ImVec2& end : {a, b}) {
        draw->PathLineTo({end.x + spoke.x, end.y + spoke.y});
        for (int i = 0; i < steps; ++i) {
            spoke = turn.of(spoke);
            draw->PathLineTo({end.x + spoke.x, end.y + spoke.y});
        }
    }
    draw->PathFillConvex(colour);
}

void stroke_path(
    Frame& frame, std::span<const Point> points, Colour colour, float thickness, bool is_closed) {
    const std::size_t count = points.size();
    if (count < 2) return;
    if (count == 2) {
        stroke_segment(frame, points[0], points[1], colour, thickness);
        return;
    }
    // ImGui's joins are mitred and its ends butt. The path is cut at its corners, and every end and
    // corner gets a disc: round caps and joins.
    ImDrawList* draw = frame.draw;
    const auto at = [&](std::size_t i) { return points[i % count]; };
    const auto is_corner = [&](std::size_t i) {
        return turns_sharply(at(i + count - 1), at(i), at(i + 1));
    };
    const auto cap = [&](Point point) { disc(frame, point, thickness / 2, colour); };
    std::size_t start = 0;
    if (is_closed) {
        while (start < count && !is_corner(start)) ++start;
        if (start == count) {  // smooth all around
            for (const Point& point : points) draw->PathLineTo(on_canvas(frame, point));
            draw->PathStroke(colour, ImDrawFlags_Closed, thickness);
            return;
        }
    }
    const std::size_t end = is_closed ? start + count : count - 1;
    cap(at(start));
    draw->PathLineTo(on_canvas(frame, at(start)));
    for (std::size_t i = start + 1; i <= end; ++i) {
        draw->PathLineTo(on_canvas(frame, at(i)));
        if (i == end || is_corner(i)) {
            draw->PathStroke(colour, 0, thickness);
            cap(at(i));
            if (i != end) draw->PathLineTo(on_canvas(frame, at(i)));
        }
    }
}

void dash_segment(
    Frame& frame, Point from, Point to, Colour colour, float thickness, float on, float off) {
    const float dx = to.x - from.x, dy = to.y - from.y;
    const float length = std::sqrt(dx * dx + dy * dy);
    if (length <= 0 || on + off <= 0) return;
    for (float at = 0; at < length; at += on + off) {
        const float stop = std::min(at + on, length);
        const ImVec2 a = on_canvas(frame, {from.x + dx * at / length, from.y + dy * at / length});
        const ImVec2 b =
            on_canvas(frame, {from.x + dx * stop / length, from.y + dy * stop / length});
        frame.draw->AddLine(a, b, colour, thickness);
    }
}

void disc(Frame& frame, Point centre, float radius, Colour colour) {
    const int segments = std::clamp(static_cast<int>(8 + 4 * radius / frame.device_pixel), 8, 64);
    frame.draw->AddCircleFilled(on_canvas(frame, centre), radius, colour, segments);
}

void circle(Frame& frame, Point centre, float radius, Colour colour, float thickness) {
    const int segments =
        std::clamp(static_cast<int>(16 + 2 * radius / frame.device_pixel), 16, 128);
    frame.draw->AddCircle(on_canvas(frame, centre), radius, colour, segments, thickness);
}

void polygon(Frame& frame, std::span<const Point> points, Colour colour) {
    for (const Point& point : points) frame.draw->PathLineTo(on_canvas(frame, point));
    frame.draw->PathFillConvex(colour);
}

void hatch(Frame& frame, const Rect& rect, Colour colour, float pitch, float thickness) {
    // Lines x + y = c, rising to the right, each cut against the rectangle by arithmetic.
    for (float c = pitch * 0.75f; c < rect.width + rect.height; c += pitch) {
        const float x0 = std::max(0.0f, c - rect.height), x1 = std::min(rect.width, c);
        if (x1 <= x0) continue;
        const ImVec2 a = on_canvas(frame, {rect.x + x0, rect.y + c - x0});
        const ImVec2 b = on_canvas(frame, {rect.x + x1, rect.y + c - x1});
        frame.draw->AddLine(a, b, colour, thickness);
    }
}

namespace {

// A blur without a blur: concentric shapes growing around the body, each with an equal part of the
// alpha.
void soft_shadow(
    Frame& frame, const Rect& rect, float radius, float down, float step, int steps, float alpha) {
    const Colour colour = faded(frame.theme.shadow, alpha / static_cast<float>(steps));
    for (int i = 0; i < steps; ++i) {
        const float grow =
            step * (static_cast<float>(i) + 0.5f) - step * static_cast<float>(steps) / 4;
        fill(frame, moved(expanded(rect, grow), 0, down), colour, std::max(0.0f, radius + grow));
    }
}

}  // namespace

void shadow_low(Frame& frame, const Rect& rect, float radius) {
    soft_shadow(frame, rect, radius, frame.px(0.0625f), frame.px(0.0625f), 3, 0.14f);
}

void shadow_high(Frame& frame, const Rect& rect, float radius) {
    soft_shadow(frame, rect, radius, frame.px(0.5f), frame.px(0.1875f), 8, 0.14f);
    soft_shadow(frame, rect, radius, frame.px(0.0625f), frame.px(0.0625f), 3, 0.10f);
}

}  // namespace xueshi::ui

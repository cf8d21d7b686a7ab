// Shapes, painted crisp: edges lie on device pixels, curves are smoothed over one device pixel.
// Local coordinates, CSS px. Nothing here registers a node.
#pragma once

#include <span>

#include "web/ui/frame.h"

namespace xueshi::ui {

struct Point {
    float x = 0, y = 0;
};

// The corners on these sides are round.
enum Corners : unsigned {
    kNoCorners = 0,
    kLeftCorners = 1,
    kRightCorners = 2,
    kTopCorners = 4,
    kBottomCorners = 8,
    kAllCorners = 15,
};

void fill(Frame& frame,
          const Rect& rect,
          Colour colour,
          float radius = 0,
          unsigned corners = kAllCorners);
// A stroke inside of `rect`.
void outline(Frame& frame,
             const Rect& rect,
             Colour colour,
             float thickness,
             float radius = 0,
             unsigned corners = kAllCorners);
// Fill and outline in one; no fringe of the fill outside of the stroke.
void box(
    Frame& frame, const Rect& rect, Colour inside, Colour stroke, float thickness, float radius);

// Hairlines, one device pixel or em/16, whatever is more.
void rule_horizontal(Frame& frame, float x0, float x1, float y, Colour colour, float thickness = 0);
void rule_vertical(Frame& frame, float x, float y0, float y1, Colour colour, float thickness = 0);

// Round-capped segment and polyline. Translucent colours darken where pieces meet: use opaque ones.
void stroke_segment(Frame& frame, Point from, Point to, Colour colour, float thickness);
void stroke_path(Frame& frame,
                 std::span<const Point> points,
                 Colour colour,
                 float thickness,
                 bool is_closed = false);
void dash_segment(
    Frame& frame, Point from, Point to, Colour colour, float thickness, float on, float off);
void disc(Frame& frame, Point centre, float radius, Colour colour);
void circle(Frame& frame, Point centre, float radius, Colour colour, float thickness);
void polygon(Frame& frame, std::span<const Point> points, Colour colour);  // convex

// 45° lines cut against `rect`.
void hatch(Frame& frame, const Rect& rect, Colour colour, float pitch, float thickness);

// shadow_1 (selected segment) and shadow_2 (toast, dialog, menu, bulk bar); painted before the
// body.
void shadow_low(Frame& frame, const Rect& rect, float radius);
void shadow_high(Frame& frame, const Rect& rect, float radius);

}  // namespace xueshi::ui

#include "web/ui/radar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "web/ui/paint.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

constexpr float kRadius = 7.3f;
constexpr float kDot = 0.25f;
constexpr float kTurn = 6.2831853f;
constexpr float kGrid[] = {0.2f, 0.6f, 1.0f};
constexpr float kBandShare = 0.26f;
constexpr float kOn = 3, kOff = 4;  // CSS px
constexpr float kLegendSign = 1.5f;
constexpr TextStyle kName{
    .size = TextSize::Small, .spoken = Spoken::Decorative, .max_lines = 2};

Colour band_colour(const Theme& theme) {
    return mixed(theme.surface, theme.hours_progress, kBandShare);
}

// Names at the sides are broken rather than wider than this; the first stands alone above all others.
float name_room(const Frame& frame, float width, std::size_t axis) {
    constexpr float kTopName = 12.0f, kSideName = 6.25f;
    return axis == 0 ? std::min(width, frame.px(kTopName))
                     : std::min(width / 2 - frame.px(kSpace1), frame.px(kSideName));
}

float label_height(const Frame& frame, float width, const RadarLook& look, std::size_t axis) {
    return measure_paragraph(frame, name_room(frame, width, axis), look.axes[axis].name, kName) +
           frame.px(kLineSmall);
}

// Where the corners are: the circle's middle below the highest name of the first axis.
struct Star {
    Point centre;
    float radius = 0;
    std::size_t count = 0;

    Point at(std::size_t axis, float share) const {
        const float angle = kTurn * static_cast<float>(axis) / static_cast<float>(count);
        const float length = radius * std::clamp(share, 0.0f, 1.0f);
        return {centre.x + std::sin(angle) * length, centre.y - std::cos(angle) * length};
    }
};

float radius_of(const Frame& frame, float width) {
    // The outermost corners of five axes stand at 0.951 of the radius.
    return std::min(frame.px(kRadius), (width / 2 - frame.px(kSpace2)) / 0.951f);
}

float lowest(const RadarLook& look, float radius) {
    float depth = 0;
    for (std::size_t i = 0; i < look.axes.size(); ++i) {
        const float angle = kTurn * static_cast<float>(i) / static_cast<float>(look.axes.size());
        depth = std::max(depth, -std::cos(angle) * radius);
    }
    return depth;
}

bool is_below(const Star& star, std::size_t axis) {
    return star.at(axis, 1).y > star.centre.y + star.radius * 0.1f;
}

void ring(Frame& frame, const Star& star, float share, Colour colour, bool is_dashed) {
    const float stroke = frame.px(kStrokeHair);
    for (std::size_t i = 0; i < star.count; ++i) {
        const Point from = star.at(i, share), to = star.at((i + 1) % star.count, share);
        if (is_dashed) {
            dash_segment(frame, from, to, colour, frame.px(kStrokeCheck), kOn, kOff);
        } else {
            stroke_segment(frame, from, to, colour, stroke);
        }
    }
}

bool has_band(const RadarLook& look) {
    return std::any_of(look.axes.begin(), look.axes.end(), [](const RadarAxis& axis) {
        return axis.high > axis.low;
    });
}

void draw_band(Frame& frame, const Star& star, const RadarLook& look) {
    const Colour colour = band_colour(frame.theme);
    for (std::size_t i = 0; i < star.count; ++i) {
        const std::size_t next = (i + 1) % star.count;
        const Point quad[] = {star.at(i, look.axes[i].low),
                              star.at(i, look.axes[i].high),
                              star.at(next, look.axes[next].high),
                              star.at(next, look.axes[next].low)};
        polygon(frame, quad, colour);
    }
    // Over the seams.
    for (std::size_t i = 0; i < star.count; ++i) {
        stroke_segment(frame,
                       star.at(i, look.axes[i].low),
                       star.at(i, look.axes[i].high),
                       colour,
                       2 * frame.device_pixel);
    }
}

void draw_line(Frame& frame, const Star& star, const RadarLook& look) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < star.count; ++i) points.push_back(star.at(i, look.axes[i].share));
    stroke_path(frame, points, frame.theme.accent, frame.px(kStrokeChart), true);
    for (const Point& point : points) {
        disc(frame, point, frame.px(kDot + kStrokeChart / 2), frame.theme.accent);
        disc(frame, point, frame.px(kDot - kStrokeChart / 2), frame.theme.surface);
    }
}

void draw_earlier(Frame& frame, const Star& star, const RadarLook& look) {
    for (std::size_t i = 0; i < star.count; ++i) {
        const float from = look.axes[i].earlier, to = look.axes[(i + 1) % star.count].earlier;
        if (from < 0 || to < 0) continue;
        dash_segment(frame,
                     star.at(i, from),
                     star.at((i + 1) % star.count, to),
                     frame.theme.ink_2,
                     frame.px(kStrokeSelected),
                     2 * kOn,
                     kOff);
    }
}

// Above the upper corners and below the lower ones, within the rectangle. Upper ones reach outwards, and lower ones
// end at their corner: neither then stands on the outline, however long it is.
void draw_label(Frame& frame, const Rect& rect, const Star& star, std::size_t index, const RadarLook& look) {
    constexpr float kOutwards = 0.74f;  // of an upper name's width
    const RadarAxis& axis = look.axes[index];
    const Point corner = star.at(index, 1);
    const float height = label_height(frame, rect.width, look, index);
    const float wanted = std::max(measure_text(frame, axis.name, TextSize::Small),
                                  measure_text(frame, axis.value, TextSize::Small));
    const float width = std::min(wanted + 1, name_room(frame, rect.width, index));
    const bool is_top = index == 0, is_low = is_below(star, index);
    const bool is_right = corner.x > star.centre.x;
    const float before = is_top ? 0.5f : is_low ? (is_right ? 0.0f : 1.0f) : (is_right ? 1 - kOutwards : kOutwards);
    const float x = std::clamp(corner.x - width * before, rect.x, std::max(rect.x, rect.right() - width));
    const float gap = frame.px(kSpace2);
    Rect place{x, is_low ? corner.y + gap : corner.y - gap - height, width, height};
    TextStyle style = kName;
    style.align = is_top ? Align::Centre : is_right != is_low ? Align::Right : Align::Left;
    take_top(place, draw_paragraph(frame, place, axis.name, style));
    style.colour = frame.theme.ink_2;
    style.is_tabular = true;
    draw_text(frame, place, axis.value, style);
}

struct LegendSign {
    std::string_view word;
    int kind;  // 0 line with dot, 1 band, 2 lower cut, 3 upper cut, 4 earlier
};

std::array<LegendSign, 5> signs_of(const RadarLegend& look) {
    return {{{look.estimate, 0}, {look.band, 1}, {look.lower_cut, 2}, {look.upper_cut, 3}, {look.earlier, 4}}};
}

float sign_width(const Frame& frame, const LegendSign& sign) {
    return frame.px(kLegendSign + kSpace2) + measure_text(frame, sign.word, TextSize::Small);
}

void draw_sign(Frame& frame, const Rect& place, int kind) {
    const Theme& theme = frame.theme;
    const Point from{place.x, place.y + place.height / 2}, to{place.right(), from.y};
    switch (kind) {
        case 0:
            stroke_segment(frame, from, to, theme.accent, frame.px(kStrokeChart));
            disc(frame, {(from.x + to.x) / 2, from.y}, frame.px(kDot), theme.accent);
            disc(frame, {(from.x + to.x) / 2, from.y}, frame.px(kDot - kStrokeChart), theme.canvas);
            return;
        case 1:
            fill(frame,
                 centred(place, place.width, frame.px(kSpace3)),
                 mixed(theme.canvas, theme.hours_progress, kBandShare),
                 frame.px(kRadiusSegment));
            return;
        case 4:
            dash_segment(frame, from, to, theme.ink_2, frame.px(kStrokeSelected), 2 * kOn, kOff);
            return;
        default:
            dash_segment(
                frame, from, to, kind == 2 ? theme.attn : theme.done, frame.px(kStrokeCheck), kOn, kOff);
    }
}

// Lays the signs out in rows; draws them where there is a frame to draw in. Answers the height.
float lay_legend(const Frame& measured, Frame* drawn, const Rect& rect, const RadarLegend& look) {
    const float line = measured.px(kLineSmall + kSpace1);
    float x = 0, y = 0;
    for (const LegendSign& sign : signs_of(look)) {
        if (sign.word.empty()) continue;
        const float width = sign_width(measured, sign);
        if (x > 0 && x + width > rect.width) {
            x = 0;
            y += line;
        }
        if (drawn != nullptr) {
            Rect place{rect.x + x, rect.y + y, std::min(width + 1, rect.width - x), line};
            draw_sign(*drawn, take_left(place, drawn->px(kLegendSign), drawn->px(kSpace2)), sign.kind);
            draw_text(*drawn, place, sign.word, {.size = TextSize::Small, .colour = drawn->theme.ink_2});
        }
        x += width + measured.px(kSpace4);
    }
    return y + line;
}

}  // namespace

float radar_height(const Frame& frame, float width, const RadarLook& look) {
    if (look.axes.empty()) return 0;
    const float radius = radius_of(frame, width);
    float below = 0;
    for (std::size_t i = 0; i < look.axes.size(); ++i) below = std::max(below, label_height(frame, width, look, i));
    return label_height(frame, width, look, 0) + 2 * frame.px(kSpace2) + radius + lowest(look, radius) +
           below;
}

void radar(Frame& frame, std::string_view id, const Rect& rect, const RadarLook& look) {
    frame.add_node(frame.id(id), Role::Image, rect, {look.name, {}, {}});
    if (look.axes.empty() || !frame.is_visible(rect)) return;
    const Theme& theme = frame.theme;
    Star star{{rect.x + rect.width / 2, 0}, radius_of(frame, rect.width), look.axes.size()};
    star.centre.y =
        rect.y + label_height(frame, rect.width, look, 0) + frame.px(kSpace2) + star.radius;
    if (has_band(look)) draw_band(frame, star, look);
    for (std::size_t i = 0; i < star.count; ++i) {
        stroke_segment(frame, star.centre, star.at(i, 1), theme.hairline, frame.px(kStrokeHair));
    }
    for (const float share : kGrid) ring(frame, star, share, theme.hairline, false);
    if (look.lower_cut > 0) ring(frame, star, look.lower_cut, theme.attn, true);
    if (look.upper_cut > 0) ring(frame, star, look.upper_cut, theme.done, true);
    draw_earlier(frame, star, look);
    draw_line(frame, star, look);
    for (std::size_t i = 0; i < star.count; ++i) draw_label(frame, rect, star, i, look);
}

float radar_legend_height(const Frame& frame, float width, const RadarLegend& look) {
    return lay_legend(frame, nullptr, {0, 0, width, 0}, look);
}

void radar_legend(Frame& frame, const Rect& rect, const RadarLegend& look) {
    lay_legend(frame, &frame, rect, look);
}

}  // namespace xueshi::ui

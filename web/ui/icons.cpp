#include "web/ui/icons.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "web/ui/icon_paths.h"

namespace xueshi::ui {
namespace {

constexpr float kGrid = 24.0f;
constexpr float kDegree = 3.14159265f / 180.0f;

// Walks one path and strokes it; see icon_paths.cpp for the notation.
class PathPen {
  public:
    PathPen(Frame& frame, const Rect& box, Colour colour, float thickness)
        : frame_(frame),
          box_(box),
          scale_(box.width / kGrid),
          colour_(colour),
          thickness_(thickness) {}

    void draw(std::string_view path) {
        rest_ = path;
        while (!rest_.empty()) {
            const char command = rest_.front();
            rest_.remove_prefix(1);
            run(command);
        }
        stroke(false);
    }

  private:
    void run(char command) {
        switch (command) {
            case 'M':
                stroke(false);
                add(point());
                break;
            case 'L':
                add(point());
                break;
            case 'C':
                cubic();
                break;
            case 'A':
                stroke(false);
                arc();
                break;
            case 'a':
                arc();
                break;
            case 'Z':
                stroke(true);
                break;
            case 'O': {
                stroke(false);
                const Point centre = point();
                circle(frame_, centre, number() * scale_, colour_, thickness_);
                break;
            }
            case 'D': {
                stroke(false);
                const Point centre = point();
                disc(frame_, centre, number() * scale_, colour_);
                break;
            }
            case 'H':
                half_disc();
                break;
            case 'R':
                rounded();
                break;
            default:
                break;  // spaces
        }
    }

    // A number such as -12.5; spaces before it are skipped.
    float number() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
        float sign = 1, value = 0, place = 0;
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (c == '-') {
                sign = -1;
            } else if (c == '.') {
                place = 1;
            } else if (c >= '0' && c <= '9') {
                value = value * 10 + static_cast<float>(c - '0');
                place *= 10;
            } else {
                break;
            }
            rest_.remove_prefix(1);
        }
        return sign * (place > 1 ? value / place : value);
    }

    Point point() {
        const float x = number();
        const float y = number();
        return {box_.x + x * scale_, box_.y + y * scale_};
    }

    // A point on the one before it would make a join without a direction.
    void add(Point p) {
        if (count_ > 0 && is_same(points_[count_ - 1], p)) return;
        if (count_ < points_.size()) points_[count_++] = p;
    }

    bool is_same(Point a, Point b) const {
        return std::abs(a.x - b.x) + std::abs(a.y - b.y) < 0.05f * scale_;
    }

    void cubic() {
        if (count_ == 0) return;
        const Point a = points_[count_ - 1];
        const Point b = point(), c = point(), d = point();
        constexpr int kSteps = 8;
        for (int i = 1; i <= kSteps; ++i) {
            const float t = static_cast<float>(i) / kSteps, u = 1 - t;
            const float wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, wd = t * t * t;
            add({wa * a.x + wb * b.x + wc * c.x + wd * d.x,
                 wa * a.y + wb * b.y + wc * c.y + wd * d.y});
        }
    }

    void arc() {
        const Point centre = point();
        const float radius = number() * scale_;
        const float from = number() * kDegree;
        const float to = number() * kDegree;
        const int steps = std::clamp(static_cast<int>(std::abs(to - from) / (12 * kDegree)), 4, 24);
        for (int i = 0; i <= steps; ++i) {
            const float angle =
                from + (to - from) * static_cast<float>(i) / static_cast<float>(steps);
            add({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
        }
    }

    void half_disc() {
        stroke(false);
        const Point centre = point();
        const float radius = number() * scale_;
        for (int i = 0; i <= 12; ++i) {
            const float angle = (180 + 15 * static_cast<float>(i)) * kDegree;
            add({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
        }
        polygon(frame_, std::span(points_.data(), count_), colour_);
        count_ = 0;
    }

    void rounded() {
        stroke(false);
        const Point corner = point();
        const float width = number() * scale_, height = number() * scale_,
                    radius = number() * scale_;
        const float x[] = {corner.x + width - radius, corner.x + radius};
        const float y[] = {corner.y + radius, corner.y + height - radius};
        constexpr int kSteps = 5;
        for (int quarter = 0; quarter < 4; ++quarter) {  // from the top right, clockwise
            const float cx = x[quarter == 0 || quarter == 1 ? 0 : 1];
            const float cy = y[quarter == 0 || quarter == 3 ? 0 : 1];
            for (int i = 0; i <= kSteps; ++i) {
                const float angle =
                    (-90 + 90 * (static_cast<float>(quarter) + static_cast<float>(i) / kSteps)) *
                    kDegree;
                add({cx + radius * std::cos(angle), cy + radius * std::sin(angle)});
            }
        }
        stroke(true);
    }

    void stroke(bool is_closed) {
        if (is_closed && count_ > 2 && is_same(points_[0], points_[count_ - 1])) --count_;
        if (count_ > 1) {
            stroke_path(frame_, std::span(points_.data(), count_), colour_, thickness_, is_closed);
        }
        count_ = 0;
    }

    Frame& frame_;
    Rect box_;
    float scale_;
    Colour colour_;
    float thickness_;
    std::string_view rest_;
    std::array<Point, 96> points_;
    std::size_t count_ = 0;
};

}  // namespace

void draw_path(
    Frame& frame, const Rect& rect, std::string_view path, Colour colour, float thickness) {
    if (!frame.is_visible(rect)) return;
    const Rect here = frame.on_canvas(rect);
    const ShapeKey key{path.data(), rect.width, rect.height, 0, thickness, frame.device_pixel, 0};
    frame.shapes.draw(*frame.draw, key, {here.x, here.y}, colour, [&] {
        PathPen(frame, rect, colour, thickness).draw(path);
    });
}

void draw_icon(
    Frame& frame, const Rect& rect, Icon icon, float size, Colour colour, float stroke_24) {
    if (icon == Icon::None) return;
    Rect box = centred(rect, size, size);
    box.x = frame.snapped(box.x + frame.origin_x()) - frame.origin_x();
    box.y = frame.snapped(box.y + frame.origin_y()) - frame.origin_y();
    const float thickness = std::max(frame.device_pixel, stroke_24 * size / kGrid);
    draw_path(frame, box, icon_path(icon), colour, thickness);
    if (icon == Icon::CloudCheck)
        draw_path(frame, box, "M8.8 13.2L11.2 15.5L15.4 11.2", colour, thickness);
    if (icon == Icon::CloudWait)
        draw_path(frame, box, "M12 15.4L12 10.4M9.8 12.4L12 10.2L14.2 12.4", colour, thickness);
}

void draw_drawing(Frame& frame, const Rect& rect, Drawing drawing, Colour colour) {
    draw_path(frame, rect, drawing_path(drawing), colour, frame.px(0.125f));
}

void draw_mark(Frame& frame, const Rect& rect) {
    fill(frame, rect, frame.theme.accent, rect.width * 6.5f / kGrid);
    draw_path(frame, rect, mark_path(), frame.theme.on_accent, rect.width * 1.7f / kGrid);
}

}  // namespace xueshi::ui

#include "web/ui/coverage.h"

#include <algorithm>
#include <cmath>

namespace xueshi::ui {
namespace {

// Twice the area of a, b and (x, y), positive when they turn clockwise as seen. Computed in the same way
// from either end, so that two triangles agree about the edge they share.
float area(const CoverageVertex& a, const CoverageVertex& b, float x, float y) {
    const bool is_turned = b.y < a.y || (b.y == a.y && b.x < a.x);
    const CoverageVertex& from = is_turned ? b : a;
    const CoverageVertex& to = is_turned ? a : b;
    const float twice = (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
    return is_turned ? -twice : twice;
}

// The pixels whose middle lies on this edge are this triangle's.
bool owns_edge(const CoverageVertex& from, const CoverageVertex& to) {
    return to.y < from.y || (to.y == from.y && to.x > from.x);
}

bool is_within(float side, const CoverageVertex& from, const CoverageVertex& to) {
    return side > 0 || (side == 0 && owns_edge(from, to));
}

class Canvas {
  public:
    Canvas(int left, int top, int width, int height)
        : left_(left),
          top_(top),
          width_(width),
          height_(height),
          painted_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

    void paint(const CoverageVertex& a, CoverageVertex b, CoverageVertex c) {
        const float whole = area(a, b, c.x, c.y);
        if (std::abs(whole) < 1e-6f) return;
        if (whole < 0) std::swap(b, c);
        const auto [low_x, high_x] = std::minmax({a.x, b.x, c.x});
        const auto [low_y, high_y] = std::minmax({a.y, b.y, c.y});
        const int last_row = std::min(height_ - 1, static_cast<int>(std::ceil(high_y)) - top_);
        const int last_column = std::min(width_ - 1, static_cast<int>(std::ceil(high_x)) - left_);
        for (int row = std::max(0, static_cast<int>(std::floor(low_y)) - top_); row <= last_row; ++row) {
            const float y = static_cast<float>(top_ + row) + 0.5f;
            for (int column = std::max(0, static_cast<int>(std::floor(low_x)) - left_);
                 column <= last_column;
                 ++column) {
                const float x = static_cast<float>(left_ + column) + 0.5f;
                const float of_a = area(b, c, x, y), of_b = area(c, a, x, y), of_c = area(a, b, x, y);
                if (!is_within(of_a, b, c) || !is_within(of_b, c, a) || !is_within(of_c, a, b)) continue;
                const float alpha =
                    (of_a * a.alpha + of_b * b.alpha + of_c * c.alpha) / std::abs(whole);
                float& here = painted_[static_cast<std::size_t>(row * width_ + column)];
                here += (1 - here) * alpha;
            }
        }
    }

    Coverage taken() const {
        Coverage result{left_, top_, width_, height_, {}};
        for (const float each : painted_) {
            result.alpha.push_back(
                static_cast<std::uint8_t>(std::lround(std::clamp(each, 0.0f, 1.0f) * 255)));
        }
        return result;
    }

  private:
    int left_, top_, width_, height_;
    std::vector<float> painted_;
};

}  // namespace

Coverage frame_of(std::span<const CoverageVertex> vertices) {
    if (vertices.empty()) return {};
    const auto by_x = [](const CoverageVertex& a, const CoverageVertex& b) { return a.x < b.x; };
    const auto by_y = [](const CoverageVertex& a, const CoverageVertex& b) { return a.y < b.y; };
    const auto [west, east] = std::minmax_element(vertices.begin(), vertices.end(), by_x);
    const auto [north, south] = std::minmax_element(vertices.begin(), vertices.end(), by_y);
    const int left = static_cast<int>(std::floor(west->x)), top = static_cast<int>(std::floor(north->y));
    return {left, top, static_cast<int>(std::ceil(east->x)) - left, static_cast<int>(std::ceil(south->y)) - top, {}};
}

Coverage cover(std::span<const CoverageVertex> vertices, std::span<const std::uint16_t> indices) {
    if (vertices.empty()) return {};
    const Coverage frame = frame_of(vertices);
    Canvas canvas(frame.left, frame.top, frame.width, frame.height);
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        canvas.paint(vertices[indices[i]], vertices[indices[i + 1]], vertices[indices[i + 2]]);
    }
    return canvas.taken();
}

}  // namespace xueshi::ui

#include "web/ui/layout.h"

#include <algorithm>

namespace xueshi::ui {

Rect take_top(Rect& rest, float height, float gap) {
    const float given = std::clamp(height, 0.0f, rest.height);
    const Rect strip{rest.x, rest.y, rest.width, given};
    const float cut = std::min(given + gap, rest.height);
    rest.y += cut;
    rest.height -= cut;
    return strip;
}

Rect take_bottom(Rect& rest, float height, float gap) {
    const float given = std::clamp(height, 0.0f, rest.height);
    const Rect strip{rest.x, rest.bottom() - given, rest.width, given};
    rest.height -= std::min(given + gap, rest.height);
    return strip;
}

Rect take_left(Rect& rest, float width, float gap) {
    const float given = std::clamp(width, 0.0f, rest.width);
    const Rect strip{rest.x, rest.y, given, rest.height};
    const float cut = std::min(given + gap, rest.width);
    rest.x += cut;
    rest.width -= cut;
    return strip;
}

Rect take_right(Rect& rest, float width, float gap) {
    const float given = std::clamp(width, 0.0f, rest.width);
    const Rect strip{rest.right() - given, rest.y, given, rest.height};
    rest.width -= std::min(given + gap, rest.width);
    return strip;
}

Rect inset(const Rect& rect, float x, float y) {
    return {rect.x + x,
            rect.y + y,
            std::max(0.0f, rect.width - 2 * x),
            std::max(0.0f, rect.height - 2 * y)};
}

Rect expanded(const Rect& rect, float all) {
    return {rect.x - all, rect.y - all, rect.width + 2 * all, rect.height + 2 * all};
}

Rect moved(const Rect& rect, float x, float y) {
    return {rect.x + x, rect.y + y, rect.width, rect.height};
}

Rect centred(const Rect& rect, float width, float height) {
    return {rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height};
}

Rect left_middle(const Rect& rect, float width, float height) {
    return {rect.x, rect.y + (rect.height - height) / 2, width, height};
}

Rect right_middle(const Rect& rect, float width, float height) {
    return {rect.right() - width, rect.y + (rect.height - height) / 2, width, height};
}

Rect column_of(const Rect& rect, int index, int count, float gap) {
    const float n = static_cast<float>(std::max(1, count));
    const float width = (rect.width - gap * (n - 1)) / n;
    return {rect.x + static_cast<float>(index) * (width + gap), rect.y, width, rect.height};
}

void split_columns(const Rect& rect,
                   std::span<const float> weights,
                   float gap,
                   std::span<Rect> out) {
    float sum = 0;
    for (const float weight : weights) sum += weight;
    if (weights.empty() || sum <= 0) return;
    const float room = rect.width - gap * static_cast<float>(weights.size() - 1);
    float x = rect.x;
    for (std::size_t i = 0; i < weights.size() && i < out.size(); ++i) {
        const float width = room * weights[i] / sum;
        out[i] = {x, rect.y, width, rect.height};
        x += width + gap;
    }
}

bool contains(const Rect& rect, float x, float y) {
    return x >= rect.x && x < rect.right() && y >= rect.y && y < rect.bottom();
}

bool intersects(const Rect& one, const Rect& other) {
    return one.x < other.right() && other.x < one.right() && one.y < other.bottom() &&
           other.y < one.bottom();
}

Rect intersection(const Rect& one, const Rect& other) {
    const float x = std::max(one.x, other.x);
    const float y = std::max(one.y, other.y);
    return {x,
            y,
            std::max(0.0f, std::min(one.right(), other.right()) - x),
            std::max(0.0f, std::min(one.bottom(), other.bottom()) - y)};
}

}  // namespace xueshi::ui

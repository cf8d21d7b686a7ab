#include "web/ui/segmented.h"

#include <algorithm>

#include "web/ui/text.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

constexpr float kPad = 0.1875f;

float segment_width(const Frame& frame, const Segment& segment) {
    const float icon = segment.icon == Icon::None ? 0 : frame.px(kIconStatus);
    if (segment.label.empty()) return icon + frame.px(2 * kSpace4);
    // As wide as the bold label, so that selecting moves nothing.
    const float gap = segment.icon == Icon::None ? 0 : frame.px(kSpace1);
    return measure_text(frame, segment.label, TextSize::Body, Weight::Bold) + icon + gap +
           frame.px(2 * 0.875f);
}

void draw_segment(
    Frame& frame, const Rect& rect, const Segment& segment, bool is_selected, Colour ink) {
    const Weight weight = is_selected ? Weight::Bold : Weight::Regular;
    const float size = frame.px(kIconStatus);
    float width = measure_text(frame, segment.label, TextSize::Body, weight);
    if (segment.icon != Icon::None) width += size + (segment.label.empty() ? 0 : frame.px(kSpace1));
    Rect content = centred(rect, std::min(width, rect.width - frame.px(kSpace2)), rect.height);
    if (segment.icon != Icon::None) {
        draw_icon(frame, take_left(content, size, frame.px(kSpace1)), segment.icon, size, ink);
    }
    draw_text(frame,
              content,
              segment.label,
              {.weight = weight, .colour = ink, .spoken = Spoken::Decorative});
}

}  // namespace

int segmented(Frame& frame,
              std::string_view id,
              const Rect& rect,
              std::span<const Segment> segments,
              const SegmentedLook& look) {
    const Theme& theme = frame.theme;
    const NodeScope group(frame, id, Role::Group, rect, look.name);
    fill(frame, rect, theme.sunken, frame.px(kRadiusControl));
    if (theme.outlines_tints) {
        outline(frame, rect, theme.control, frame.px(kStrokeHair), frame.px(kRadiusControl));
    }
    const Rect inner = inset(rect, frame.px(kPad));
    const float radius = frame.px(kRadiusControl - kPad / 2);
    const int count = static_cast<int>(segments.size());
    float x = inner.x;
    int activated = -1;
    for (int i = 0; i < count; ++i) {
        const Segment& segment = segments[static_cast<std::size_t>(i)];
        const float width =
            look.fills ? inner.width / static_cast<float>(count) : segment_width(frame, segment);
        const Rect part{x, inner.y, width, inner.height};
        x += width;
        frame.push_id(static_cast<std::uint64_t>(i));
        const NodeId node = frame.id("segment");
        frame.pop_id();
        const Interaction state = frame.interact(node);
        const bool is_selected = i == look.selected;
        frame.add_node(node,
                       Role::Tab,
                       frame.target(part),
                       {segment.name.empty() ? segment.label : segment.name, {}, {}},
                       is_selected ? unsigned{kSelected} : 0u);
        if (is_selected) {
            shadow_low(frame, part, radius);
            fill(frame, part, theme.seg_on, radius);
            if (theme.outlines_tints)
                outline(frame, part, theme.accent, frame.px(kStrokeSelected), radius);
        } else if (state.hover > 0) {
            fill(frame, part, faded(theme.hairline, state.hover), radius);
        }
        draw_segment(frame, part, segment, is_selected, is_selected ? theme.ink : theme.ink_2);
        frame.show_focus(node, part, radius);
        if (state.is_activated) activated = i;
    }
    return activated;
}

float segmented_width(const Frame& frame, std::span<const Segment> segments) {
    float width = frame.px(2 * kPad);
    for (const Segment& segment : segments) width += segment_width(frame, segment);
    return width;
}

float segmented_height(const Frame& frame) {
    return frame.px(frame.is_phone() || frame.is_touch ? kButtonHeightTouch : kButtonHeight);
}

}  // namespace xueshi::ui

#include "web/ui/slider.h"

#include <algorithm>

#include "web/ui/paint.h"
#include "web/ui/text.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

float stop_place(const SliderLook& look, int stop) {
    if (!look.places.empty()) return look.places[static_cast<std::size_t>(stop)];
    if (look.stop_count < 2) return 0.5f;
    return static_cast<float>(stop) / static_cast<float>(look.stop_count - 1);
}

}  // namespace

int slider(Frame& frame, std::string_view id, const Rect& rect, const SliderLook& look) {
    const Theme& theme = frame.theme;
    const NodeId node = frame.id(id);
    const Interaction state = frame.interact(node);
    const int last = std::max(0, look.stop_count - 1);
    const int current = std::clamp(look.current, 0, last);

    Node made;
    made.id = node;
    made.role = Role::Slider;
    made.rect = frame.target(rect);
    made.name = look.name;
    made.value = look.value_text;
    made.row_count = look.stop_count;
    made.row_index = current + 1;
    frame.plane.add(std::move(made));

    const float height = frame.px(0.375f);
    const Rect line = inset(rect, frame.px(0.5625f), 0);
    const auto x_of = [&](float place) { return line.x + line.width * place; };
    const float middle = rect.y + rect.height / 2;
    const float thumb = x_of(frame.follow(node_id("thumb", node), stop_place(look, current)));
    const Rect track{line.x, middle - height / 2, line.width, height};
    fill(frame, track, theme.sunken, height / 2);
    if (theme.outlines_tints)
        outline(frame, track, theme.control, frame.px(kStrokeHair), height / 2);
    for (int i = 0; i <= last; ++i) {
        const float x = x_of(stop_place(look, i));
        if (x > thumb) disc(frame, {x, middle}, frame.px(0.1875f), theme.control);
    }
    fill(frame, {track.x, track.y, thumb - track.x, height}, theme.accent, height / 2);
    const float radius = frame.px(0.78125f);
    const Colour ring = state.is_pressed ? theme.accent_press
                                         : mixed(theme.accent, theme.accent_hover, state.hover);
    disc(frame, {thumb, middle}, radius, ring);
    disc(frame, {thumb, middle}, radius - frame.px(0.1875f), theme.surface);
    frame.show_focus(node, {thumb - radius, middle - radius, 2 * radius, 2 * radius}, radius);
    return std::clamp(current + frame.plane.steps(node), 0, last);
}

PriorityMove priority_chips(Frame& frame,
                            std::string_view id,
                            const Rect& rect,
                            std::span<const std::string_view> labels,
                            std::string_view hint) {
    const Theme& theme = frame.theme;
    const NodeScope group(frame, id, Role::List, rect, hint);
    const int count = static_cast<int>(labels.size());
    PriorityMove move;
    for (int i = 0; i < count; ++i) {
        const std::string_view label = labels[static_cast<std::size_t>(i)];
        const Rect part = column_of(rect, i, count, frame.px(0.375f));
        const NodeId node = frame.id(label);
        const Interaction state = frame.interact(node);
        frame.add_node(node, Role::Button, frame.target(part), {label, {}, hint});
        const bool is_leading = i < 2;
        const Colour ground = is_leading ? theme.accent_tint : theme.sunken;
        const Colour lit = is_leading ? theme.accent_tint_2 : theme.hairline;
        const float radius = frame.px(kRadiusChip);
        fill(frame, part, state.is_pressed ? lit : mixed(ground, lit, state.hover), radius);
        if (theme.outlines_tints)
            outline(frame, part, theme.control, frame.px(kStrokeHair), radius);
        const char digit = static_cast<char>('1' + i);
        const Colour ink = is_leading ? theme.accent : theme.ink_2;
        const TextRun runs[] = {{std::string_view(&digit, 1), TextSize::Small, Weight::Bold, ink},
                                {" ", TextSize::Small, Weight::Regular, ink},
                                {label, TextSize::Small, Weight::Regular, ink}};
        draw_runs(frame, part, runs, {}, Align::Centre);
        frame.show_focus(node, part, radius);
        // Pressing asks for a place further in front; the first one changes with the second.
        const int steps = state.is_activated ? (i == 0 ? 1 : -1) : frame.plane.steps(node);
        const int to = std::clamp(i + steps, 0, count - 1);
        if (to != i) move = {i, to};
    }
    return move;
}

}  // namespace xueshi::ui

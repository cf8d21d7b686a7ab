#include "web/ui/navigation_bars.h"

#include <algorithm>
#include <array>

#include "web/ui/content_hash.h"
#include "web/ui/text.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

// "9", "42", "99+"; counts here are small.
struct CountText {
    std::array<char, 4> bytes{};
    std::size_t length = 0;

    explicit CountText(int count) {
        const int shown = std::min(count, 99);
        if (shown >= 10) bytes[length++] = static_cast<char>('0' + shown / 10);
        bytes[length++] = static_cast<char>('0' + shown % 10);
        if (count > 99) bytes[length++] = '+';
    }
    std::string_view view() const { return {bytes.data(), length}; }
};

struct ItemControl {
    NodeId node;
    Interaction state;
};

ItemControl add_item(Frame& frame, const Rect& rect, const NavigationItem& item) {
    const NodeId node = frame.id(item.route);
    const Interaction state = frame.interact(node);
    frame.add_node(node,
                   Role::Link,
                   rect,
                   {item.name.empty() ? item.label : item.name, item.route, {}},
                   item.is_selected ? unsigned{kSelected} : 0u);
    return {node, state};
}

// Icon over label, as a pair in the middle of `rect`.
void draw_item(Frame& frame, const Rect& rect, const NavigationItem& item, Colour ink) {
    Rect pair = moved(centred(rect, rect.width, frame.px(2.875f)), 0, frame.px(0.0625f));
    const Rect icon = take_top(pair, frame.px(kIconNavigation), frame.px(0.125f));
    draw_icon(frame, icon, item.icon, frame.px(1.375f), ink);
    draw_text(frame,
              pair,
              item.label,
              {.size = TextSize::Small,
               .weight = item.is_selected ? Weight::Bold : Weight::Regular,
               .colour = ink,
               .align = Align::Centre,
               .spoken = Spoken::Decorative});
    if (item.badge > 0) {
        badge(frame,
              icon.x + icon.width / 2 + frame.px(1.125f),
              icon.y + frame.px(0.25f),
              CountText(item.badge).view());
    }
}

void rail_item(Frame& frame, const Rect& rect, const NavigationItem& item) {
    const Theme& theme = frame.theme;
    const ItemControl control = add_item(frame, rect, item);
    const float radius = frame.px(kRadiusCard);
    if (item.is_selected) {
        fill(frame, rect, theme.accent_tint_2, radius);
        if (theme.outlines_tints)
            outline(frame, rect, theme.accent, frame.px(kStrokeSelected), radius);
    } else if (control.state.hover > 0) {
        fill(frame, rect, mixed(theme.canvas, theme.surface_press, control.state.hover), radius);
    }
    const Colour ink =
        item.is_selected ? theme.accent : mixed(theme.ink_2, theme.ink, control.state.hover);
    draw_item(frame, rect, item, ink);
    frame.show_focus(control.node, rect, radius);
}

void add_content(ContentHash& hash, std::span<const NavigationItem> items) {
    for (const NavigationItem& item : items) {
        hash.text(item.label).text(item.route).text(item.name);
        hash.add(item.icon).add(item.badge).add(item.is_selected);
    }
}

}  // namespace

void rail(Frame& frame,
          const Rect& rect,
          std::span<const NavigationItem> upper,
          std::span<const NavigationItem> lower,
          std::string_view name) {
    ContentHash content;
    content.text(name).add(rect.height);
    add_content(content, upper);
    add_content(content, lower);
    const NodeId id = frame.id("rail");
    if (frame.put_again(id, content.value(), rect)) return;
    const BlockScope block(frame, id, content.value(), rect);
    const NodeScope region(frame, "rail", Role::Navigation, rect, name);
    fill(frame, rect, frame.theme.canvas);
    rule_vertical(
        frame, rect.right() - frame.px(kStrokeHair), rect.y, rect.bottom(), frame.theme.hairline);
    const float side = frame.px(2.5f);
    draw_mark(frame, {rect.x + (rect.width - side) / 2, rect.y + frame.px(1.25f), side, side});

    const float width = frame.px(4.5f), height = frame.px(3.75f), pitch = frame.px(4.0f);
    const float x = rect.x + (rect.width - width) / 2;
    float y = rect.y + frame.px(5.25f);
    for (const NavigationItem& item : upper) {
        rail_item(frame, {x, y, width, height}, item);
        y += pitch;
    }
    y = rect.bottom() - frame.px(0.8125f) - pitch * static_cast<float>(lower.size()) +
        (pitch - height) / 2;
    for (const NavigationItem& item : lower) {
        rail_item(frame, {x, y, width, height}, item);
        y += pitch;
    }
}

void tab_bar(Frame& frame,
             const Rect& rect,
             std::span<const NavigationItem> items,
             std::string_view name) {
    const Theme& theme = frame.theme;
    ContentHash content;
    content.text(name).add(rect.y);
    add_content(content, items);
    const NodeId id = frame.id("tabs");
    if (frame.put_again(id, content.value(), rect)) return;
    const BlockScope block(frame, id, content.value(), rect);
    const NodeScope region(frame, "tabs", Role::Navigation, rect, name);
    // Down to the edge of the screen: the device's safe area has the bar's colour.
    fill(frame, {rect.x, rect.y, rect.width, rect.height + frame.px(4.0f)}, theme.surface);
    rule_horizontal(frame, rect.x, rect.right(), rect.y, theme.hairline);
    const int count = static_cast<int>(items.size());
    for (int i = 0; i < count; ++i) {
        const NavigationItem& item = items[static_cast<std::size_t>(i)];
        const Rect part = column_of(rect, i, count, 0);
        const ItemControl control = add_item(frame, part, item);
        if (item.is_selected) {
            const float bar = frame.px(2.0f);
            fill(frame,
                 {part.x + (part.width - bar) / 2, rect.y, bar, frame.px(0.1875f)},
                 theme.accent,
                 frame.px(kStrokeCheck),
                 kBottomCorners);
        }
        const Colour ink = item.is_selected           ? theme.accent
                           : control.state.is_pressed ? theme.ink
                                                      : theme.ink_2;
        draw_item(frame, part, item, ink);
        frame.show_focus(control.node, inset(part, frame.px(kSpace2)), frame.px(kRadiusControl));
    }
}

void status_line(Frame& frame, const Rect& rect, const StatusLineLook& look) {
    const Theme& theme = frame.theme;
    const NodeId node = frame.id("status_line");
    const Interaction state = frame.interact(node);
    Rect target = rect;
    if (frame.is_touch) target.height = std::max(target.height, frame.px(kTouchTarget));
    frame.add_node(node, Role::Link, target, {look.text, look.route, {}});
    const Colour ink = meaning_colour(theme, look.meaning);
    const float share = state.is_pressed ? 0.14f : 0.08f * state.hover;
    fill(frame, rect, mixed(meaning_tint(theme, look.meaning), ink, share));
    if (theme.outlines_tints) rule_horizontal(frame, rect.x, rect.right(), rect.y, ink);
    Rect rest = inset(rect, frame.px(kPagePadPhone), 0);
    draw_icon(frame, take_right(rest, frame.px(kIconChip), frame.px(kSpace2)), Icon::ChevronRight, frame.px(kIconChip), ink);
    status(frame,
           rest,
           {.text = look.text, .meaning = look.meaning, .icon = look.icon, .spoken = Spoken::Decorative});
    frame.show_focus(node, inset(rect, frame.px(kFocusRing + kFocusGap)), frame.px(kRadiusSegment));
}

void top_bar(Frame& frame,
             const Rect& rect,
             std::string_view product,
             std::span<const NavigationItem> items,
             std::string_view name) {
    const Theme& theme = frame.theme;
    const NodeScope region(frame, "top", Role::Navigation, rect, name);
    Rect rest = rect;
    const float side = frame.px(1.75f);
    draw_mark(frame, left_middle(take_left(rest, side, frame.px(0.625f)), side, side));
    const float product_width = measure_text(frame, product, TextSize::Head, Weight::Bold);
    draw_text(frame,
              take_left(rest, product_width, frame.px(kSpace8 + kSpace7)),
              product,
              {.size = TextSize::Head, .weight = Weight::Bold, .spoken = Spoken::Heading1});
    for (const NavigationItem& item : items) {
        const float width =
            measure_text(frame, item.label, TextSize::Body, Weight::Bold) + frame.px(2 * 0.875f);
        const Rect part = left_middle(take_left(rest, width), width, frame.px(2.0f));
        const ItemControl control = add_item(frame, part, item);
        if (item.is_selected || control.state.is_focused) {
            fill(frame, part, theme.accent_tint_2, frame.px(kRadiusControl));
        }
        draw_text(frame,
                  part,
                  item.label,
                  {.weight = item.is_selected ? Weight::Bold : Weight::Regular,
                   .colour = item.is_selected ? theme.accent : theme.ink_2,
                   .align = Align::Centre,
                   .spoken = Spoken::Decorative});
        frame.show_focus(control.node, part, frame.px(kRadiusControl));
    }
}

}  // namespace xueshi::ui

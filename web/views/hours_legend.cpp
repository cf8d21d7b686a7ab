// What the colours of the years' columns mean: in as many lines as it takes.
#include <string_view>
#include <vector>

#include "web/ui/card.h"
#include "web/ui/paint.h"
#include "web/views/hours_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kMark = 0.875f;

enum class Mark : std::uint8_t { Filled, Missing, None };

struct Entry {
    std::string_view text;
    Mark mark = Mark::None;
    ui::Colour colour;
};

std::vector<Entry> entries_of(const HoursPage& page) {
    const ui::Theme& theme = page.frame().theme;
    std::vector<Entry> entries;
    for (const HourCategory category : kHourCategoryOrder) {
        entries.push_back({category_words(page.words(), category), Mark::Filled, hour_colour(theme, category)});
    }
    entries.push_back({page.words()(Message::HoursMissingLegend), Mark::Missing, theme.attn});
    entries.push_back({page.words()(Message::HoursOverLegend), Mark::None, {}});
    return entries;
}

void draw_mark(const HoursPage& page, const Entry& entry, const ui::Rect& place) {
    ui::Frame& frame = page.frame();
    if (entry.mark == Mark::Filled) return ui::colour_mark(frame, place, entry.colour);
    const ui::Rect box = ui::left_middle(place, frame.px(0.75f), frame.px(0.75f));
    ui::fill(frame, box, frame.theme.attn_tint, frame.px(kRadiusSegment));
    ui::outline(frame, box, entry.colour, frame.px(kStrokeHair), frame.px(kRadiusSegment));
}

// Gives each entry its place, line by line; returns the height of all lines.
template <class Draw>
float lay_entries(const HoursPage& page, const ui::Rect& rect, Draw draw) {
    const ui::Frame& frame = page.frame();
    const float line = frame.px(kLineSmall);
    float x = rect.x, y = rect.y;
    for (const Entry& entry : entries_of(page)) {
        const float mark = entry.mark == Mark::None ? 0 : frame.px(kMark + kSpace1);
        const float width = mark + ui::measure_text(frame, entry.text, ui::TextSize::Small) + 1;
        if (x > rect.x && x + width > rect.right()) {
            x = rect.x;
            y += line + frame.px(kSpace1);
        }
        draw(entry, ui::Rect{x, y, std::min(width, rect.width), line});
        x += width + frame.px(kSpace3);
    }
    return y + line - rect.y;
}

}  // namespace

float hours_legend_height(const HoursPage& page, float width) {
    return lay_entries(page, {0, 0, width, 0}, [](const Entry&, const ui::Rect&) {});
}

void draw_hours_legend(const HoursPage& page, const ui::Rect& rect) {
    ui::Frame& frame = page.frame();
    lay_entries(page, rect, [&](const Entry& entry, ui::Rect place) {
        if (entry.mark != Mark::None) draw_mark(page, entry, ui::take_left(place, frame.px(kMark), frame.px(kSpace1)));
        ui::draw_text(frame, place, entry.text, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    });
}

}  // namespace xueshi::views

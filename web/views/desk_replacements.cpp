// Replacements asked for (R33): the school asks, the district agrees, the Centre confirms.
#include "web/ui/scroll_region.h"
#include "web/views/desk_parts.h"
#include "web/views/substitution_card.h"

namespace xueshi::views {

void draw_desk_replacements(const Desk& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    ui::ScrollRegion region(frame, "replacements", rect);
    ui::Rect rest{0, 0, region.width(), frame.px(20'000)};
    for (const app::SubstitutionLine& line : desk.project.substitutions) draw_substitution(desk, rest, line);
    region.end_at(rest.y + frame.px(kEndSpace));
}

}  // namespace xueshi::views

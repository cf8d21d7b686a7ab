#include "web/views/card_pen.h"

namespace xueshi::views {

using namespace ui::metrics;

void CardPen::paragraph(std::string_view text, const ui::TextStyle& style, float gap_em, float right_px) {
    ui::Rect place = rest;
    place.width -= right_px;
    const float height = draws ? ui::draw_paragraph(frame(), place, text, style)
                               : ui::measure_paragraph(frame(), place.width, text, style);
    ui::take_top(rest, height, frame().px(gap_em));
}

void CardPen::remark(
    ui::Icon icon, ui::Colour colour, std::string_view text, const ui::TextStyle& style, float gap_em) {
    ui::Rect place = rest;
    const ui::Rect sign = ui::take_left(place, frame().px(kIconStatus), frame().px(kSpace2));
    const float line = ui::line_height(frame(), style.size);
    if (draws) ui::draw_icon(frame(), {sign.x, sign.y, sign.width, line}, icon, frame().px(kIconStatus), colour);
    const float height = draws ? ui::draw_paragraph(frame(), place, text, style)
                               : ui::measure_paragraph(frame(), place.width, text, style);
    ui::take_top(rest, height, frame().px(gap_em));
}

void add_part(const locale::Locale& words, std::string& line, std::string_view part) {
    if (part.empty()) return;
    if (!line.empty()) line += words(Message::Separator);
    line += part;
}

}  // namespace xueshi::views

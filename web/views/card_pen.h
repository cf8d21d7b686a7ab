// Cards as tall as what they hold: a pen lays text from the top of what is left, once to measure and once to draw.
#pragma once

#include <string_view>

#include "web/ui/card.h"
#include "web/ui/icons.h"
#include "web/ui/text.h"
#include "web/views/screen.h"

namespace xueshi::views {

// Draws from the top of `rest` and cuts off what it took; only measures when it does not draw.
struct CardPen {
    const Screen& screen;
    ui::Rect rest;
    bool draws = false;

    ui::Frame& frame() const { return screen.frame; }
    const locale::Locale& words() const { return screen.words; }
    ui::Rect take(float em, float gap_em = 0) { return ui::take_top(rest, frame().px(em), frame().px(gap_em)); }
    // Wrapped text, `right_px` less wide than the rest.
    void paragraph(std::string_view text, const ui::TextStyle& style, float gap_em = 0, float right_px = 0);
    // An icon of the status size and text beside it.
    void remark(ui::Icon icon, ui::Colour colour, std::string_view text, const ui::TextStyle& style, float gap_em = 0);
};

// A card around what `lay` puts into it: called twice, to measure and to draw. A function is handed on in a lambda:
// what is called through a pointer would stay in the first part of the program (docs/decisions/0015).
template <class Lay>
void lay_card(const Screen& screen, ui::Rect& rest, Lay&& lay, ui::CardKind kind = ui::CardKind::Plain) {
    ui::Frame& frame = screen.frame;
    const float pad = ui::card_pad(frame);
    CardPen measured{screen, {0, 0, rest.width - 2 * pad, frame.px(1000)}};
    lay(measured);
    const ui::Rect place = ui::take_top(rest, measured.rest.y + 2 * pad, card_gap(frame));
    CardPen drawn{screen, ui::card(frame, place, kind), true};
    lay(drawn);
}

// One more part of a line of facts: " · " before it, unless it is the first.
void add_part(const locale::Locale& words, std::string& line, std::string_view part);

}  // namespace xueshi::views

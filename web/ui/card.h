// Cards: surfaces with a hairline, and their heads.
#pragma once

#include <string_view>

#include "web/ui/button.h"

namespace xueshi::ui {

enum class CardKind : std::uint8_t { Plain, Push, Attention, Best };

// Paints the card and returns what is inside of its padding.
Rect card(Frame& frame, const Rect& rect, CardKind kind = CardKind::Plain);
float card_pad(const Frame& frame);

// A card that is one control; its content is drawn over it afterwards, as decorative text (it is
// all in `name`). Returns true when activated; a route makes it a link.
bool card_button(Frame& frame,
                 std::string_view id,
                 const Rect& rect,
                 std::string_view name,
                 std::string_view route = {},
                 CardKind kind = CardKind::Plain);

// Heading at the left, a link or small text at the right; cuts itself off the top of `rest`.
struct CardHeadLook {
    std::string_view title = {};
    TextSize size = TextSize::Head;
    std::string_view note = {};  // small, at the right
    LinkLook link = {};          // label empty: none
    Spoken level = Spoken::Heading2;
};
bool card_head(Frame& frame, std::string_view id, Rect& rest, const CardHeadLook& look);

// A hairline across `rest` with space above and below, cut off its top.
void card_rule(Frame& frame, Rect& rest, float space_em = 1.0f);

// Something that floats: shadow, no outline.
void floating(Frame& frame, const Rect& rect, Colour fill_colour);

}  // namespace xueshi::ui

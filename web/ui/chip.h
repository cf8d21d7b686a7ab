// Small signs: status chip, status words, code tag, badge, colour square, avatar.
#pragma once

#include <string_view>

#include "web/ui/icons.h"
#include "web/ui/text.h"

namespace xueshi::ui {

enum class Meaning : std::uint8_t { Neutral, Accent, Done, Wait, Attention, Refused };

Colour meaning_colour(const Theme& theme, Meaning meaning);
Colour meaning_tint(const Theme& theme, Meaning meaning);
Icon meaning_icon(Meaning meaning);  // None for Neutral and Accent

struct ChipLook {
    std::string_view text = {};
    Meaning meaning = Meaning::Neutral;
    Icon icon = Icon::None;
    bool is_note = false;  // outlined, without fill: a remark such as "sample data"
    Align align = Align::Left;
    Spoken spoken = Spoken::Text;
};
// 1.5 em high, vertically in the middle of `rect`; returns its width.
float chip(Frame& frame, const Rect& rect, const ChipLook& look);
float chip_width(const Frame& frame, const ChipLook& look);

// Icon and word in the meaning's colour, cut with an ellipsis where they do not fit. `icon` None: the
// meaning's own. Returns the width.
struct StatusLook {
    std::string_view text = {};
    Meaning meaning = Meaning::Neutral;
    Icon icon = Icon::None;
    Align align = Align::Left;
    Weight weight = Weight::Regular;
    Spoken spoken = Spoken::Text;
};
float status(Frame& frame, const Rect& rect, const StatusLook& look);
float status_width(const Frame& frame, const StatusLook& look);

// Short code on a tint (T1 … T27), at the left of `rect`; at least `least_em` wide.
float code_tag(Frame& frame,
               const Rect& rect,
               std::string_view code,
               float least_em = 2.0f,
               Spoken spoken = Spoken::Text);

// Count on a red pill whose centre is at x, y; decorative, the count is in the owner's name.
void badge(Frame& frame, float x, float y, std::string_view count);

// Square of a category's colour, 0.625 em, at the left of `rect`; decorative.
void colour_mark(Frame& frame, const Rect& rect, Colour colour);

// One or two letters on a round tint; decorative.
void avatar(Frame& frame, const Rect& rect, std::string_view letters);

}  // namespace xueshi::ui

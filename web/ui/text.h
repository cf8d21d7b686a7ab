// Text of the client: one family, two weights, five sizes.
//
// Strings come localised from the caller, UTF-8. Static text registers a node, so that find-in-page
// and screen readers meet it where it stands, unless the caller calls it decorative (it is part of
// a control's name, or said elsewhere).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "web/ui/frame.h"
#include "web/ui/text_layout.h"

namespace xueshi::ui {

enum class TextSize : std::uint8_t { Body, Small, Head, Title, Figure, FigureDial, Badge };
enum class Align : std::uint8_t { Left, Centre, Right };
enum class Spoken : std::uint8_t { Text, Heading1, Heading2, Heading3, Decorative };

struct TextStyle {
    TextSize size = TextSize::Body;
    Weight weight = Weight::Regular;
    Colour colour = 0;  // 0: ink
    Align align = Align::Left;
    Spoken spoken = Spoken::Text;
    bool is_tabular = false;     // digits as wide as the widest
    bool hangs_opening = false;  // an opening quote or bracket at the start stands out to the left
    bool keeps_two = false;      // paragraph: the last line has at least two characters (headings)
    std::int16_t max_lines = 0;  // paragraph: ellipsis after so many; 0 = no limit
    float line_height_em = 0;    // paragraph: 0 = the size's own
    std::span<const ByteRange> hits = {};  // search hits, drawn marked
};

// Height of a line and size of the type, CSS px.
float type_size(const Frame& frame, TextSize size);
float line_height(const Frame& frame, TextSize size);

// Makes the glyphs of a text that will be seen soon, so that the frame that shows it need not. Answers how
// many there were to make.
int warm_text(const Frame& frame, std::string_view text, TextSize size, Weight weight = Weight::Regular);

// Width of one line, CSS px.
float measure_text(const Frame& frame,
                   std::string_view text,
                   TextSize size = TextSize::Body,
                   Weight weight = Weight::Regular);

// One line, vertically in the middle of `rect`, cut with an ellipsis when it does not fit. Returns
// the width drawn.
float draw_text(Frame& frame, const Rect& rect, std::string_view text, const TextStyle& style = {});

// Wrapped text from the top of `rect` (its height is not a limit: use max_lines). Returns the
// height.
float draw_paragraph(Frame& frame,
                     const Rect& rect,
                     std::string_view text,
                     const TextStyle& style = {});
float measure_paragraph(const Frame& frame,
                        float width,
                        std::string_view text,
                        const TextStyle& style = {});

// Pieces of different style on one baseline, one after the other ("18" large, " / 18" small). One
// node for all of them, named `spoken`; empty = decorative. Returns the width.
struct TextRun {
    std::string_view text = {};
    TextSize size = TextSize::Body;
    Weight weight = Weight::Regular;
    Colour colour = 0;
};
float draw_runs(Frame& frame,
                const Rect& rect,
                std::span<const TextRun> runs,
                std::string_view spoken,
                Align align = Align::Left);
float measure_runs(const Frame& frame, std::span<const TextRun> runs);

// The paint alone: no node, no ellipsis. `top` is that of the em box, local coordinates. Returns
// the width.
float paint_line(Frame& frame,
                 float x,
                 float top,
                 std::string_view text,
                 float size,
                 Weight weight,
                 Colour colour,
                 bool is_tabular = false);

}  // namespace xueshi::ui

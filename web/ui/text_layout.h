// Where lines of Chinese and mixed text break. Pure: widths of characters come from the caller.
//
// Breaks are allowed between any two Han characters, not inside a word of Latin letters or digits;
// no line starts with closing punctuation, none ends with an opening quote or bracket. A space at a
// break vanishes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace xueshi::ui {

struct ByteRange {
    std::uint32_t begin = 0, end = 0;
};

// Reads the character at `at` and moves past it; a malformed byte reads as U+FFFD.
char32_t next_character(std::string_view text, std::size_t& at);

struct CharacterWidths {
    const void* context = nullptr;
    float (*width)(const void* context, char32_t character) = nullptr;

    float operator()(char32_t character) const { return width(context, character); }
};

struct TextLine {
    std::uint32_t begin = 0, end = 0;  // bytes, without spaces at the break
    float width = 0;
};

struct WrapRule {
    float width = 0;
    int max_lines = 0;  // 0 = no limit; the last line then simply ends where it must be cut
    bool keeps_two =
        false;  // heading: no last line of one character, two lines break behind a comma
};

// Appends the lines of `text` to `lines`. '\n' always breaks. A single character wider than the
// rule's width still gets its line.
void wrap_lines(std::string_view text,
                const WrapRule& rule,
                const CharacterWidths& widths,
                std::vector<TextLine>& lines);

float line_width(std::string_view text, const CharacterWidths& widths);

// How many bytes of `text` fit into `width` together with an ellipsis of `ellipsis_width`; all of
// them when the text fits by itself.
std::size_t fitting_bytes(std::string_view text,
                          float width,
                          float ellipsis_width,
                          const CharacterWidths& widths);

bool is_closing(char32_t character);  // never at the start of a line
bool is_opening(char32_t character);  // never at the end of a line

}  // namespace xueshi::ui

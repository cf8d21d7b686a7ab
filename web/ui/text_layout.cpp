#include "web/ui/text_layout.h"

#include <algorithm>

namespace xueshi::ui {
namespace {

bool is_one_of(char32_t character, std::u32string_view set) {
    return set.find(character) != std::u32string_view::npos;
}

// Part of a word that must not be torn: Latin letters, digits and what stands inside of numbers and
// names, as the apostrophe of "don’t" does.
bool is_word(char32_t c) {
    return (c > 0x20 && c < 0x7f) || (c >= 0xa1 && c < 0x2000) || c == 0x2013 || c == 0x2019;
}

bool may_break(char32_t before, char32_t after) {
    if (is_closing(after) || is_opening(before)) return false;
    return before == U' ' || !(is_word(before) && is_word(after));
}

struct Break {
    std::size_t at = 0;   // start of the next line
    float width = 0;      // of the line before it, trailing spaces included
    std::size_t end = 0;  // end of the line without trailing spaces
    float trimmed = 0;
};

TextLine as_line(std::size_t begin, std::size_t end, float width) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), width};
}

// Measures from `begin` until the width is used up. Returns where the next line starts.
std::size_t take_line(std::string_view text,
                      std::size_t begin,
                      float width,
                      const CharacterWidths& widths,
                      TextLine& line) {
    Break last;  // the latest place a break is allowed at
    bool has_break = false;
    float x = 0, trimmed = 0;
    std::size_t at = begin, trimmed_end = begin;
    char32_t before = 0;
    while (at < text.size()) {
        std::size_t after = at;
        const char32_t character = next_character(text, after);
        if (character == U'\n') {
            line = as_line(begin, trimmed_end, trimmed);
            return after;
        }
        if (at > begin && may_break(before, character)) {
            last = {at, x, trimmed_end, trimmed};
            has_break = true;
        }
        const float advance = widths(character);
        if (x + advance > width && character != U' ' && at > begin) {
            if (has_break) {
                line = as_line(begin, last.end, last.trimmed);
                return last.at;
            }
            line = as_line(begin, at, x);  // one word longer than the line: torn
            return at;
        }
        x += advance;
        at = after;
        if (character != U' ') {
            trimmed = x;
            trimmed_end = after;
        }
        before = character;
    }
    line = as_line(begin, trimmed_end, trimmed);
    return text.size();
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

// Ends line `at` at `place` and begins the next one there.
void move_break(std::string_view text,
                const CharacterWidths& widths,
                TextLine& line,
                TextLine& next,
                std::size_t place) {
    next.begin = static_cast<std::uint32_t>(skip_spaces(text, place));
    line.end = static_cast<std::uint32_t>(place);
    while (line.end > line.begin && text[line.end - 1] == ' ') --line.end;
    line.width = line_width(text.substr(line.begin, line.end - line.begin), widths);
    next.width = line_width(text.substr(next.begin, next.end - next.begin), widths);
}

bool has_two_characters(std::string_view line) {
    std::size_t at = 0;
    next_character(line, at);
    if (at >= line.size()) return false;
    return !is_closing(next_character(line, at)) || at < line.size();
}

// Headings: two lines break behind a comma where both still fit, and a last line of one character
// gets company from the line before.
void break_well(std::string_view text,
                const WrapRule& rule,
                const CharacterWidths& widths,
                std::size_t first,
                std::vector<TextLine>& lines) {
    if (lines.size() < first + 2) return;
    TextLine& last = lines.back();
    TextLine& previous = lines[lines.size() - 2];
    std::size_t any = 0, clause = 0;  // the latest break before the present one, and behind a comma
    char32_t before = 0;
    for (std::size_t i = previous.begin; i < last.begin;) {
        const std::size_t here = i;
        const char32_t character = next_character(text, i);
        if (here > previous.begin && here < previous.end && may_break(before, character)) {
            any = here;
            if (is_one_of(before, U"，。；：！？")) clause = here;
        }
        before = character;
    }
    if (is_one_of(before, U"，。；：！？")) clause = 0;  // breaks behind one already
    const auto fits = [&](std::size_t place) {
        return line_width(text.substr(place, last.end - place), widths) <= rule.width;
    };
    if (lines.size() == first + 2 && clause != 0 && fits(clause)) {
        move_break(text, widths, previous, last, clause);
    } else if (any != 0 && !has_two_characters(text.substr(last.begin, last.end - last.begin))) {
        move_break(text, widths, previous, last, any);
    }
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    if (more == 0 || at + static_cast<std::size_t>(more) >= text.size()) {
        ++at;
        return 0xfffd;
    }
    char32_t character = lead & (0x3fu >> more);
    for (int i = 1; i <= more; ++i) {
        const unsigned next = byte(at + static_cast<std::size_t>(i));
        if ((next & 0xc0) != 0x80) {
            ++at;
            return 0xfffd;
        }
        character = (character << 6) | (next & 0x3f);
    }
    at += static_cast<std::size_t>(more) + 1;
    return character;
}

bool is_closing(char32_t character) {
    return is_one_of(character, U"，。、；：？！）》〉」』】〕”’％…—·,.;:?!)]}%");
}

bool is_opening(char32_t character) { return is_one_of(character, U"（《〈「『【〔“‘([{¥￥"); }

void wrap_lines(std::string_view text,
                const WrapRule& rule,
                const CharacterWidths& widths,
                std::vector<TextLine>& lines) {
    const std::size_t first = lines.size();
    std::size_t at = 0;
    while (at < text.size()) {
        TextLine line;
        const std::size_t next = skip_spaces(text, take_line(text, at, rule.width, widths, line));
        const bool is_last = rule.max_lines > 0 &&
                             lines.size() - first + 1 == static_cast<std::size_t>(rule.max_lines);
        if (is_last && next < text.size()) {
            // All that is left, to be cut by whoever draws it.
            line = as_line(at, text.size(), line_width(text.substr(at), widths));
            lines.push_back(line);
            return;
        }
        lines.push_back(line);
        at = next;
    }
    if (rule.keeps_two) break_well(text, rule, widths, first, lines);
}

float line_width(std::string_view text, const CharacterWidths& widths) {
    float width = 0;
    for (std::size_t at = 0; at < text.size();) width += widths(next_character(text, at));
    return width;
}

std::size_t fitting_bytes(std::string_view text,
                          float width,
                          float ellipsis_width,
                          const CharacterWidths& widths) {
    float x = 0;
    std::size_t fits_with_ellipsis = 0;
    for (std::size_t at = 0; at < text.size();) {
        x += widths(next_character(text, at));
        if (x > width + 0.01f) return fits_with_ellipsis;
        if (x + ellipsis_width <= width) fits_with_ellipsis = at;
    }
    return text.size();
}

}  // namespace xueshi::ui

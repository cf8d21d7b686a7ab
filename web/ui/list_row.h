// Rows of lists: two-line rows, dated rows, explanations, figures.
#pragma once

#include <span>
#include <string_view>

#include "web/ui/chip.h"
#include "web/ui/text.h"

namespace xueshi::ui {

struct ListRowLook {
    std::string_view title = {};
    std::string_view second = {};  // second line, small
    Icon second_icon = Icon::None;
    Icon icon = Icon::None;     // in front, accent
    std::string_view tag = {};  // code in front
    Colour mark = 0;  // colour square in front of the second line, or of the title without one
    std::string_view value = {};           // at the right, figures
    std::string_view value_note = {};      // below it, small
    ChipLook chip = {};                    // text empty: none; at the right
    std::span<const ByteRange> hits = {};  // in the title
    bool has_chevron = false;
    bool is_selected = false;
    bool has_rule = true;         // hairline below
    float pad_em = 0;             // at the left and right, inside the rectangle
    float right_em = 0;           // room left free at the right for the caller's own control
    std::string_view route = {};  // not empty: a link
    std::string_view name = {};   // empty: title and second line
    bool is_static = false;       // no control: text only
};
bool list_row(Frame& frame, std::string_view id, const Rect& rect, const ListRowLook& look);

// A date, a bar, what happens then, and how long it takes until then.
struct DateRowLook {
    std::string_view date = {};  // "3/25"
    std::string_view weekday = {};
    std::string_view title = {};
    std::string_view second = {};
    std::string_view left = {};  // time left, at the right
    bool is_urgent = false;      // bar and chip in the attention colour, bold title
    std::string_view route = {};
    std::string_view name = {};
};
bool date_row(Frame& frame, std::string_view id, const Rect& rect, const DateRowLook& look);

// An icon, a sentence that wraps, a smaller one below it. Returns the height.
struct ExplanationLook {
    Icon icon = Icon::Info;
    Meaning meaning = Meaning::Accent;
    std::string_view title = {};
    std::string_view second = {};
};
float explanation(Frame& frame, const Rect& rect, const ExplanationLook& look);
float explanation_height(const Frame& frame, float width, const ExplanationLook& look);

// A figure over its label, centred.
void figure(Frame& frame, const Rect& rect, std::string_view value, std::string_view label);

// Label over value, left-aligned: the facts of a detail panel.
void fact(Frame& frame, const Rect& rect, std::string_view label, std::string_view value);

}  // namespace xueshi::ui

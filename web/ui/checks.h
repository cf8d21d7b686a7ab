// Check box, radio, answer and switch. The whole rectangle is the target; each answers whether it
// was activated, the caller flips its state.
#pragma once

#include <string_view>

#include "web/ui/text.h"

namespace xueshi::ui {

enum class CheckState : std::uint8_t { Off, On, Mixed };

// `name` is for a box without a visible label (a table's row).
struct CheckLook {
    std::string_view label = {};
    std::string_view name = {};
    std::string_view note = {};  // small text after the label
    bool is_disabled = false;
};

bool checkbox(
    Frame& frame, std::string_view id, const Rect& rect, CheckState state, const CheckLook& look);
bool radio(
    Frame& frame, std::string_view id, const Rect& rect, bool is_selected, const CheckLook& look);
bool toggle(Frame& frame, std::string_view id, const Rect& rect, bool is_on, const CheckLook& look);

// A choice as a box of its own: radio, text that wraps, or one line with a note at the right.
bool answer(
    Frame& frame, std::string_view id, const Rect& rect, bool is_selected, const CheckLook& look);

// What its text needs of that width, and at least `least_em`.
float answer_height(const Frame& frame, float width, std::string_view label, float least_em = 4.5f);

// The paint alone, centred in `rect`.
void paint_check(
    Frame& frame, const Rect& rect, CheckState state, bool is_disabled, float hover = 0);

}  // namespace xueshi::ui

// Text fields. The browser's own field lies in the painted box and shows the text, caret and
// composition; here are the box, label, icons and error.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/icons.h"
#include "web/ui/text.h"

namespace xueshi::ui {

struct FieldLook {
    std::string_view label = {};  // above the box; empty: none, then `name` is required
    std::string_view name = {};
    std::string_view value = {};
    std::string_view placeholder = {};
    std::string_view error = {};  // not empty: invalid
    std::string_view note = {};   // small, at the right inside the box
    Role role = Role::Field;      // Field, PasswordField, SearchField, TextArea
    Icon icon = Icon::None;       // at the left inside the box
    Icon action = Icon::None;     // a button at the right: clear, show the password
    std::string_view action_name = {};
    bool is_large = false;  // log-in
    bool is_disabled = false;
    bool is_required = false;
    bool takes_focus = false;
    bool submits_on_enter = false;
    bool is_revealed = false;  // PasswordField: the text is readable for now
    std::string_view autocomplete = {};
    Keyboard keyboard = Keyboard::Text;
    std::int32_t max_length = 0;
    float lines = 4;  // TextArea: height of the box in lines
};

struct FieldOutcome {
    const std::string* changed = nullptr;  // the new text, when it changed since the last frame
    bool is_submitted = false;
    bool is_action = false;  // the button at the right was activated
};

// `rect` holds label, box and error from its top; its height is field_height().
FieldOutcome field(Frame& frame, std::string_view id, const Rect& rect, const FieldLook& look);
float field_height(const Frame& frame, float width, const FieldLook& look);

}  // namespace xueshi::ui

// Dialog over everything else, and the bulk bar. Drawn last, outside of scroll regions.
#pragma once

#include <string_view>

#include "web/ui/button.h"

namespace xueshi::ui {

struct DialogLook {
    std::string_view title = {};
    std::string_view text = {};  // wraps below the title
    float width_em = 28;
    float content_em = 0;           // height of own content between text and buttons
    std::string_view confirm = {};  // buttons; empty: none
    std::string_view cancel = {};
    ButtonKind confirm_kind = ButtonKind::Primary;
    bool is_confirm_disabled = false;
    bool is_confirm_waiting = false;
};

enum class DialogChoice : std::uint8_t { None, Confirmed, Cancelled };  // Escape and back cancel

// While it lives, what is drawn belongs to the dialog: fields go into content().
class Dialog {
  public:
    Dialog(Frame& frame, std::string_view id, const DialogLook& look);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    const Rect& content() const { return content_; }
    DialogChoice choice() const { return choice_; }

  private:
    Frame& frame_;
    Rect content_ = {};
    DialogChoice choice_ = DialogChoice::None;
};

}  // namespace xueshi::ui

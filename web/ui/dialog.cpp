#include "web/ui/dialog.h"

#include <algorithm>

#include "web/ui/card.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

// Buttons at the right, the confirming one last; stacked with it first on phones.
DialogChoice draw_buttons(Frame& frame, Rect row, const DialogLook& look) {
    const ButtonLook confirm{.label = look.confirm,
                             .kind = look.confirm_kind,
                             .is_disabled = look.is_confirm_disabled,
                             .is_waiting = look.is_confirm_waiting};
    const ButtonLook cancel{.label = look.cancel};
    const float height = button_height(frame);
    const float gap = frame.px(kSpace2);
    Rect confirm_place{}, cancel_place{};
    if (frame.is_phone()) {
        if (!look.confirm.empty()) confirm_place = take_top(row, height, gap);
        if (!look.cancel.empty()) cancel_place = take_top(row, height);
    } else {
        if (!look.confirm.empty())
            confirm_place = take_right(row, button_width(frame, confirm), gap);
        if (!look.cancel.empty()) cancel_place = take_right(row, button_width(frame, cancel));
    }
    DialogChoice choice = DialogChoice::None;
    if (!look.confirm.empty() && button(frame, "confirm", confirm_place, confirm)) {
        choice = DialogChoice::Confirmed;
    }
    if (!look.cancel.empty() && button(frame, "cancel", cancel_place, cancel)) {
        choice = DialogChoice::Cancelled;
    }
    return choice;
}

float buttons_height(const Frame& frame, const DialogLook& look) {
    const int count = (look.confirm.empty() ? 0 : 1) + (look.cancel.empty() ? 0 : 1);
    if (count == 0) return 0;
    const float height = button_height(frame);
    return frame.is_phone() && count == 2 ? 2 * height + frame.px(kSpace2) : height;
}

}  // namespace

Dialog::Dialog(Frame& frame, std::string_view id, const DialogLook& look) : frame_(frame) {
    const Theme& theme = frame.theme;
    const float pad = frame.px(kSpace6);
    const float width =
        std::min(frame.px(look.width_em), frame.viewport.width - frame.px(2 * kSpace4));
    const TextStyle text_style{.colour = theme.ink_2};
    const float text =
        look.text.empty() ? 0 : measure_paragraph(frame, width - 2 * pad, look.text, text_style);
    const float title = frame.px(kLineHead);
    const float buttons = buttons_height(frame, look);
    float height = 2 * pad + title + buttons;
    if (text > 0) height += text + frame.px(kSpace2);
    if (look.content_em > 0) height += frame.px(look.content_em + kSpace4);
    if (buttons > 0) height += frame.px(kSpace6);
    height = std::min(height, frame.viewport.height - frame.px(2 * kSpace4));
    const Rect body = centred(frame.viewport, width, height);

    Node node;
    node.id = frame.id(id);
    node.role = Role::Dialog;
    node.rect = body;
    node.name = look.title;
    if (frame.plane.was_dismissed(node.id)) choice_ = DialogChoice::Cancelled;
    // The scrim covers the device's safe areas too.
    fill(frame, expanded(frame.viewport, frame.px(kSpace8 * 2)), theme.scrim);
    floating(frame, body, theme.surface);
    frame.plane.open(std::move(node));
    frame.push_id(id);

    Rect rest = inset(body, pad);
    draw_text(frame,
              take_top(rest, title),
              look.title,
              {.size = TextSize::Head, .weight = Weight::Bold, .spoken = Spoken::Heading2});
    if (text > 0) {
        take_top(rest, frame.px(kSpace2));
        draw_paragraph(frame, take_top(rest, text), look.text, text_style);
    }
    if (buttons > 0) {
        const DialogChoice pressed =
            draw_buttons(frame, take_bottom(rest, buttons, frame.px(kSpace6)), look);
        if (pressed != DialogChoice::None) choice_ = pressed;
    }
    take_top(rest, frame.px(kSpace4));
    content_ = rest;
}

Dialog::~Dialog() {
    frame_.pop_id();
    frame_.plane.close();
}

}  // namespace xueshi::ui

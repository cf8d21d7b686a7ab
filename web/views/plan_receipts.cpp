// Selections the server confirmed: their receipts, what they hold, and taking them back.
#include <algorithm>

#include "web/ui/card.h"
#include "web/views/plan_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kReceiptRow = 4.0f;
constexpr float kTitleLine = 1.625f;

bool is_owed(const app::SelectionCard& card) {
    return card.payment == enrolment::PaymentState::Unpaid && card.fee_fen > 0;
}

ui::ChipLook payment_chip(const Screen& screen, const app::SelectionCard& card) {
    const bool is_free = card.fee_fen == 0 && card.payment == enrolment::PaymentState::Unpaid;
    const ui::Meaning meaning = is_owed(card) ? ui::Meaning::Wait : ui::Meaning::Done;
    return {
        .text = is_free ? screen.words(Message::PaymentNone) : screen.words.payment(card.payment),
        .meaning = meaning,
        .icon = ui::meaning_icon(meaning)};
}

// Why a selection cannot be taken back; empty when it can.
std::string_view hold_reason(const Screen& screen, const app::SelectionCard& card) {
    if (!card.cannot_withdraw) return {};
    const bool is_paid = *card.cannot_withdraw == enrolment::kSelectionPaid;
    return screen.words(is_paid ? Message::WithdrawPaid : Message::WithdrawBegun);
}

bool is_stacked(const ui::Frame& frame, float width) { return width < frame.px(34); }

std::string summary_words(const Screen& screen, const app::SelectionCard& card) {
    const locale::Locale& words = screen.words;
    return words.format(Message::ReceiptSummary,
                        {words.date_time(card.confirmed_at),
                         words.courses(card.titles.size()),
                         words.hours(card.hours),
                         words.price(card.fee_fen)});
}

// One line, or two where number and summary have a narrow card for themselves.
ui::TextStyle summary_style(const ui::Frame& frame, bool stacked) {
    return {.size = ui::TextSize::Small,
            .colour = frame.theme.ink_2,
            .max_lines = static_cast<std::int16_t>(stacked ? 2 : 1),
            .line_height_em = kRowLine2};
}

// The row of number and summary: a line higher where the summary wraps.
float row_height(const PlanScreen& view, const app::SelectionCard& card, float width) {
    const ui::Frame& frame = view.screen.frame;
    if (!is_stacked(frame, width)) return frame.px(kReceiptRow);
    const float room = width - frame.px(kIconButton + kSpace3);
    const float summary = ui::measure_paragraph(
        frame, room, summary_words(view.screen, card), summary_style(frame, true));
    return frame.px(kReceiptRow - kRowLine2) + summary;
}

float receipt_height(const PlanScreen& view, const app::SelectionCard& card, float width) {
    const ui::Frame& frame = view.screen.frame;
    float height = row_height(view, card, width);
    if (is_stacked(frame, width)) height += ui::button_height(frame) + frame.px(kSpace2);
    if (view.ui.open_receipt == card.id) {
        height += frame.px(kTitleLine) * static_cast<float>(card.titles.size()) + frame.px(kSpace2);
        if (card.cannot_withdraw) height += frame.px(kLineSmall + kSpace1);
    }
    return height;
}

struct Buttons {
    ui::ButtonLook withdraw, show;

    float width(const ui::Frame& frame) const {
        return ui::button_width(frame, withdraw) + frame.px(kSpace2) +
               ui::button_width(frame, show);
    }
};
Buttons buttons_of(const PlanScreen& view, const app::SelectionCard& card) {
    const Screen& screen = view.screen;
    const bool is_open = view.ui.open_receipt == card.id;
    return {
        .withdraw = {.label = screen.words(Message::Withdraw),
                     .is_disabled = card.cannot_withdraw.has_value() || screen.status.is_submitting,
                     .description = hold_reason(screen, card)},
        .show = {.label = screen.words(is_open ? Message::ReceiptHide : Message::ReceiptShow),
                 .kind = ui::ButtonKind::Quiet,
                 .is_expanded = is_open}};
}

void draw_buttons(const PlanScreen& view, const app::SelectionCard& card, ui::Rect row) {
    ui::Frame& frame = view.screen.frame;
    const Buttons buttons = buttons_of(view, card);
    const float height = ui::button_height(frame);
    const ui::Rect right =
        ui::take_right(row, ui::button_width(frame, buttons.withdraw), frame.px(kSpace2));
    if (ui::button(frame, "withdraw", ui::centred(right, right.width, height), buttons.withdraw)) {
        view.ui.withdrawn = card.id;
        view.ui.dialog = PlanDialog::Withdraw;
    }
    const ui::Rect left = ui::take_right(row, ui::button_width(frame, buttons.show));
    if (ui::button(frame, "show", ui::centred(left, left.width, height), buttons.show)) {
        view.ui.open_receipt = buttons.show.is_expanded ? SelectionId{} : card.id;
    }
}

void draw_receipt(const PlanScreen& view, const app::SelectionCard& card, ui::Rect rest) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::IdScope scope(frame, card.id.text);
    const bool stacked = is_stacked(frame, rest.width);
    ui::Rect row = ui::take_top(rest, row_height(view, card, rest.width));
    ui::ChipLook chip = payment_chip(screen, card);
    if (stacked) {
        const ui::Rect tools = ui::take_top(rest, ui::button_height(frame), frame.px(kSpace2));
        // On the narrowest phones the buttons need the room of its sign.
        const float room = tools.width - buttons_of(view, card).width(frame);
        if (ui::chip_width(frame, chip) > room) chip.icon = ui::Icon::None;
        ui::chip(frame, tools, chip);
        draw_buttons(view, card, tools);
    } else {
        ui::Rect buttons = row;
        const float width = std::max(frame.px(10.5f), buttons_of(view, card).width(frame));
        draw_buttons(view, card, ui::take_right(buttons, width, frame.px(kSpace3)));
        row = buttons;
        chip.align = ui::Align::Right;
        ui::take_right(row, ui::chip(frame, row, chip), frame.px(kSpace3));
    }
    ui::draw_icon(frame,
                  ui::take_left(row, frame.px(kIconButton), frame.px(kSpace3)),
                  ui::Icon::CheckCircle,
                  frame.px(kIconButton),
                  frame.theme.done);
    row =
        ui::left_middle(row, row.width, row.height - frame.px(kReceiptRow - kRowLine1 - kRowLine2));
    ui::draw_text(frame,
                  ui::take_top(row, frame.px(kRowLine1)),
                  words.format(Message::ReceiptNumber, {card.receipt_id.text}),
                  {.weight = ui::Weight::Bold});
    ui::draw_paragraph(frame, row, summary_words(screen, card), summary_style(frame, stacked));
    if (view.ui.open_receipt != card.id) return;
    for (const std::string& title : card.titles) {
        ui::Rect line = ui::take_top(rest, frame.px(kTitleLine));
        ui::take_left(line, frame.px(kIconButton + kSpace3));
        ui::draw_text(frame, line, title, {.hangs_opening = true});
    }
    if (!card.cannot_withdraw) return;
    ui::take_top(rest, frame.px(kSpace1));
    ui::take_left(rest, frame.px(kIconButton + kSpace3));
    ui::draw_text(frame,
                  ui::take_top(rest, frame.px(kLineSmall)),
                  hold_reason(screen, card),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

}  // namespace

void draw_receipts_card(const PlanScreen& view, ui::Rect& rest) {
    if (view.plan.selections.empty()) return;
    ui::Frame& frame = view.screen.frame;
    const ui::IdScope scope(frame, "receipts");
    const float pad = ui::card_pad(frame);
    const float width = rest.width - 2 * pad;
    float height = pad + frame.px(kLineHead + kSpace2);
    for (const app::SelectionCard& card : view.plan.selections)
        height += receipt_height(view, card, width);
    const ui::Rect place = ui::take_top(rest, height, card_gap(frame));
    ui::card(frame, place);
    ui::Rect inner = ui::inset(place, pad, 0);
    ui::take_top(inner, pad);
    ui::card_head(frame,
                  "head",
                  inner,
                  {.title = view.screen.words(Message::ReceiptsTitle),
                   .note = frame.is_phone() ? std::string_view{}
                                            : view.screen.words.of(view.plan.payer_source)});
    for (const app::SelectionCard& card : view.plan.selections) {
        draw_receipt(view, card, ui::take_top(inner, receipt_height(view, card, width)));
    }
}

}  // namespace xueshi::views

// The plan to study away (R25) on the desk of who hands it in and of the Centre.
#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/views/card_pen.h"
#include "web/views/desk_parts.h"
#include "web/views/special_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::StudyAwayLine;
using enrolment::StudyAwayState;
using Dialog = DeskUiState::Dialog;

constexpr std::int32_t kTextLength = 200;

std::string plan_words(const locale::Locale& words, const enrolment::StudyAwayPlan& plan) {
    std::string text = plan.place;
    add_part(words, text, words.short_range(plan.from, plan.until));
    add_part(words, text, plan.purpose);
    return text;
}

std::string state_words(const locale::Locale& words, const StudyAwayLine& line) {
    switch (line.state) {
        case StudyAwayState::None:
            return line.is_late ? std::string(words(Message::AwayLate)) : words.format(Message::AwayDue, {words.date(line.due)});
        case StudyAwayState::Submitted: return std::string(words(Message::AwaySubmitted));
        case StudyAwayState::Approved: return std::string(words(Message::AwayApproved));
        case StudyAwayState::Refused: return std::string(words(Message::AwayRefused));
    }
    return {};
}

void open_dialog(const Desk& desk, Dialog dialog) {
    desk.ui.dialog = dialog;
    desk.ui.dialog_reason.clear();
    desk.frame().request_frame();
}

void begin_plan(const Desk& desk, const StudyAwayLine& line) {
    open_dialog(desk, Dialog::SubmitAway);
    if (!line.plan) return;
    desk.ui.place = line.plan->place;
    desk.ui.dialog_reason = line.plan->purpose;
    desk.ui.from = format_date(line.plan->from);
    desk.ui.until = format_date(line.plan->until);
}

void draw_submit(const Desk& desk) {
    const locale::Locale& words = desk.words();
    DeskUiState& ui = desk.ui;
    const auto from = parse_date(ui.from), until = parse_date(ui.until);
    const bool is_whole = !ui.place.empty() && !ui.dialog_reason.empty() && from && until && *from <= *until;
    ui::Dialog dialog(desk.frame(), "away",
                      {.title = words(Message::AwayTitle),
                       .text = words(Message::AwayText),
                       .content_em = 14.5f,
                       .confirm = words(Message::AwaySubmit),
                       .cancel = words(Message::Cancel),
                       .is_confirm_disabled = !is_whole});
    ui::Rect rest = dialog.content();
    draw_desk_field(desk, "place", rest,
                    {.label = words(Message::AwayPlace), .value = ui.place, .is_required = true, .max_length = kTextLength}, ui.place);
    draw_desk_field(desk, "purpose", rest,
                    {.label = words(Message::AwayPurpose), .value = ui.dialog_reason, .is_required = true, .max_length = kTextLength},
                    ui.dialog_reason);
    ui::Rect left = ui::column_of(rest, 0, 2, desk.frame().px(kSpace3));
    ui::Rect right = ui::column_of(rest, 1, 2, desk.frame().px(kSpace3));
    const auto date_field = [&](Message label, const std::string& value) {
        return ui::FieldLook{.label = words(label), .value = value, .placeholder = words(Message::DateHint), .is_required = true, .max_length = 10};
    };
    draw_desk_field(desk, "from", left, date_field(Message::DateFrom, ui.from), ui.from);
    draw_desk_field(desk, "until", right, date_field(Message::DateUntil, ui.until), ui.until);
    if (dialog.choice() == ui::DialogChoice::Confirmed && is_whole) {
        desk.screen.actions.put(SpecialOrder{enrolment::SubmitStudyAway{
            desk.project.id, {ui.place, ui.dialog_reason, *from, *until}}});
    }
    close_desk_dialog(desk, dialog);
}

// A decision of the Centre with a reason.
void draw_reasoned(const Desk& desk, Message title, Message confirm, enrolment::RosterCommand command) {
    const locale::Locale& words = desk.words();
    ui::Dialog dialog(desk.frame(), "away",
                      {.title = words(title),
                       .content_em = 5.0f,
                       .confirm = words(confirm),
                       .cancel = words(Message::Cancel),
                       .is_confirm_disabled = desk.ui.dialog_reason.empty()});
    ui::Rect rest = dialog.content();
    draw_desk_field(desk, "reason", rest,
                    {.label = words(Message::AwayReason), .value = desk.ui.dialog_reason, .is_required = true, .max_length = kTextLength},
                    desk.ui.dialog_reason);
    if (dialog.choice() == ui::DialogChoice::Confirmed) desk.screen.actions.put(SpecialOrder{std::move(command)});
    close_desk_dialog(desk, dialog);
}

}  // namespace

void draw_study_away(const Desk& desk, ui::Rect& rest) {
    if (!desk.project.study_away) return;
    const StudyAwayLine& line = *desk.project.study_away;
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    std::string text = words.format(Message::AwayLine, {state_words(words, line)});
    if (line.state != StudyAwayState::None && line.plan) add_part(words, text, plan_words(words, *line.plan));
    if (!line.reason.empty()) add_part(words, text, words.format(Message::Quoted, {line.reason}));
    const bool is_pressing = line.can_review || (line.state == StudyAwayState::None && line.can_submit);
    ui::take_top(rest,
                 ui::draw_paragraph(frame, rest, text, {.size = ui::TextSize::Small,
                                                        .colour = is_pressing ? frame.theme.attn : frame.theme.ink_2}),
                 frame.px(kSpace2));
    if (!line.can_submit && !line.can_review && !line.can_allow_late) return;
    ui::Rect row = ui::take_top(rest, ui::button_height(frame, ui::ButtonSize::Small), frame.px(kSpace2));
    const auto offer = [&](std::string_view id, Message label, ui::ButtonKind kind) {
        const ui::ButtonLook look{.label = words(label), .kind = kind, .size = ui::ButtonSize::Small};
        return ui::button(frame, id, ui::take_left(row, ui::button_width(frame, look), frame.px(kSpace2)), look);
    };
    if (line.can_submit && offer("away_submit", line.plan ? Message::AwaySubmitAgain : Message::AwaySubmit, ui::ButtonKind::Secondary)) {
        begin_plan(desk, line);
    }
    if (line.can_review && offer("away_approve", Message::AwayApprove, ui::ButtonKind::Primary)) {
        desk.screen.actions.put(SpecialOrder{enrolment::ReviewStudyAway{desk.project.id, true, {}}});
        frame.plane.request_focus(desk.page);
    }
    if (line.can_review && offer("away_refuse", Message::AwayRefuse, ui::ButtonKind::Danger)) open_dialog(desk, Dialog::ReviewAway);
    if (line.can_allow_late && offer("away_late", Message::AwayAllowLate, ui::ButtonKind::Secondary)) {
        open_dialog(desk, Dialog::AllowLateAway);
    }
}

void draw_study_away_dialog(const Desk& desk) {
    const std::string& reason = desk.ui.dialog_reason;
    if (desk.ui.dialog == Dialog::SubmitAway) return draw_submit(desk);
    if (desk.ui.dialog == Dialog::ReviewAway) {
        return draw_reasoned(desk, Message::AwayRefuseTitle, Message::AwayRefuse,
                             enrolment::ReviewStudyAway{desk.project.id, false, reason});
    }
    draw_reasoned(desk, Message::AwayAllowLateTitle, Message::AwayAllowLate,
                  enrolment::AllowLateStudyAway{desk.project.id, reason});
}

}  // namespace xueshi::views

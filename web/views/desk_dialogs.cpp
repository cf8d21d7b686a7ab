// What the desk asks for in a dialog.
#include <utility>
#include <vector>

#include "core/base/written_cell.h"
#include "web/views/desk_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::DeskLine;
using app::SubstitutionLine;

constexpr std::int32_t kReasonLength = 200;
constexpr std::int32_t kNumberLength = 40;
constexpr float kTwoFields = 10.0f;  // em
constexpr float kOneField = 5.0f;

void draw_replacement(const Desk& desk) {
    const int current = desk.current();
    const DeskLine* line = current < 0 ? nullptr : &desk.lines[static_cast<std::size_t>(current)];
    if (line == nullptr || !line->can_be_replaced) return;
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const std::string title = words.format(Message::ReplaceTitle, {line->applicant().name});
    ui::Dialog dialog(frame, "replacement",
                      {.title = title,
                       .text = words(Message::ReplaceText),
                       .content_em = kTwoFields,
                       .confirm = words(Message::ReplaceConfirm),
                       .cancel = words(Message::Cancel),
                       .is_confirm_disabled = desk.ui.number.empty() || desk.ui.dialog_reason.empty()});
    ui::Rect rest = dialog.content();
    draw_desk_field(desk, "number", rest,
               {.label = words(Message::ReplaceNumber), .value = desk.ui.number, .is_required = true, .max_length = kNumberLength},
               desk.ui.number);
    draw_desk_field(desk, "reason", rest,
               {.label = words(Message::ReplaceReason), .value = desk.ui.dialog_reason, .is_required = true,
                .max_length = kReasonLength},
               desk.ui.dialog_reason);
    if (dialog.choice() == ui::DialogChoice::Confirmed) {
        desk.screen.actions.put(SpecialOrder{enrolment::RequestSubstitution{
            {}, line->project->id, line->id(), desk.ui.number, {}, desk.ui.dialog_reason}});
    }
    close_desk_dialog(desk, dialog);
}

void draw_decline(const Desk& desk) {
    const SubstitutionLine* line = nullptr;
    for (const SubstitutionLine& each : desk.project.substitutions) {
        if (each.substitution_id == desk.ui.declined && each.is_mine) line = &each;
    }
    if (line == nullptr) return;
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    ui::Dialog dialog(frame, "decline",
                      {.title = words(Message::SubstitutionDeclineTitle),
                       .content_em = kOneField,
                       .confirm = words(Message::SubstitutionDeclineConfirm),
                       .cancel = words(Message::Cancel),
                       .confirm_kind = ui::ButtonKind::Danger,
                       .is_confirm_disabled = desk.ui.dialog_reason.empty()});
    ui::Rect rest = dialog.content();
    draw_desk_field(desk, "reason", rest,
               {.label = words(Message::DeskReasonHint), .value = desk.ui.dialog_reason, .is_required = true,
                .max_length = kReasonLength},
               desk.ui.dialog_reason);
    if (dialog.choice() == ui::DialogChoice::Confirmed) {
        desk.screen.actions.put(SpecialOrder{enrolment::ReviewSubstitution{
            line->substitution_id, line->project_id, false, desk.ui.dialog_reason}});
    }
    close_desk_dialog(desk, dialog);
}

// The organiser puts participants in, as many as are pasted (R20, Annex 3); each gets a result of its own.
void draw_place(const Desk& desk) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const std::vector<std::string> numbers = login_numbers_in(desk.ui.number);
    const std::string confirm =
        words.format(Message::PlaceConfirm, {words.number(static_cast<std::int64_t>(numbers.size()))});
    const ui::FieldLook look{.label = words(Message::PlaceNumbers),
                             .value = desk.ui.number,
                             .role = ui::Role::TextArea,
                             .is_required = true,
                             .max_length = 4'000,
                             .lines = 4};
    ui::Dialog dialog(frame, "place-dialog",
                      {.title = words(Message::PlaceTitle),
                       .text = words(Message::PlaceText),
                       .content_em = ui::field_height(frame, frame.px(24), look) / frame.em,
                       .confirm = confirm,
                       .cancel = words(Message::Cancel),
                       .is_confirm_disabled = numbers.empty()});
    ui::Rect rest = dialog.content();
    draw_desk_field(desk, "numbers", rest, look, desk.ui.number);
    if (dialog.choice() == ui::DialogChoice::Confirmed) {
        for (const std::string& number : numbers) {
            desk.screen.actions.put(SpecialOrder{enrolment::PlaceParticipant{{}, desk.project.id, number}});
        }
    }
    close_desk_dialog(desk, dialog);
}

}  // namespace

void draw_desk_field(const Desk& desk, std::string_view id, ui::Rect& rest, const ui::FieldLook& look, std::string& text) {
    ui::Frame& frame = desk.frame();
    const float tall = ui::field_height(frame, rest.width, look);
    const ui::FieldOutcome outcome = ui::field(frame, id, ui::take_top(rest, tall, frame.px(kSpace3)), look);
    if (outcome.changed == nullptr) return;
    text = *outcome.changed;
    frame.request_frame();
}

void close_desk_dialog(const Desk& desk, const ui::Dialog& dialog) {
    if (dialog.choice() == ui::DialogChoice::None) return;
    desk.ui.dialog = DeskUiState::Dialog::None;
    if (dialog.choice() == ui::DialogChoice::Confirmed) desk.frame().plane.request_focus(desk.page);
}

void draw_desk_dialog(const Desk& desk) {
    switch (desk.ui.dialog) {
        case DeskUiState::Dialog::None: return;
        case DeskUiState::Dialog::Replacement: return draw_replacement(desk);
        case DeskUiState::Dialog::Decline: return draw_decline(desk);
        case DeskUiState::Dialog::Place: return draw_place(desk);
        case DeskUiState::Dialog::Deputies: return draw_deputies_dialog(desk);
        case DeskUiState::Dialog::SubmitAway:
        case DeskUiState::Dialog::ReviewAway:
        case DeskUiState::Dialog::AllowLateAway: return draw_study_away_dialog(desk);
    }
}

}  // namespace xueshi::views

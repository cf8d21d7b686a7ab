// Why something is sent back, refused, cancelled or withdrawn.
#include "web/ui/dialog.h"
#include "web/views/registers_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using Dialog = RegistersUiState::Dialog;
using registration::RegistrationKey;

constexpr std::int32_t kReasonLength = 200;
constexpr float kOneField = 5.0f;

struct DialogWords {
    Message title;
    Message text;
    bool has_text;
    Message confirm;
    bool is_reason_required;
    ui::ButtonKind kind;
};

DialogWords words_of(Dialog dialog) {
    switch (dialog) {
        case Dialog::Return:
            return {Message::ReasonReturnTitle, Message::DeskReasonHint, false, Message::MoveReturned, true, ui::ButtonKind::Primary};
        case Dialog::Refuse:
            return {Message::ReasonRefuseTitle, Message::DeskReasonHint, false, Message::DeskRefuse, true, ui::ButtonKind::Danger};
        case Dialog::Cancel:
            return {Message::ReasonCancelTitle, Message::ReasonCancelText, true, Message::ActCancelHours, true, ui::ButtonKind::Danger};
        case Dialog::Withdraw:
        case Dialog::None: break;
    }
    return {Message::ReasonWithdrawTitle, Message::ReasonWithdrawText, true, Message::Withdraw, false, ui::ButtonKind::Danger};
}

registration::RegistrationCommand command_of(Dialog dialog, const RegistrationKey& key, const std::string& reason) {
    switch (dialog) {
        case Dialog::Return:
            return registration::ReviewRegistration{key.id, key.in, enrolment::Verdict::Return, reason};
        case Dialog::Refuse:
            return registration::ReviewRegistration{key.id, key.in, enrolment::Verdict::Refuse, reason};
        case Dialog::Cancel: return registration::CancelHours{key.id, key.in, reason};
        case Dialog::Withdraw:
        case Dialog::None: break;
    }
    return registration::WithdrawRegistration{key.id, key.in, reason};
}

}  // namespace

void draw_register_dialog(const Registers& desk) {
    RegistersUiState& ui = desk.ui;
    if (ui.dialog == Dialog::None) return;
    const app::RegisterLine* line = desk.current();
    if (line == nullptr) {
        ui.dialog = Dialog::None;
        return;
    }
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const DialogWords said = words_of(ui.dialog);
    ui::Dialog dialog(frame, "reason-dialog",
                      {.title = words(said.title),
                       .text = said.has_text ? words(said.text) : std::string_view{},
                       .content_em = kOneField,
                       .confirm = words(said.confirm),
                       .cancel = words(Message::Cancel),
                       .confirm_kind = said.kind,
                       .is_confirm_disabled = said.is_reason_required && ui.dialog_reason.empty()});
    CardPen pen{desk.screen, dialog.content(), true};
    lay_field(pen, "reason",
              {.label = words(said.is_reason_required ? Message::DeskReasonHint : Message::ReasonOptional),
               .value = ui.dialog_reason,
               .is_required = said.is_reason_required,
               .max_length = kReasonLength},
              ui.dialog_reason);
    if (dialog.choice() == ui::DialogChoice::None) return;
    if (dialog.choice() == ui::DialogChoice::Confirmed) {
        desk.order(command_of(ui.dialog, line->key, ui.dialog_reason));
        frame.plane.request_focus(desk.page);
    }
    ui.dialog = Dialog::None;
}

}  // namespace xueshi::views

// A year's certificate is asked for: what it is to reveal, and what is done with it.
#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/checks.h"
#include "web/ui/dialog.h"
#include "web/ui/printed_page.h"
#include "web/views/button_row.h"
#include "web/views/hours_certificate_paper.h"
#include "web/views/hours_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using Wish = CertificateUiState::Wish;

constexpr float kWidth = 30.0f;
constexpr float kCheck = 2.75f;

ui::ButtonLook button_look(const HoursPage& page) {
    return {.label = page.words()(Message::CertificateButton), .has_popup = true};
}

void open(const HoursPage& page) {
    page.ui.certificate.is_open = true;
    page.frame().request_frame();
}

// As the server will be asked.
certificate::CertificateRequest request_of(const HoursPage& page) {
    certificate::CertificateRequest request = page.ui.certificate.chosen;
    request.year = page.shown_year();
    return request;
}

// Null until the server has signed what is chosen now.
const IssuedCertificate* issued_of(const HoursPage& page) {
    const IssuedCertificate* issued = page.screen.status.certificate;
    return issued != nullptr && issued->request == request_of(page) ? issued : nullptr;
}

// Does what was wished for, or asks the server first.
void carry_out(const HoursPage& page, const IssuedCertificate& issued) {
    ActionSink& actions = page.screen.actions;
    if (page.ui.certificate.wish == Wish::Print) {
        actions.put(PrintPage{ui::write_printed_page(certificate_paper(page.words(), issued))});
    } else {
        actions.put(SaveBadge{});
    }
    page.ui.certificate.wish = Wish::None;
}

void wish_for(const HoursPage& page, Wish wish) {
    page.ui.certificate.wish = wish;
    if (const IssuedCertificate* issued = issued_of(page)) {
        carry_out(page, *issued);
    } else {
        page.screen.actions.put(IssueCertificate{request_of(page)});
    }
    page.frame().request_frame();
}

void follow_wish(const HoursPage& page) {
    if (page.ui.certificate.wish == Wish::None || page.screen.status.is_issuing) return;
    if (const IssuedCertificate* issued = issued_of(page)) {
        carry_out(page, *issued);
    } else {
        page.ui.certificate.wish = Wish::None;  // refused, and told
    }
    page.frame().request_frame();
}

std::string revealed_words(const HoursPage& page) {
    const locale::Locale& words = page.words();
    const certificate::CertificateRequest& chosen = page.ui.certificate.chosen;
    std::string list(words(Message::CertificateAlways));
    const auto add = [&](bool is_chosen, Message what) {
        if (!is_chosen) return;
        list += words(Message::ListSeparator);
        list += words(what);
    };
    add(chosen.reveals_number, Message::CertificateNumber);
    add(chosen.reveals_school, Message::CertificateSchool);
    add(chosen.reveals_records, Message::CertificateRecords);
    return words.format(Message::CertificateReveals, {list});
}

void lay_check(CardPen& pen, const HoursPage& page, std::string_view id, Message label, bool& is_chosen) {
    const ui::Rect row = pen.take(kCheck);
    if (!pen.draws) return;
    const ui::CheckState state = is_chosen ? ui::CheckState::On : ui::CheckState::Off;
    const bool is_busy = page.screen.status.is_issuing;
    if (!ui::checkbox(pen.frame(), id, row, state, {.label = page.words()(label), .is_disabled = is_busy})) return;
    is_chosen = !is_chosen;
    pen.frame().request_frame();
}

void lay_state(CardPen& pen, const HoursPage& page, bool is_online) {
    const locale::Locale& words = page.words();
    const ui::Theme& theme = pen.frame().theme;
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = theme.ink_2};
    const app::HourYear* year = page.projection.find_year(page.shown_year());
    if (year != nullptr && !year->is_verified) {
        pen.remark(ui::Icon::Info, theme.ink_3, words(Message::CertificateNotVerified), small, kSpace1);
    }
    if (const IssuedCertificate* issued = issued_of(page)) {
        pen.remark(ui::Icon::CheckCircle, theme.done,
                   words.format(Message::CertificateIssued, {issued->content.serial}),
                   {.size = ui::TextSize::Small, .colour = theme.done}, kSpace1);
    } else if (!is_online) {
        pen.remark(ui::Icon::Offline, theme.wait, words(Message::CertificateNeedsNetwork),
                   {.size = ui::TextSize::Small, .colour = theme.wait}, kSpace1);
    }
}

void lay_dialog(CardPen& pen, const HoursPage& page, bool is_online) {
    certificate::CertificateRequest& chosen = page.ui.certificate.chosen;
    lay_check(pen, page, "number", Message::CertificateNumber, chosen.reveals_number);
    lay_check(pen, page, "school", Message::CertificateSchool, chosen.reveals_school);
    lay_check(pen, page, "records", Message::CertificateRecords, chosen.reveals_records);
    pen.take(kSpace2);
    pen.paragraph(revealed_words(page), {.size = ui::TextSize::Small}, kSpace2);
    lay_state(pen, page, is_online);
    pen.take(kSpace2);
    ButtonRow row{pen};
    const bool is_possible = (is_online || issued_of(page) != nullptr) && !page.screen.status.is_issuing;
    if (row.add("badge", {.label = page.words()(Message::CertificateSaveBadge), .size = ui::ButtonSize::Small,
                          .is_disabled = !is_possible})) {
        wish_for(page, Wish::Badge);
    }
}

}  // namespace

bool draw_certificate_button(const HoursPage& page, ui::Rect& row) {
    ui::Frame& frame = page.frame();
    const ui::ButtonLook look = button_look(page);
    const float width = ui::button_width(frame, look);
    const float gap = frame.px(kSpace3);
    if (row.width < width + 2 * gap) return false;
    const float height = ui::button_height(frame);
    const ui::Rect place{row.right() - width - gap, row.y + (row.height - height) / 2, width, height};
    if (ui::button(frame, "certificate", place, look)) open(page);
    row.width = place.x - gap - row.x;
    return true;
}

void draw_certificate_row(const HoursPage& page, ui::Rect& rest) {
    ui::Frame& frame = page.frame();
    const ui::ButtonLook look = button_look(page);
    const ui::Rect row = ui::take_top(rest, ui::button_height(frame), card_gap(frame));
    if (ui::button(frame, "certificate", row, look)) open(page);
}

void draw_certificate_dialog(const HoursPage& page) {
    CertificateUiState& ui = page.ui.certificate;
    if (!ui.is_open) return;
    ui::Frame& frame = page.frame();
    const locale::Locale& words = page.words();
    const Status& status = page.screen.status;
    follow_wish(page);
    const bool is_online = status.sync.is_reachable && !status.sync.needs_sign_in;
    const float width = std::min(frame.px(kWidth), frame.viewport.width - frame.px(2 * kSpace4)) - frame.px(2 * kSpace6);
    CardPen measured{page.screen, {0, 0, width, frame.px(1000)}};
    lay_dialog(measured, page, is_online);
    const std::string title = words.format(Message::CertificateTitle, {std::to_string(page.shown_year().year)});
    ui::Dialog dialog(frame, "certificate_dialog",
                      {.title = title,
                       .text = words(Message::CertificateText),
                       .width_em = kWidth,
                       .content_em = measured.rest.y / frame.em,
                       .confirm = words(status.is_issuing ? Message::CertificateIssuing : Message::CertificatePrint),
                       .cancel = words(Message::Close),
                       .is_confirm_disabled = !is_online && issued_of(page) == nullptr,
                       .is_confirm_waiting = status.is_issuing});
    CardPen drawn{page.screen, dialog.content(), true};
    lay_dialog(drawn, page, is_online);
    if (dialog.choice() == ui::DialogChoice::Confirmed) wish_for(page, Wish::Print);
    if (dialog.choice() != ui::DialogChoice::Cancelled) return;
    ui.is_open = false;
    ui.wish = Wish::None;
    page.screen.actions.put(PutCertificateAside{});
    frame.request_frame();
}

}  // namespace xueshi::views

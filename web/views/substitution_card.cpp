#include "web/views/substitution_card.h"

#include "web/ui/card.h"
#include "web/views/card_pen.h"
#include "web/views/special_words.h"
#include "web/views/button_row.h"
#include "web/views/substitution_papers.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::SubstitutionLine;

std::string_view substitution_words(const locale::Locale& words, enrolment::SubstitutionState state) {
    switch (state) {
        case enrolment::SubstitutionState::Requested: return words(Message::DueDistrict);
        case enrolment::SubstitutionState::DistrictApproved: return words(Message::DueCentre);
        case enrolment::SubstitutionState::Confirmed: return words(Message::SubstitutionConfirmed);
        case enrolment::SubstitutionState::Refused: return words(Message::SubstitutionRefused);
    }
    return {};
}

std::string_view act_words(const locale::Locale& words, enrolment::SubstitutionState led_to) {
    switch (led_to) {
        case enrolment::SubstitutionState::Requested: return words(Message::ReplaceConfirm);
        case enrolment::SubstitutionState::DistrictApproved: return words(Message::SubstitutionAgree);
        case enrolment::SubstitutionState::Confirmed: return words(Message::SubstitutionConfirmed);
        case enrolment::SubstitutionState::Refused: return words(Message::SubstitutionRefused);
    }
    return {};
}

void lay_history(CardPen& pen, const SubstitutionLine& line) {
    const locale::Locale& words = pen.words();
    for (const app::SubstitutionAct& act : line.history) {
        std::string text(words.date_time(act.at));
        add_part(words, text, actor_words(words, act.by));
        add_part(words, text, act_words(words, act.led_to));
        if (!act.reason.empty()) add_part(words, text, words.format(Message::Quoted, {act.reason}));
        pen.paragraph(text, {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2});
    }
    pen.take(kSpace3);
}

void lay_words(CardPen& pen, const SubstitutionLine& line) {
    const locale::Locale& words = pen.words();
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2};
    pen.paragraph(words.format(Message::SubstitutionLine, {line.leaving.name, line.replacement.name}),
                  {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2}, kSpace1);
    std::string about = line.replacement.school_name;
    add_part(words, about, person_words(words, line.replacement, line.teaching_years));
    pen.paragraph(about, small);
    pen.paragraph(line.is_on_its_way ? words(Message::OnItsWay) : substitution_words(words, line.state), {}, kSpace1);
    lay_history(pen, line);
}

void lay_decision(CardPen& pen, const Desk& desk, const SubstitutionLine& line) {
    const locale::Locale& words = pen.words();
    ui::Frame& frame = pen.frame();
    ButtonRow row{pen};
    if (row.add("agree", {.label = words(Message::SubstitutionAgree), .kind = ui::ButtonKind::Primary})) {
        desk.screen.actions.put(
            SpecialOrder{enrolment::ReviewSubstitution{line.substitution_id, line.project_id, true, {}}});
        frame.plane.request_focus(desk.page);
    }
    if (row.add("decline", {.label = words(Message::SubstitutionDecline), .kind = ui::ButtonKind::Danger})) {
        desk.ui.dialog = DeskUiState::Dialog::Decline;
        desk.ui.declined = line.substitution_id;
        desk.ui.dialog_reason.clear();
        frame.request_frame();
    }
}

void lay_substitution(CardPen& pen, const Desk& desk, const SubstitutionLine& line) {
    lay_words(pen, line);
    lay_substitution_papers(pen, line);
    if (line.is_mine) lay_decision(pen, desk, line);
}

}  // namespace

void draw_substitution(const Desk& desk, ui::Rect& rest, const SubstitutionLine& line) {
    const ui::IdScope scope(desk.frame(), line.substitution_id.text);
    lay_card(desk.screen, rest, [&](CardPen& pen) { lay_substitution(pen, desk, line); });
}

}  // namespace xueshi::views

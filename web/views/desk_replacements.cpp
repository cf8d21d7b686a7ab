// Replacements asked for (R33): the school asks, the district agrees, the Centre confirms.
#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/scroll_region.h"
#include "web/views/card_pen.h"
#include "web/views/desk_parts.h"
#include "web/views/special_words.h"

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

void lay_substitution(CardPen& pen, const Desk& desk, const SubstitutionLine& line) {
    const locale::Locale& words = pen.words();
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2};
    pen.paragraph(words.format(Message::SubstitutionLine, {line.leaving, line.replacement.name}),
                  {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2}, kSpace1);
    std::string about = line.replacement.school_name;
    add_part(words, about, person_words(words, line.replacement, line.teaching_years));
    pen.paragraph(about, small);
    std::string state(line.is_on_its_way ? words(Message::OnItsWay) : substitution_words(words, line.state));
    add_part(words, state, words.date_time(line.at));
    add_part(words, state, actor_words(words, line.by));
    add_part(words, state, words.format(Message::Quoted, {line.refusal.empty() ? line.reason : line.refusal}));
    pen.paragraph(state, small, kSpace3);
    if (!line.is_mine) return;
    ui::Rect row = ui::take_top(pen.rest, ui::button_height(pen.frame()));
    if (!pen.draws) return;
    const ui::ButtonLook agree{.label = words(Message::SubstitutionAgree), .kind = ui::ButtonKind::Primary};
    const ui::ButtonLook decline{.label = words(Message::SubstitutionDecline), .kind = ui::ButtonKind::Danger};
    ui::Frame& frame = pen.frame();
    if (ui::button(frame, "agree", ui::take_left(row, ui::button_width(frame, agree), frame.px(kSpace2)), agree)) {
        desk.screen.actions.put(
            SpecialOrder{enrolment::ReviewSubstitution{line.substitution_id, line.project_id, true, {}}});
        frame.plane.request_focus(desk.page);
    }
    if (ui::button(frame, "decline", ui::take_left(row, ui::button_width(frame, decline)), decline)) {
        desk.ui.dialog = DeskUiState::Dialog::Decline;
        desk.ui.declined = line.substitution_id;
        desk.ui.dialog_reason.clear();
        frame.request_frame();
    }
}

}  // namespace

void draw_desk_replacements(const Desk& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    ui::ScrollRegion region(frame, "replacements", rect);
    ui::Rect rest{0, 0, region.width(), frame.px(20'000)};
    for (const SubstitutionLine& line : desk.project.substitutions) {
        const ui::IdScope scope(frame, line.substitution_id.text);
        lay_card(desk.screen, rest, [&](CardPen& pen) { lay_substitution(pen, desk, line); });
    }
    region.end_at(rest.y + frame.px(kEndSpace));
}

}  // namespace xueshi::views

// One applicant in detail: conditions, what happened so far, and where there is room the opinion to write.
#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/chip.h"
#include "web/ui/filter.h"
#include "web/ui/page_header.h"
#include "web/ui/scroll_region.h"
#include "web/views/card_pen.h"
#include "web/views/desk_parts.h"
#include "web/views/special_conditions.h"
#include "web/views/special_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::DeskLine;

constexpr float kAvatar = 2.75f;
constexpr float kWhen = 5.25f;
constexpr float kLegend = 2.75f;
constexpr Message kUsualReasons[] = {Message::ReasonPapers, Message::ReasonYears, Message::ReasonSchedule};

// Two characters' worth of a name: the family name.
std::string_view initial_of(std::string_view name) {
    std::size_t end = 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
    return name.substr(0, end);
}

void lay_name(CardPen& pen, const DeskLine& line) {
    const locale::Locale& words = pen.words();
    const enrolment::Applicant& applicant = line.applicant();
    std::string about = applicant.school_name;
    add_part(words, about, person_words(words, applicant, line.teaching_years));
    const float left = pen.frame().px(kAvatar + kSpace3);
    const float top = pen.rest.y;
    if (pen.draws) {
        ui::avatar(pen.frame(), {pen.rest.x, top, pen.frame().px(kAvatar), pen.frame().px(kAvatar)}, initial_of(applicant.name));
    }
    pen.rest.x += left;
    pen.rest.width -= left;
    pen.paragraph(applicant.name, {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    pen.paragraph(about, {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2});
    pen.rest.x -= left;
    pen.rest.width += left;
    pen.rest.y = std::max(pen.rest.y, top + pen.frame().px(kAvatar));
    pen.take(kSpace4);
}

// A date at the left, what happened at the right, who and why below.
void lay_event(CardPen& pen, std::string_view when, std::string_view what, std::string_view detail, bool is_due) {
    const ui::Frame& frame = pen.frame();
    if (pen.draws) {
        ui::draw_text(pen.frame(), {pen.rest.x, pen.rest.y, frame.px(kWhen), frame.px(kLineBody)}, when,
                      {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    }
    pen.rest.x += frame.px(kWhen);
    pen.rest.width -= frame.px(kWhen);
    pen.paragraph(what, {.weight = is_due ? ui::Weight::Bold : ui::Weight::Regular,
                         .colour = is_due ? frame.theme.accent : frame.theme.ink});
    if (!detail.empty()) pen.paragraph(detail, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    pen.rest.x -= frame.px(kWhen);
    pen.rest.width += frame.px(kWhen);
    pen.take(kSpace2);
}

void lay_history(CardPen& pen, const DeskLine& line) {
    const locale::Locale& words = pen.words();
    pen.paragraph(words(Message::DeskHistoryTitle),
                  {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2}, kSpace2);
    for (const app::HistoryEntry& entry : app::history_of(*line.project, *line.enrolment)) {
        std::string what(entry.stage ? stage_words(words, *entry.stage) : std::string_view{});
        add_part(words, what, history_words(words, entry));
        std::string detail = actor_words(words, entry.by);
        if (!entry.reason.empty()) add_part(words, detail, words.format(Message::Quoted, {entry.reason}));
        add_part(words, detail, words.format(Message::StepReceipt, {entry.receipt}));
        lay_event(pen, words.short_date_time(entry.at), what, detail, false);
    }
    if (!line.is_mine) return;
    const CivilDate deadline = line.project->chain.steps[line.step].deadline;
    lay_event(pen, words.short_date(date_of(pen.screen.status.now)), words(Message::WaitsForYou),
              words.format(Message::DeskDeadline, {words.date(deadline)}), true);
}

void lay_replacing(CardPen& pen, const Desk& desk, const DeskLine& line) {
    if (!line.can_be_replaced) return;
    const ui::Rect row = ui::take_top(pen.rest, ui::button_height(pen.frame()), pen.frame().px(kSpace3));
    const ui::ButtonLook look{.label = pen.words()(Message::ReplaceButton), .icon = ui::Icon::Swap};
    if (!pen.draws) return;
    if (!ui::button(pen.frame(), "replace", {row.x, row.y, ui::button_width(pen.frame(), look), row.height}, look)) return;
    desk.ui.dialog = DeskUiState::Dialog::Replacement;
    desk.ui.number.clear();
    desk.ui.dialog_reason.clear();
    pen.frame().request_frame();
}

void lay_person(CardPen& pen, const Desk& desk, const DeskLine& line) {
    lay_name(pen, line);
    lay_conditions(pen, line.project->eligibility, line.unmet);
    pen.take(kSpace3);
    lay_history(pen, line);
    lay_replacing(pen, desk, line);
}

// Reasons many write: pressing one writes it.
void draw_usual_reasons(const Desk& desk, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    float x = rest.x;
    ui::Rect row = ui::take_top(rest, frame.px(kFilterHeight), frame.px(kSpace2));
    for (const Message message : kUsualReasons) {
        const std::string_view text = desk.words()(message);
        const ui::FilterLook look{.label = text, .is_set = desk.ui.reason == text, .is_plain = true};
        const float width = ui::filter_width(frame, look);
        if (x + width > rest.right()) break;
        if (ui::filter(frame, text, {x, row.y, width, row.height}, look)) {
            desk.ui.reason = text;
            desk.ui.lacks_reason = false;
            frame.request_frame();
        }
        x += width + frame.px(kSpace2);
    }
}

// The neighbours by button and by arrow key; the keys of the decisions.
void draw_legend(const Desk& desk, ui::Rect row) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const auto step = [&](std::string_view id, Message name, ui::Icon icon, std::string_view key, int by) {
        const ui::ButtonLook look{.size = ui::ButtonSize::Small, .icon = icon, .name = words(name), .key = key};
        const float side = ui::button_height(frame, ui::ButtonSize::Small);
        const ui::Rect place = ui::left_middle(ui::take_left(row, side, frame.px(kSpace1)), side, side);
        if (ui::button(frame, id, place, look)) move_current(desk, by);
    };
    step("previous", Message::DeskPrevious, ui::Icon::ArrowUp, "ArrowUp", -1);
    step("next", Message::DeskNext, ui::Icon::ArrowDown, "ArrowDown", 1);
    ui::draw_text(frame, row, words(Message::DeskKeys),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2, .align = ui::Align::Right});
}

}  // namespace

void draw_desk_person(const Desk& desk, const DeskLine& line, const ui::Rect& rect, bool has_keys) {
    ui::Frame& frame = desk.frame();
    const ui::IdScope scope(frame, line.id().text);
    const ui::NodeScope group(frame, "person", ui::Role::Group, rect, line.applicant().name);
    ui::card(frame, rect);
    const float pad = ui::card_pad(frame);
    ui::Rect inner = ui::inset(rect, pad, pad);
    if (has_keys) {
        draw_legend(desk, ui::take_bottom(inner, frame.px(kLegend - kSpace3), frame.px(kSpace3)));
        if (line.is_mine) {
            const ui::FieldLook look = desk_reason_field(desk, true);
            const float tall = ui::field_height(frame, inner.width, look);
            ui::Rect opinion = ui::take_bottom(inner, tall + frame.px(kSpace2 + kFilterHeight), frame.px(kSpace3));
            draw_desk_reason(desk, ui::take_top(opinion, tall, frame.px(kSpace2)), look);
            draw_usual_reasons(desk, opinion);
        }
    }
    ui::ScrollRegion region(frame, "about", inner);
    CardPen pen{desk.screen, {0, 0, region.width(), frame.px(1000)}, true};
    lay_person(pen, desk, line);
    region.end_at(pen.rest.y);
}

}  // namespace xueshi::views

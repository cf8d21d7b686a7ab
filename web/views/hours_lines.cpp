// The records of the shown year: hours, how many of them count, and why not more.
#include "web/ui/card.h"
#include "web/ui/paint.h"
#include "web/ui/state_page.h"
#include "web/views/hours_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::HourLine;

constexpr float kFigure = 3.5f;
constexpr float kState = 5.5f;
constexpr float kWideRow = 34.0f;

bool is_partial(const HourLine& line) { return !(line.counted == line.record.hours); }

std::string about(const locale::Locale& words, const HourLine& line) {
    std::string text(category_words(words, line.record.category));
    add_part(words, text, source_words(words, line.record.source));
    if (line.is_make_up) add_part(words, text, words(Message::HoursMakeUpNote));
    if (line.is_on_its_way) add_part(words, text, words(Message::OnItsWay));
    return text;
}

std::string figures(const locale::Locale& words, const HourLine& line) {
    return words.format(Message::HoursOfCounted, {words.hours(line.record.hours), words.hours(line.counted)});
}

ui::StatusLook state_look(const locale::Locale& words, const HourLine& line) {
    switch (line.record.state) {
        case ledger::HourState::Verified:
            return {.text = words.hour_state(line.record.state), .meaning = ui::Meaning::Done, .icon = ui::Icon::CheckCircle};
        case ledger::HourState::Earned:
            return {.text = words.hour_state(line.record.state), .meaning = ui::Meaning::Accent, .icon = ui::Icon::Check};
        default:
            return {.text = words.hour_state(line.record.state), .meaning = ui::Meaning::Wait, .icon = ui::Icon::Clock};
    }
}

void lay_line(CardPen& pen, const HourLine& line, bool is_chosen) {
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = frame.theme.ink_2, .spoken = ui::Spoken::Decorative};
    const bool is_wide = pen.rest.width >= frame.px(kWideRow);
    ui::Rect row = pen.take(kLineBody, 0);
    if (is_wide) {
        const ui::Rect state = ui::take_right(row, frame.px(kState), frame.px(kSpace2));
        const ui::Rect counted = ui::take_right(row, frame.px(kFigure), frame.px(kSpace2));
        const ui::Rect hours = ui::take_right(row, frame.px(kFigure), frame.px(kSpace2));
        if (pen.draws) {
            ui::StatusLook look = state_look(words, line);
            look.spoken = ui::Spoken::Decorative;
            ui::status(frame, state, look);
            ui::draw_text(frame, hours, words.hours(line.record.hours),
                          {.align = ui::Align::Right, .spoken = ui::Spoken::Decorative, .is_tabular = true});
            ui::draw_text(frame, counted, words.hours(line.counted),
                          {.weight = is_partial(line) ? ui::Weight::Bold : ui::Weight::Regular,
                           .colour = is_partial(line) ? frame.theme.attn : frame.theme.ink,
                           .align = ui::Align::Right, .spoken = ui::Spoken::Decorative, .is_tabular = true});
        }
    }
    const ui::Rect mark = ui::take_left(row, frame.px(0.625f), frame.px(kSpace3));
    if (pen.draws) {
        ui::colour_mark(frame, mark, hour_colour(frame.theme, line.record.category));
        ui::draw_text(frame, row, line.record.title,
                      {.weight = is_chosen ? ui::Weight::Bold : ui::Weight::Regular, .spoken = ui::Spoken::Decorative});
    }
    const float indent = frame.px(0.625f + kSpace3);
    const auto indented = [&](auto&& lay) {
        const ui::Rect whole = pen.rest;
        ui::take_left(pen.rest, indent);
        lay();
        pen.rest = {whole.x, pen.rest.y, whole.width, pen.rest.height};
    };
    indented([&] {
        std::string text = about(words, line);
        if (!is_wide) {
            add_part(words, text, figures(words, line));
            add_part(words, text, words.hour_state(line.record.state));
        }
        pen.paragraph(text, small);
        const std::string reason = reason_words(words, line);
        if (!reason.empty()) {
            pen.remark(ui::Icon::Info, frame.theme.attn, reason,
                       {.size = ui::TextSize::Small, .colour = frame.theme.attn, .spoken = ui::Spoken::Decorative});
        }
    });
}

std::string line_name(const locale::Locale& words, const HourLine& line) {
    std::string name = line.record.title;
    add_part(words, name, about(words, line));
    add_part(words, name, figures(words, line));
    add_part(words, name, words.hour_state(line.record.state));
    add_part(words, name, reason_words(words, line));
    if (line.can_move) add_part(words, name, words(Message::AllocationChoose));
    return name;
}

void press(const HoursPage& page, const HourLine& line) {
    page.ui.clear();
    page.ui.record = line.record.id;
    page.frame().request_frame();
}

// One record, with its height worked out first.
void draw_line(const HoursPage& page, ui::Rect& rest, const HourLine& line) {
    ui::Frame& frame = page.frame();
    const ui::IdScope scope(frame, line.record.id.text);
    const bool is_chosen = page.ui.record == line.record.id;
    const float pad = frame.px(kSpace2);
    CardPen measured{page.screen, {0, 0, rest.width - 2 * pad, frame.px(100)}};
    lay_line(measured, line, is_chosen);
    const ui::Rect place = ui::take_top(rest, measured.rest.y + 2 * pad);
    const std::string name = line_name(page.words(), line);
    if (is_chosen) ui::fill(frame, place, frame.theme.accent_tint, frame.px(kRadiusControl));
    if (line.can_move) {
        const Pressable pressed = pressable(frame, "record", place, name, ui::kDraggable);
        if (frame.plane.dragged() == pressed.node && !is_chosen) press(page, line);
        if (pressed.hover > 0 && !is_chosen) ui::fill(frame, place, frame.theme.surface_hover, frame.px(kRadiusControl));
        if (pressed.is_activated) press(page, line);
    } else {
        frame.add_node(frame.id("record"), ui::Role::Text, place, {name, {}, {}});
    }
    ui::rule_horizontal(frame, place.x, place.right(), place.bottom(), frame.theme.hairline);
    CardPen drawn{page.screen, {place.x + pad, place.y + pad, place.width - 2 * pad, place.height}, true};
    lay_line(drawn, line, is_chosen);
}

// Over the figures, where they stand in columns.
void draw_headings(const HoursPage& page, ui::Rect inner) {
    ui::Frame& frame = page.frame();
    if (inner.width - 2 * frame.px(kSpace2) < frame.px(kWideRow)) return;
    const ui::TextStyle style{.size = ui::TextSize::Small, .colour = frame.theme.ink_2, .align = ui::Align::Right,
                              .spoken = ui::Spoken::Decorative};
    ui::Rect row = ui::inset(ui::take_top(inner, frame.px(kLineHead)), frame.px(kSpace2), 0);
    ui::take_right(row, frame.px(kState), frame.px(kSpace2));
    ui::draw_text(frame, ui::take_right(row, frame.px(kFigure), frame.px(kSpace2)), page.words()(Message::HoursColumnCounted), style);
    ui::draw_text(frame, ui::take_right(row, frame.px(kFigure), frame.px(kSpace2)), page.words()(Message::HoursColumnAll), style);
}

// What the year asks, what is there, and what is missing: the reasons of its result.
std::string goals_words(const locale::Locale& words, const app::HourYear& year) {
    std::string text;
    for (const app::YearGoal& goal : year.goals) {
        const std::string name(words.of(goal.name));
        const std::string counted = words.hours(goal.counted), minimum = words.hours(goal.minimum);
        const bool is_met = goal.missing().tenths == 0;
        add_part(words, text,
                 is_met ? words.format(Message::YearGoalMet, {name, counted, minimum})
                        : words.format(Message::YearGoalShort, {name, counted, minimum, words.hours(goal.missing())}));
    }
    return text;
}

float line_height_of(const HoursPage& page, float width, const HourLine& line) {
    const float pad = page.frame().px(kSpace2);
    CardPen measured{page.screen, {0, 0, width - 2 * pad, page.frame().px(100)}};
    lay_line(measured, line, false);
    return measured.rest.y + 2 * pad;
}

}  // namespace

void draw_hour_lines(const HoursPage& page, ui::Rect& rest) {
    ui::Frame& frame = page.frame();
    const locale::Locale& words = page.words();
    const float width = rest.width - 2 * ui::card_pad(frame);
    std::vector<const HourLine*> lines;
    float tall = 0;
    for (const HourLine& line : page.projection.lines) {
        if (!(line.record.allocated_year == page.shown_year())) continue;
        lines.push_back(&line);
        tall += line_height_of(page, width, line);
    }
    const app::HourYear* year = page.projection.find_year(page.shown_year());
    const std::string goals = year == nullptr ? std::string{} : goals_words(words, *year);
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = frame.theme.ink_2};
    const float head = frame.px(kLineHead + 2 * kSpace2) + ui::measure_paragraph(frame, width, goals, small);
    if (lines.empty()) tall = frame.px(kLineBody);
    const ui::IdScope scope(frame, "lines");
    ui::Rect inner = ui::card(frame, ui::take_top(rest, head + tall + 2 * ui::card_pad(frame), card_gap(frame)));
    const std::string title = words.format(
        Message::HoursRecords, {std::to_string(page.shown_year().year), std::to_string(lines.size())});
    draw_headings(page, inner);
    ui::card_head(frame, "head", inner, {.title = title});
    ui::take_top(inner, ui::draw_paragraph(frame, inner, goals, small), frame.px(kSpace2));
    ui::take_top(inner, frame.px(kSpace2));
    if (lines.empty()) {
        ui::draw_text(frame, ui::take_top(inner, frame.px(kLineBody)), words(Message::HoursNoRecords),
                      {.colour = frame.theme.ink_2});
    }
    for (const HourLine* line : lines) draw_line(page, inner, *line);
}

}  // namespace xueshi::views

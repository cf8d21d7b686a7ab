// Up to three plans side by side (address /plan?compare): the best under the draft's wishes and the next best that
// differ from it and from one another. Whatever is not in all of them is shaded. On phones one below the other.
#include <algorithm>

#include "web/ui/card.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/scroll_region.h"
#include "web/ui/state_page.h"
#include "web/views/plan_parts.h"
#include "web/views/route.h"
#include "web/views/sync_view.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::ChoiceRun;
using app::PlanChoice;

constexpr float kColumnsFrom = 44.0f;  // em of the content; below it plans stand one below the other
constexpr float kFigures = 3.5f;
constexpr float kFactRow = 1.75f;
constexpr float kSharedRow = 1.625f;
constexpr float kRunPad = 0.5f;
constexpr float kHoursColumn = 2.5f;
constexpr float kFeeColumn = 3.25f;
constexpr float kTag = 2.25f;

std::string name_of(const Screen& screen, std::size_t index) {
    if (index == 0) return std::string(screen.words(Message::CompareFirst));
    return screen.words.format(Message::CompareNext, {std::to_string(index)});
}

// Draws from the top of `rest` and cuts off what it took; only measures when it does not draw.
struct Pen {
    const PlanScreen& view;
    ui::Rect rest;
    bool draws = false;

    ui::Frame& frame() const { return view.screen.frame; }
    const locale::Locale& words() const { return view.screen.words; }
    ui::Rect take(float em, float gap_em = 0) { return ui::take_top(rest, frame().px(em), frame().px(gap_em)); }
};

void lay_head(Pen& pen, const PlanChoice& choice, std::size_t index) {
    ui::Rect row = pen.take(kLineHead, kSpace2);
    if (!pen.draws) return;
    ui::Frame& frame = pen.frame();
    if (choice.is_draft()) {
        ui::ChipLook chip{.text = pen.words()(Message::CompareIsDraft), .meaning = ui::Meaning::Done, .align = ui::Align::Right};
        ui::take_right(row, ui::chip(frame, row, chip), frame.px(kSpace2));
    }
    ui::draw_text(
        frame,
        row,
        name_of(pen.view.screen, index),
        {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
}

void lay_figures(Pen& pen, const app::PlanFigures& figures) {
    const ui::Rect row = pen.take(kFigures, kSpace3);
    if (!pen.draws) return;
    draw_plan_figures(pen.view.screen, row, figures);
}

void lay_fact(Pen& pen, std::string_view name, std::string_view value) {
    const ui::Rect row = pen.take(kFactRow);
    if (!pen.draws) return;
    ui::Frame& frame = pen.frame();
    ui::draw_text(frame, row, name, {.colour = frame.theme.ink_2});
    ui::draw_text(frame, row, value, {.align = ui::Align::Right, .is_tabular = true});
}

void lay_facts(Pen& pen, const PlanChoice& choice) {
    const locale::Locale& words = pen.words();
    for (const PlanChoice::Counted& each : choice.counted) {
        const std::string needed = words.format(Message::SlashNeeded, {words.hours(each.minimum)});
        lay_fact(pen, words.of(each.name), words.hours(each.hours) + needed);
    }
    const std::string sessions = words.format(Message::CompareSessionCount, {std::to_string(choice.sessions)});
    lay_fact(pen,
             words(Message::CompareSessions),
             choice.sessions == 0 ? words(Message::CompareNoSessions) : std::string_view(sessions));
}

// The tag, pin and figures of a row; cuts them off `row`.
void draw_run_marks(Pen& pen, ui::Rect& row, const ChoiceRun& run) {
    ui::Frame& frame = pen.frame();
    const ui::TextStyle figure{.size = ui::TextSize::Small,
                               .colour = frame.theme.ink_2,
                               .align = ui::Align::Right,
                               .is_tabular = true};
    ui::draw_text(frame, ui::take_right(row, frame.px(kFeeColumn)), pen.words().price(run.fee_fen), figure);
    ui::draw_text(
        frame, ui::take_right(row, frame.px(kHoursColumn), frame.px(kSpace2)), pen.words().hours(run.hours), figure);
    const ui::Rect tag = ui::take_left(row, frame.px(kTag), frame.px(kSpace2));
    ui::draw_text(frame,
                  tag,
                  run.theme,
                  {.size = ui::TextSize::Small,
                   .colour = run.is_in_all ? frame.theme.ink_2 : frame.theme.accent,
                   .align = ui::Align::Centre});
    if (!run.is_pinned) return;
    const ui::Rect pin = ui::take_right(row, frame.px(kIconStatus), frame.px(kSpace1));
    ui::draw_icon(frame, pin, ui::Icon::Pin, frame.px(kIconStatus), frame.theme.accent);
}

void lay_shared_run(Pen& pen, const ChoiceRun& run) {
    ui::Rect row = pen.take(kSharedRow);
    if (!pen.draws) return;
    row = ui::inset(row, pen.frame().px(kRunPad), 0);
    draw_run_marks(pen, row, run);
    ui::draw_text(pen.frame(),
                  row,
                  run.title,
                  {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2, .hangs_opening = true});
}

// Two lines for the title and one for the time: what differs may be no more than that.
void lay_differing_run(Pen& pen, const ChoiceRun& run) {
    ui::Frame& frame = pen.frame();
    const ui::TextStyle title{.hangs_opening = true, .max_lines = 2, .line_height_em = kRowLine1};
    const float marks = 2 * kRunPad + kTag + kHoursColumn + kFeeColumn + 2 * kSpace2 +
                        (run.is_pinned ? kIconStatus + kSpace1 : 0);
    const float room = pen.rest.width - frame.px(marks);
    const float text = ui::measure_paragraph(frame, room, run.title, title) + frame.px(kLineSmall);
    ui::Rect row = ui::take_top(pen.rest, text + frame.px(2 * kRunPad), frame.px(kSpace1));
    if (!pen.draws) return;
    ui::fill(frame, row, frame.theme.accent_tint, frame.px(kRadiusChip));
    if (frame.theme.outlines_tints)
        ui::outline(frame, row, frame.theme.control, frame.px(kStrokeHair), frame.px(kRadiusChip));
    row = ui::inset(row, frame.px(kRunPad));
    draw_run_marks(pen, row, run);
    ui::take_top(row, ui::draw_paragraph(frame, row, run.title, title));
    const std::string when = pen.words().when(run.opens, run.closes, run.sessions);
    ui::draw_text(frame, row, when, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

// What differs, course by course; what is the same in all is counted, and named where there is room.
void lay_runs(Pen& pen, const PlanChoice& choice, bool names_shared) {
    std::size_t shared = 0;
    for (const ChoiceRun& run : choice.runs) {
        if (run.is_in_all) {
            ++shared;
        } else {
            lay_differing_run(pen, run);
        }
    }
    if (shared == 0) return;
    const ui::Rect line = pen.take(kFactRow);
    if (pen.draws) {
        ui::draw_text(pen.frame(),
                      line,
                      pen.words().format(Message::CompareShared, {std::to_string(shared)}),
                      {.size = ui::TextSize::Small, .colour = pen.frame().theme.ink_2});
    }
    if (!names_shared) return;
    for (const ChoiceRun& run : choice.runs) {
        if (run.is_in_all) lay_shared_run(pen, run);
    }
}

void lay_choice(Pen& pen, std::size_t index, bool is_column) {
    const PlanChoice& choice = pen.view.plan.choices.compared[index];
    ui::Frame& frame = pen.frame();
    lay_head(pen, choice, index);
    lay_figures(pen, choice.figures);
    const ui::Rect button = ui::take_top(pen.rest, ui::button_height(frame), frame.px(kSpace4));
    if (pen.draws) {
        const std::string name = pen.words().format(Message::CompareTakeNamed, {name_of(pen.view.screen, index)});
        const ui::ButtonLook look{.label = pen.words()(Message::CompareTake),
                                  .kind = index == 0 ? ui::ButtonKind::Primary : ui::ButtonKind::Secondary,
                                  .is_disabled = choice.is_draft() || pen.view.plan.choices.is_outdated,
                                  .name = name,
                                  .description = choice.is_draft() ? pen.words()(Message::CompareIsDraft)
                                                                   : std::string_view{}};
        if (ui::button(frame, "take", button, look)) {
            take_choice(pen.view, choice);
            pen.view.screen.actions.put(GoBack{});
        }
    }
    lay_facts(pen, choice);
    pen.take(kSpace3);
    lay_runs(pen, choice, is_column);
}

void draw_choices(const PlanScreen& view, ui::Rect& rest) {
    ui::Frame& frame = view.screen.frame;
    const std::size_t count = view.plan.choices.compared.size();
    const bool is_wide = rest.width >= frame.px(kColumnsFrom);
    const float pad = ui::card_pad(frame);
    const int columns = is_wide ? std::max(2, static_cast<int>(count)) : 1;
    const auto column_width = ui::column_of(rest, 0, columns, frame.px(kGapCardsX)).width;
    const auto height_of = [&](std::size_t index) {
        Pen pen{view, {0, 0, column_width - 2 * pad, frame.px(400)}};
        lay_choice(pen, index, is_wide);
        return pen.rest.y + 2 * pad;
    };
    float tallest = 0;
    for (std::size_t i = 0; i < count; ++i) tallest = std::max(tallest, height_of(i));
    const ui::Rect row = rest;
    for (std::size_t i = 0; i < count; ++i) {
        const ui::IdScope scope(frame, static_cast<std::uint64_t>(i));
        const ui::NodeScope group(frame, "choice", ui::Role::List, row, name_of(view.screen, i));
        ui::Rect place = is_wide ? ui::column_of(row, static_cast<int>(i), columns, frame.px(kGapCardsX))
                                 : ui::take_top(rest, height_of(i), card_gap(frame));
        if (is_wide) place.height = tallest;
        Pen pen{view, ui::card(frame, place, i == 0 ? ui::CardKind::Best : ui::CardKind::Plain), true};
        lay_choice(pen, i, is_wide);
    }
    if (is_wide) ui::take_top(rest, tallest, card_gap(frame));
}

Message note_of(const app::PlanProjection& plan) {
    if (plan.edited.empty()) return Message::CompareEmpty;
    if (plan.choices.is_outdated) return Message::ProposalOutdated;
    if (plan.trouble) return Message::CompareNothing;
    if (plan.choices.compared.size() > 1) return Message::CompareNote;
    return plan.choices.is_searching ? Message::CompareSearching : Message::CompareOnly;
}

}  // namespace

void draw_comparison(const PlanScreen& view) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::PageHeader header = ui::page_header(frame,
                                                  page.header,
                                                  {.title = screen.words(Message::CompareTitle),
                                                   .note = screen.sample_chip(),
                                                   .back_name = screen.words(Message::CompareBack)});
    if (header.wants_back) screen.actions.put(OpenRoute{std::string(kPlanRoute), false});
    ui::ScrollRegion region(frame, "comparison", page.content);
    ui::Rect rest{0, 0, region.width(), frame.px(600)};
    draw_device_note(screen, rest, true);
    const ui::TextStyle note{.colour = frame.theme.ink_2};
    ui::take_top(rest, ui::draw_paragraph(frame, rest, screen.words(note_of(view.plan)), note), card_gap(frame));
    if (!view.plan.trouble) draw_choices(view, rest);
    region.end_at(rest.y - card_gap(frame) + frame.px(kEndSpace));
}

}  // namespace xueshi::views

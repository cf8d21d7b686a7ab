// The plan's runs by category, what is submitted already, and the empty plan.
#include <algorithm>

#include "web/ui/card.h"
#include "web/ui/list_row.h"
#include "web/ui/state_page.h"
#include "web/views/plan_parts.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::PlannedRun;

constexpr float kWideFrom = 40.0f;  // em of the card's inside; below it rows have two lines
constexpr float kGroupHead = 2.25f;
constexpr float kWideRow = 2.5f;
constexpr float kNarrowPad = 0.75f;  // above and below the lines
constexpr float kTagGap = 0.1875f;   // between title and tag
constexpr float kNote = 1.25f;
constexpr float kMenuColumn = 2.5f;
constexpr float kFeeColumn = 4.0f;
constexpr float kFeeNarrow = 3.25f;
constexpr int kTitleLines = 2;
constexpr float kHoursColumn = 3.5f;
constexpr float kTimeColumn = 7.0f;

bool is_wide(const ui::Frame& frame, float width) { return width >= frame.px(kWideFrom); }

bool has_note(const PlannedRun& run) {
    return run.trouble != app::RunTrouble::None || run.is_contested;
}

ui::TextStyle title_style(const ui::Frame& frame, const PlannedRun& run) {
    const bool is_out = run.trouble == app::RunTrouble::NotInCatalogue;
    return {.colour = is_out ? frame.theme.ink_2 : frame.theme.ink,
            .spoken = is_out ? ui::Spoken::Text : ui::Spoken::Decorative,
            .hangs_opening = true,
            .max_lines = kTitleLines,
            .line_height_em = kRowLine1};
}

// Titles of narrow rows may take two lines: the names of courses are long.
float title_height(const ui::Frame& frame, const PlannedRun& run, float width) {
    const float room = width - frame.px(kMenuColumn + kFeeNarrow + kSpace2);
    return ui::measure_paragraph(frame, room, run.title, title_style(frame, run));
}

float row_height(const ui::Frame& frame, const PlannedRun& run, float width) {
    const float note = has_note(run) ? frame.px(kNote) : 0;
    if (is_wide(frame, width)) return frame.px(kWideRow) + note;
    return title_height(frame, run, width) + frame.px(kTagGap + kLineSmall + 2 * kNarrowPad) + note;
}

std::string trouble_words(const PlanScreen& view, const PlannedRun& run) {
    const std::string date = view.plan.selection_opens
                                 ? view.screen.words.date(*view.plan.selection_opens)
                                 : std::string();
    return view.screen.words.trouble(run.trouble, run.other_title, date);
}

// Right-hand columns, cut from the right so that every row of the card lines up.
struct Columns {
    ui::Rect menu, fee, hours, time, rest;
};
// `time_em`: what the time of a run needs at most in this card.
Columns columns_of(const ui::Frame& frame, const ui::Rect& row, bool wide, float time_em) {
    Columns columns;
    columns.rest = row;
    columns.menu = ui::take_right(columns.rest, frame.px(kMenuColumn));
    if (wide) {
        columns.fee = ui::take_right(columns.rest, frame.px(kFeeColumn));
        columns.hours = ui::take_right(columns.rest, frame.px(kHoursColumn), frame.px(kSpace4));
        columns.time = ui::take_right(columns.rest, frame.px(time_em), frame.px(kSpace3));
    } else {
        columns.fee = ui::take_right(columns.rest, frame.px(kFeeNarrow), frame.px(kSpace2));
        columns.hours = columns.fee;
    }
    return columns;
}

void draw_figure(const Screen& screen,
                 const ui::Rect& cell,
                 std::string_view text,
                 bool is_bold,
                 bool is_quiet) {
    ui::draw_text(screen.frame,
                  cell,
                  text,
                  {.weight = is_bold ? ui::Weight::Bold : ui::Weight::Regular,
                   .colour = is_quiet ? screen.frame.theme.ink_2 : screen.frame.theme.ink,
                   .align = ui::Align::Right,
                   .is_tabular = true});
}

void draw_group_head(const PlanScreen& view,
                     const ui::Rect& row,
                     const app::PlanGroup& group,
                     bool wide,
                     float time_em) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const Columns columns = columns_of(frame, row, wide, time_em);
    ui::Rect rest = columns.rest;
    if (wide) rest.width = columns.time.right() - rest.x;
    ui::colour_mark(frame,
                    ui::take_left(rest, frame.px(0.625f), frame.px(kSpace2)),
                    group_colour(frame.theme, group.kind));
    const std::string_view name = words.group(group.kind);
    const float width = ui::draw_text(
        frame, rest, name, {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    ui::take_left(rest, width, frame.px(kSpace2));
    std::string note = words.courses(group.runs.size());
    if (!wide) {
        (note += words(Message::Separator)) += words.price(group.fee_fen);
        // What does not fit is left out rather than cut.
        const auto fits = [&] {
            return ui::measure_text(frame, note, ui::TextSize::Small) <= rest.width;
        };
        if (!fits()) note = words.price(group.fee_fen);
        if (!fits()) note.clear();
    } else if (group.kind == app::PlanGroupKind::ItProgramme) {
        (note += words(Message::Separator)) += words(Message::GroupItNote);
    }
    ui::draw_text(frame, rest, note, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    draw_figure(screen, columns.hours, words.hours(group.hours), true, false);
    if (wide) draw_figure(screen, columns.fee, words.money(group.fee_fen), false, true);
}

// The link over a row to its course.
void draw_row_link(const Screen& screen, const ui::Rect& rect, const PlannedRun& run) {
    ui::Frame& frame = screen.frame;
    const ui::NodeId node = frame.id("open");
    const ui::Interaction state = frame.interact(node);
    frame.add_node(node, ui::Role::Link, rect, {run.title, route_of_run(run.id), {}});
    if (state.hover > 0)
        ui::fill(
            frame, rect, ui::faded(frame.theme.surface_hover, state.hover), frame.px(kRadiusChip));
    frame.show_focus(node, rect, frame.px(kRadiusChip));
}

float time_width(const Screen& screen, const PlannedRun& run) {
    const std::string when = screen.words.when(run.opens, run.closes, run.sessions);
    return screen.frame.px(kIconStatus + kSpace1) +
           ui::measure_text(screen.frame, when, ui::TextSize::Small);
}

// Delivery and time, small, with an icon.
float draw_time(const Screen& screen, ui::Rect rect, const PlannedRun& run) {
    ui::Frame& frame = screen.frame;
    const std::string when = screen.words.when(run.opens, run.closes, run.sessions);
    const ui::Rect icon = ui::take_left(rect, frame.px(kIconStatus), frame.px(kSpace1));
    ui::draw_icon(
        frame, icon, delivery_icon(run.delivery), frame.px(kIconStatus), frame.theme.ink_2);
    return frame.px(kIconStatus + kSpace1) +
           ui::draw_text(
               frame, rect, when, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

// 已固定, 已提交, 已记录: what keeps the run where it is; no text for a free run.
ui::StatusLook hold_look(const Screen& screen, const PlannedRun& run, ui::Align align) {
    ui::StatusLook look{.text = {}, .meaning = ui::Meaning::Accent, .align = align};
    if (run.hold == app::RunHold::Selected) {
        look.text = screen.words(Message::PlanRunHeld);
        look.icon = ui::Icon::CheckCircle;
    } else if (run.hold == app::RunHold::Recorded) {
        look.text = screen.words(Message::PlanRunRecorded);
        look.icon = ui::Icon::Document;
    } else if (run.is_pinned) {
        look.text = screen.words(Message::PlanPinned);
        look.icon = ui::Icon::Pin;
    }
    return look;
}

// Answers the width.
float draw_hold(const Screen& screen,
                const ui::Rect& rect,
                const PlannedRun& run,
                ui::Align align) {
    const ui::StatusLook look = hold_look(screen, run, align);
    return look.text.empty() ? 0 : ui::status(screen.frame, rect, look);
}

void draw_run_tools(const PlanScreen& view, const ui::Rect& column, const PlannedRun& run) {
    if (run.hold != app::RunHold::Draft) return;
    ui::Frame& frame = view.screen.frame;
    const float side = frame.px(kButtonHeightSmall);
    const ui::Rect place = ui::right_middle(column, side, side);
    const bool is_open = view.ui.menu == PlanMenu::Run && view.ui.menu_run == run.id;
    if (ui::button(frame,
                   "menu",
                   place,
                   {.kind = ui::ButtonKind::Quiet,
                    .icon = ui::Icon::Dots,
                    .has_popup = true,
                    .is_expanded = is_open,
                    .name = view.screen.words.format(Message::PlanRunMenu, {run.title})})) {
        view.ui.menu_run = run.id;
        open_menu(view, PlanMenu::Run, place);
    }
}

// One line: tag, title, what holds it, time, hours, fee.
void draw_wide_run(const PlanScreen& view, const Columns& columns, const PlannedRun& run) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    ui::Rect rest = columns.rest;
    // Without a theme the place stays empty, so that titles line up.
    const ui::Rect tag = ui::take_left(rest, frame.px(2.25f), frame.px(kSpace2));
    if (!run.theme.empty()) ui::code_tag(frame, tag, run.theme, 2.25f);
    const float hold = draw_hold(screen, rest, run, ui::Align::Right);
    if (hold > 0) ui::take_right(rest, hold, frame.px(kSpace3));
    ui::draw_text(frame, rest, run.title, title_style(frame, run));
    if (run.trouble == app::RunTrouble::NotInCatalogue) return;
    draw_time(screen, columns.time, run);
    draw_figure(screen, columns.hours, screen.words.hours(run.hours), false, false);
    draw_figure(screen, columns.fee, screen.words.price(run.fee_fen), false, true);
}

// Title over tag, time and hold; hours over the fee.
void draw_narrow_run(const PlanScreen& view, const Columns& columns, const PlannedRun& run) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    ui::Rect rest = columns.rest;
    ui::take_top(rest, frame.px(kNarrowPad));
    rest.y += ui::draw_paragraph(frame, rest, run.title, title_style(frame, run));
    if (run.trouble == app::RunTrouble::NotInCatalogue) return;
    ui::take_top(rest, frame.px(kTagGap));
    ui::Rect line = ui::take_top(rest, frame.px(kLineSmall));
    // What does not fit beside it gives way: first the theme, then the time.
    const ui::StatusLook hold = hold_look(screen, run, ui::Align::Left);
    const float hold_width =
        hold.text.empty() ? 0 : ui::status_width(frame, hold) + frame.px(kSpace3);
    const float time = time_width(screen, run);
    const float tag = ui::measure_text(frame, run.theme, ui::TextSize::Small) + frame.px(1.0f);
    if (!run.theme.empty() && (hold_width == 0 || tag + time + hold_width <= line.width))
        ui::take_left(line, ui::code_tag(frame, line, run.theme), frame.px(kSpace2));
    if (hold_width == 0 || time + hold_width <= line.width)
        ui::take_left(line, draw_time(screen, line, run), frame.px(kSpace3));
    if (hold_width > 0) ui::status(frame, line, hold);
    ui::Rect figures = columns.fee;
    ui::take_top(figures, frame.px(kNarrowPad));
    draw_figure(screen,
                ui::take_top(figures, frame.px(kRowLine1)),
                screen.words.hours(run.hours),
                false,
                false);
    ui::draw_text(frame,
                  ui::take_top(figures, frame.px(kLineSmall)),
                  screen.words.price(run.fee_fen),
                  {.size = ui::TextSize::Small,
                   .colour = frame.theme.ink_2,
                   .align = ui::Align::Right,
                   .is_tabular = true});
}

void draw_run(const PlanScreen& view,
              const ui::Rect& rect,
              const PlannedRun& run,
              bool wide,
              float time_em,
              bool is_last) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, run.id.text);
    ui::Rect whole = rect;
    ui::Rect note =
        has_note(run) ? ui::take_bottom(whole, frame.px(kNote + kSpace1 / 2)) : ui::Rect{};
    const Columns columns = columns_of(frame, whole, wide, time_em);
    if (run.trouble != app::RunTrouble::NotInCatalogue) {
        draw_row_link(
            screen, {rect.x, rect.y, rect.width - frame.px(kMenuColumn), rect.height - 1}, run);
    }
    if (!is_last) {
        ui::rule_horizontal(frame,
                            rect.x,
                            rect.right(),
                            rect.bottom() - frame.px(kStrokeHair),
                            frame.theme.hairline);
    }
    wide ? draw_wide_run(view, columns, run) : draw_narrow_run(view, columns, run);
    draw_run_tools(view, columns.menu, run);
    if (!has_note(run)) return;
    if (wide) ui::take_left(note, frame.px(2.75f));
    note.height = frame.px(kLineSmall - 0.125f);
    if (!wide) note.y -= frame.px(kNarrowPad / 2);
    if (run.is_contested) {
        const float width = ui::status(frame,
                                       note,
                                       {.text = screen.words(Message::DisagreementChip),
                                        .meaning = ui::Meaning::Attention});
        ui::take_left(note, width, frame.px(kSpace3));
    }
    if (run.trouble == app::RunTrouble::None) return;
    ui::status(frame, note, {.text = trouble_words(view, run), .meaning = ui::Meaning::Attention});
}

}  // namespace

ui::Colour group_colour(const ui::Theme& theme, app::PlanGroupKind group) {
    switch (group) {
        case app::PlanGroupKind::Public:
            return theme.cat_public;
        case app::PlanGroupKind::Elective:
            return theme.cat_elect;
        default:
            return theme.cat_pro;
    }
}

void draw_groups_card(const PlanScreen& view, ui::Rect& rest) {
    ui::Frame& frame = view.screen.frame;
    const ui::IdScope scope(frame, "groups");
    const float pad = ui::card_pad(frame);
    const float inner_width = rest.width - 2 * pad;
    const bool wide = is_wide(frame, inner_width);
    float height = pad + frame.px(kSpace2);
    float time_em = kTimeColumn;
    for (const app::PlanGroup& group : view.plan.groups) {
        height += frame.px(kGroupHead + kSpace2);
        for (const PlannedRun& run : group.runs) {
            height += row_height(frame, run, inner_width);
            time_em = std::max(time_em, time_width(view.screen, run) / frame.em + 0.125f);
        }
    }
    const ui::Rect place = ui::take_top(rest, height, card_gap(frame));
    ui::card(frame, place);
    ui::Rect inner = ui::inset(place, pad, pad / 2);
    for (const app::PlanGroup& group : view.plan.groups) {
        const ui::IdScope of_group(frame, static_cast<std::uint64_t>(group.kind));
        draw_group_head(view, ui::take_top(inner, frame.px(kGroupHead)), group, wide, time_em);
        for (const PlannedRun& run : group.runs) {
            const ui::Rect row = ui::take_top(inner, row_height(frame, run, inner_width));
            draw_run(view, row, run, wide, time_em, &run == &group.runs.back());
        }
        ui::take_top(inner, frame.px(kSpace2));
    }
}

void draw_empty_plan(const PlanScreen& view, ui::Rect& rest) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const auto total =
        std::find_if(view.plan.requirements.begin(),
                     view.plan.requirements.end(),
                     [](const app::RequirementRow& row) { return row.id == "total"; });
    const std::string needed =
        total == view.plan.requirements.end() ? std::string() : words.hours(total->minimum);
    const std::string text = words.format(Message::PlanEmptyText, {needed});
    const std::string safe =
        words.format(Message::PlanEmptySafe, {words.hours(view.plan.credited_hours)});
    const ui::Rect place =
        ui::take_top(rest, frame.px(frame.is_phone() ? 21.0f : 18.5f), card_gap(frame));
    const bool offers_here = !frame.is_phone();  // there it stands in the bar below
    const auto action = ui::state_page(
        frame,
        "empty",
        place,
        {.drawing = ui::Drawing::Empty,
         .title = words(Message::PlanEmptyTitle),
         .text = text,
         .safe = view.plan.credited_hours.tenths > 0 ? std::string_view(safe) : std::string_view{},
         .primary = offers_here ? words(Message::PlanComplete) : std::string_view{},
         .secondary = words(Message::PlanPick)});
    if (action == ui::StatePageAction::Primary) complete(view);
    if (action == ui::StatePageAction::Secondary) {
        screen.actions.put(OpenRoute{std::string(kCatalogueRoute), false});
    }
}

}  // namespace xueshi::views

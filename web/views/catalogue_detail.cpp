// One run in detail: what it is, when, what it costs, and what it changes in the draft.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/scroll_region.h"
#include "web/ui/state_page.h"
#include "web/views/catalogue_parts.h"
#include "web/views/route.h"
#include "web/views/sync_view.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::RunDetail;
using catalogue::CourseRun;

constexpr float kFootHeight = 4.0f;
constexpr float kFactHeight = kLineSmall + kLineBody + kSpace2;
constexpr float kChangeRow = 1.875f;

void draw_tags(const Screen& screen, ui::Rect row, const CourseRun& run) {
    ui::Frame& frame = screen.frame;
    if (!run.theme.empty())
        ui::take_left(row, ui::code_tag(frame, row, run.theme), frame.px(0.375f));
    ui::chip(frame, row, {.text = screen.words.kind(catalogue::kind_of(run))});
}

std::string audience_of(const Screen& screen, const CourseRun& run) {
    const locale::Locale& words = screen.words;
    std::string text;
    const auto add = [&](std::string_view word) {
        if (!text.empty()) text += words(Message::ListSeparator);
        text += word;
    };
    if (run.stages.empty()) add(words(Message::EveryStage));
    for (const SchoolStage stage : run.stages) add(words.stage(stage));
    if (run.subjects.empty()) add(words(Message::EverySubject));
    for (const std::string& subject : run.subjects) add(words.subject(subject));
    return text;
}

void draw_fact(const Screen& screen, ui::Rect cell, Message label, std::string_view value) {
    ui::Frame& frame = screen.frame;
    ui::draw_text(frame,
                  ui::take_top(cell, frame.px(kLineSmall)),
                  screen.words(label),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    ui::draw_text(frame, ui::take_top(cell, frame.px(kLineBody)), value);
}

// A label over text that may need several lines.
void draw_long_fact(const Screen& screen, ui::Rect& rest, Message label, std::string_view value) {
    ui::Frame& frame = screen.frame;
    ui::draw_text(frame,
                  ui::take_top(rest, frame.px(kLineSmall)),
                  screen.words(label),
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    rest.y += ui::draw_paragraph(frame, rest, value) + frame.px(kSpace2);
}

void draw_facts(const Screen& screen, const CourseRun& run, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const auto pair =
        [&](Message one, std::string_view first, Message two, std::string_view second) {
            const ui::Rect row = ui::take_top(rest, frame.px(kFactHeight));
            draw_fact(screen, ui::column_of(row, 0, 2, frame.px(kSpace4)), one, first);
            draw_fact(screen, ui::column_of(row, 1, 2, frame.px(kSpace4)), two, second);
        };
    pair(
        Message::DetailHours, words.hours(run.hours), Message::DetailFee, words.price(run.fee_fen));
    pair(Message::DetailDelivery,
         words.delivery(run.delivery),
         Message::DetailTime,
         words.short_range(run.opens, run.closes));
    draw_long_fact(screen, rest, Message::DetailProvider, run.provider);
    draw_long_fact(screen, rest, Message::DetailFor, audience_of(screen, run));
    if (run.sessions.empty()) return;
    std::string sessions;
    for (const catalogue::Session& session : run.sessions) {
        if (!sessions.empty()) sessions += '\n';
        sessions += words.session(session);
    }
    draw_long_fact(screen, rest, Message::DetailSessions, sessions);
}

struct ChangeRow {
    std::string_view name;
    std::string before, after, state;
    bool is_good = true;
};

// Widths of the columns behind the name, CSS px: what the widest of the rows needs.
struct ChangeColumns {
    float figure = 0, state = 0;
};
ChangeColumns columns_of(const ui::Frame& frame, std::span<const ChangeRow> rows) {
    ChangeColumns columns{0, frame.px(3.75f)};
    for (const ChangeRow& row : rows) {
        for (const std::string* figure : {&row.before, &row.after}) {
            columns.figure = std::max(
                columns.figure,
                ui::measure_text(frame, *figure, ui::TextSize::Body, ui::Weight::Bold) + 1);
        }
        columns.state =
            std::max(columns.state, ui::measure_text(frame, row.state, ui::TextSize::Small) + 1);
    }
    return columns;
}

void draw_change(const Screen& screen,
                 ui::Rect& rest,
                 const ChangeRow& change,
                 const ChangeColumns& columns) {
    ui::Frame& frame = screen.frame;
    ui::Rect row = ui::take_top(rest, frame.px(kChangeRow));
    const std::string spoken = screen.words.format(
        Message::DetailChange, {change.name, change.before, change.after, change.state});
    frame.add_node(frame.next_id(), ui::Role::Text, row, {spoken, {}, {}});
    const ui::Rect state = ui::take_right(row, columns.state, frame.px(kSpace1));
    const ui::Rect after = ui::take_right(row, columns.figure, frame.px(kSpace1));
    const ui::Rect arrow = ui::take_right(row, frame.px(kIconChip), frame.px(kSpace1));
    const ui::Rect before = ui::take_right(row, columns.figure, frame.px(kSpace1));
    const auto plain = ui::Spoken::Decorative;
    ui::draw_text(frame, row, change.name, {.colour = frame.theme.ink_2, .spoken = plain});
    ui::draw_text(frame,
                  before,
                  change.before,
                  {.colour = frame.theme.ink_2,
                   .align = ui::Align::Right,
                   .spoken = plain,
                   .is_tabular = true});
    ui::draw_icon(frame, arrow, ui::Icon::ChevronRight, frame.px(kIconChip), frame.theme.ink_3);
    ui::draw_text(frame,
                  after,
                  change.after,
                  {.weight = ui::Weight::Bold,
                   .align = ui::Align::Right,
                   .spoken = plain,
                   .is_tabular = true});
    ui::draw_text(frame,
                  state,
                  change.state,
                  {.size = ui::TextSize::Small,
                   .colour = change.is_good ? frame.theme.done : frame.theme.attn,
                   .align = ui::Align::Right,
                   .spoken = plain});
}

void draw_changes(const Screen& screen, const RunDetail& detail, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    if (detail.changes.empty()) return;
    ui::card_rule(frame, rest, kSpace3);
    ui::draw_text(frame,
                  ui::take_top(rest, frame.px(kLineBody), frame.px(kSpace1)),
                  words(Message::DetailAfter),
                  {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    std::vector<ChangeRow> rows;
    for (const app::RequirementChange& change : detail.changes) {
        rows.push_back({.name = words.of(change.name),
                        .before = words.hours(change.before),
                        .after = words.hours(change.after),
                        .state = change.is_met()
                                     ? std::string(words(Message::DetailAfterEnough))
                                     : words.format(Message::DetailAfterMissing,
                                                    {words.hours(change.minimum - change.after)}),
                        .is_good = change.is_met()});
    }
    ChangeRow& fee = rows.emplace_back();
    fee.name = words(Message::DetailFeeRow);
    fee.before = words.money(detail.fee_before_fen);
    fee.after = words.money(detail.fee_after_fen);
    if (detail.max_fee_fen) {
        fee.is_good = detail.fee_after_fen <= *detail.max_fee_fen;
        fee.state = words.format(fee.is_good ? Message::DetailFeeWithin : Message::DetailFeeOver,
                                 {words.money(*detail.max_fee_fen)});
    }
    const ChangeColumns columns = columns_of(frame, rows);
    for (const ChangeRow& row : rows) draw_change(screen, rest, row, columns);
    for (const app::RequirementChange& change : detail.changes) {
        const std::string source = words.format(Message::BasedOn, {words.of(change.source)});
        ui::take_top(rest, frame.px(kSpace1));
        rest.y += ui::draw_paragraph(
            frame, rest, source, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    }
}

// Why it cannot be put in, or that it need not be.
void draw_reason(const Screen& screen, const RunDetail& detail, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const std::string reason = screen.words.fit_reason(detail.fit, detail.rival_title);
    const bool is_offer = detail.fit == app::RunFit::Fits;
    if (is_offer && !detail.is_needless) return;
    if (detail.fit == app::RunFit::InPlan) return;
    const FitLook look = look_of(detail.fit);
    ui::take_top(rest, frame.px(kSpace3));
    rest.y += ui::explanation(
        frame,
        rest,
        {.icon = is_offer                                 ? ui::Icon::Info
                 : look.meaning == ui::Meaning::Attention ? ui::Icon::Triangle
                                                          : ui::Icon::Info,
         .meaning =
             look.meaning == ui::Meaning::Attention ? ui::Meaning::Attention : ui::Meaning::Accent,
         .title = is_offer ? screen.words(Message::DetailNeedless) : std::string_view(reason)});
}

void draw_body(const CatalogueScreen& view, const RunDetail& detail, ui::Rect& rest) {
    ui::Frame& frame = view.screen.frame;
    rest.y += ui::draw_paragraph(frame,
                                 rest,
                                 detail.run.title,
                                 {.size = ui::TextSize::Head,
                                  .weight = ui::Weight::Bold,
                                  .spoken = ui::Spoken::Heading2,
                                  .hangs_opening = true,
                                  .keeps_two = true});
    if (!detail.run.summary.empty()) {
        ui::take_top(rest, frame.px(kSpace1));
        rest.y +=
            ui::draw_paragraph(frame, rest, detail.run.summary, {.colour = frame.theme.ink_2});
    }
    ui::take_top(rest, frame.px(kSpace3));
    draw_facts(view.screen, detail.run, rest);
    if (view.catalogue.has_duty) {
        draw_reason(view.screen, detail, rest);
        draw_changes(view.screen, detail, rest);
    }
}

bool has_actions(const CatalogueScreen& view, const RunDetail& detail) {
    if (!view.catalogue.has_duty) return false;
    // What does not fit for the moment may be wanted all the same: the plan then tells the trouble.
    switch (detail.fit) {
        case app::RunFit::Held:
        case app::RunFit::NeedsSignUp:
        case app::RunFit::OrganiserPlaces:
        case app::RunFit::NotForTeacher:
        case app::RunFit::Over:
        case app::RunFit::CourseInPlan:
            return false;
        default:
            return true;
    }
}

void draw_actions(const CatalogueScreen& view, ui::Rect row, const RunDetail& detail) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const bool is_in_plan = detail.fit == app::RunFit::InPlan;
    if (is_in_plan) {
        const ui::Rect left = ui::column_of(row, 0, 2, frame.px(kSpace2));
        const ui::Rect right = ui::column_of(row, 1, 2, frame.px(kSpace2));
        if (ui::button(frame,
                       "pin",
                       left,
                       {.label = screen.words(detail.is_pinned ? Message::DetailUnpin
                                                               : Message::DetailPin),
                        .icon = ui::Icon::Pin})) {
            screen.actions.put(app::Command{plan::MarkCourseRun{
                {},
                detail.run.id,
                detail.is_pinned ? plan::PlanMark::Chosen : plan::PlanMark::Pinned}});
        }
        if (ui::button(frame, "remove", right, {.label = screen.words(Message::DetailRemove)})) {
            turn_run(view, detail.run.id, detail.fit);
        }
        return;
    }
    const bool fits = detail.fit == app::RunFit::Fits;
    if (ui::button(frame,
                   "add",
                   row,
                   {.label = screen.words(Message::DetailAdd),
                    .kind = fits ? ui::ButtonKind::Primary : ui::ButtonKind::Secondary,
                    .icon = ui::Icon::Plus})) {
        turn_run(view, detail.run.id, detail.fit);
    }
}

void leave(const CatalogueScreen& view) {
    if (view.screen.frame.is_phone() && view.ui.came_from_list) {
        view.screen.actions.put(GoBack{});
    } else {
        view.screen.actions.put(OpenRoute{std::string(kCatalogueRoute), true});
    }
    view.ui.came_from_list = false;
}

void draw_gone(const CatalogueScreen& view, const ui::Rect& rect) {
    const auto action = ui::state_page(view.screen.frame,
                                       "gone",
                                       rect,
                                       {.drawing = ui::Drawing::Empty,
                                        .title = view.screen.words(Message::DetailGone),
                                        .text = view.screen.words(Message::DetailGoneText),
                                        .primary = view.screen.words(Message::DetailToList)});
    if (action == ui::StatePageAction::Primary) leave(view);
}

}  // namespace

void draw_course_panel(const CatalogueScreen& view, const ui::Rect& rect) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    if (!view.catalogue.detail) return draw_gone(view, rect);
    const RunDetail& detail = *view.catalogue.detail;
    const ui::NodeScope panel(frame, "panel", ui::Role::Group, rect, detail.run.title);
    ui::Rect inner = ui::card(frame, rect);
    ui::Rect head = ui::take_top(inner, frame.px(kButtonHeightSmall), frame.px(kSpace2));
    const ui::Rect close = ui::take_right(head, frame.px(kButtonHeightSmall));
    if (ui::button(frame,
                   "close",
                   ui::moved(close, frame.px(kSpace2), 0),
                   {.kind = ui::ButtonKind::Quiet,
                    .size = ui::ButtonSize::Small,
                    .icon = ui::Icon::Cross,
                    .name = screen.words(Message::DetailClose)})) {
        leave(view);
    }
    draw_tags(screen, head, detail.run);
    if (has_actions(view, detail)) {
        ui::Rect foot = ui::take_bottom(inner, frame.px(kFootHeight) - ui::card_pad(frame) / 2);
        ui::rule_horizontal(frame,
                            rect.x + frame.px(kStrokeHair),
                            rect.right() - frame.px(kStrokeHair),
                            foot.y - frame.px(kSpace2),
                            frame.theme.hairline);
        draw_actions(view, ui::take_bottom(foot, ui::button_height(frame)), detail);
        ui::take_bottom(inner, frame.px(kSpace2));
    }
    const ui::IdScope of_run(frame, detail.run.id.text);
    ui::ScrollRegion region(frame, "body", inner);
    ui::Rect rest{0, 0, region.width(), frame.px(200)};
    draw_body(view, detail, rest);
    region.end_at(rest.y + frame.px(kSpace2));
}

void draw_course_page(const CatalogueScreen& view) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const bool acts = view.catalogue.detail && has_actions(view, *view.catalogue.detail);
    const ui::PageLayout page = lay_out_screen(screen, {.has_action_bar = acts});
    const ui::PageHeader header = ui::page_header(frame,
                                                  page.header,
                                                  {.title = screen.words(Message::Detail),
                                                   .note = screen.sample_chip(),
                                                   .back_name = screen.words(Message::Back)});
    if (header.wants_back) leave(view);
    if (!view.catalogue.detail) return draw_gone(view, page.content);
    const RunDetail& detail = *view.catalogue.detail;
    {
        const ui::IdScope of_run(frame, detail.run.id.text);
        ui::ScrollRegion region(frame, "page", page.content);
        ui::Rect rest{0, 0, region.width(), frame.px(300)};
        draw_device_note(screen, rest, true);
        draw_tags(screen, ui::take_top(rest, frame.px(kChipHeight), frame.px(kSpace2)), detail.run);
        draw_body(view, detail, rest);
        region.end_at(rest.y + frame.px(kEndSpace));
    }
    if (!acts) return;
    ui::fill(frame, page.action_bar, frame.theme.surface);
    ui::rule_horizontal(
        frame, page.action_bar.x, page.action_bar.right(), page.action_bar.y, frame.theme.hairline);
    const ui::Rect row = ui::inset(page.action_bar, frame.px(kSpace4), 0);
    draw_actions(view, ui::centred(row, row.width, ui::button_height(frame)), detail);
}

}  // namespace xueshi::views

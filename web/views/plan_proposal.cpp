// What the planner proposes under the draft's wishes, beside what the draft is: the figures of both, the courses
// that come and go, and the button that takes it. Where nothing fits, the nearest plan (mock-up plan-infeasible).
#include <algorithm>
#include <array>

#include "web/ui/card.h"
#include "web/ui/list_row.h"
#include "web/views/plan_parts.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::ChoiceRun;
using app::PlanChoice;

constexpr float kTableRow = 1.75f;
constexpr float kRunRow = 1.625f;
constexpr float kNearestRow = 2.25f;
constexpr float kFeeColumn = 3.5f;
constexpr float kHoursColumn = 2.5f;
constexpr float kNameColumn = 3.5f;
constexpr float kTag = 2.25f;
constexpr std::size_t kMostRuns = 8;
constexpr double kDimming = 0.3;  // seconds: what is answered sooner does not flicker

// Draws from the top of `rest` and cuts off what it took; only measures when it does not draw.
struct Pen {
    const PlanScreen& view;
    ui::Rect rest;
    bool draws = false;
    float dim = 0;  // 0–1: the answer is to an older question

    ui::Frame& frame() const { return view.screen.frame; }
    const locale::Locale& words() const { return view.screen.words; }
    ui::Colour ink() const { return ui::mixed(frame().theme.ink, frame().theme.ink_3, dim); }
    ui::Colour ink_2() const { return ui::mixed(frame().theme.ink_2, frame().theme.ink_3, dim); }
    ui::Rect take(float em, float gap_em = 0) { return ui::take_top(rest, frame().px(em), frame().px(gap_em)); }

    void paragraph(std::string_view text, ui::TextStyle style, float gap_em = 0) {
        const float height = draws ? ui::draw_paragraph(frame(), rest, text, style)
                                   : ui::measure_paragraph(frame(), rest.width, text, style);
        ui::take_top(rest, height, frame().px(gap_em));
    }
};

ui::TextStyle small(const Pen& pen) { return {.size = ui::TextSize::Small, .colour = pen.ink_2()}; }

void lay_head(Pen& pen, std::string_view title, float gap_em) {
    pen.paragraph(title,
                  {.size = ui::TextSize::Head,
                   .weight = ui::Weight::Bold,
                   .spoken = ui::Spoken::Heading2},
                  gap_em);
}

// ---- the figures of the draft and of the proposal

using TableRow = std::array<std::string, 5>;

void lay_table_row(Pen& pen, const TableRow& row, ui::Weight weight, bool is_head) {
    ui::Rect rect = pen.take(is_head ? kLineSmall : kTableRow);
    if (!pen.draws) return;
    ui::Frame& frame = pen.frame();
    const ui::TextSize size = is_head ? ui::TextSize::Small : ui::TextSize::Body;
    const ui::Colour colour = is_head ? pen.ink_2() : pen.ink();
    const ui::Rect name = ui::take_left(rect, frame.px(kNameColumn));
    ui::draw_text(frame, name, row[0], {.size = ui::TextSize::Small, .weight = weight, .colour = pen.ink_2()});
    for (int i = 0; i < 4; ++i) {
        ui::draw_text(frame,
                      ui::column_of(rect, i, 4, frame.px(kSpace1)),
                      row[static_cast<std::size_t>(i) + 1],
                      {.size = size, .weight = weight, .colour = colour, .align = ui::Align::Right, .is_tabular = true});
    }
}

TableRow figures_row(const Pen& pen, Message name, const app::PlanFigures& figures) {
    const locale::Locale& words = pen.words();
    return {std::string(words(name)), words.money(figures.fee_fen), words.fit_figure(figures.fit),
            words.hours(figures.hours), words.number(static_cast<std::int64_t>(figures.count))};
}

void lay_table(Pen& pen, const PlanChoice& proposal) {
    const locale::Locale& words = pen.words();
    const TableRow head{"", std::string(words(Message::ProposalFee)), std::string(words(Message::PlanFigureFit)),
                        std::string(words(Message::ProposalHours)), std::string(words(Message::ProposalCount))};
    lay_table_row(pen, head, ui::Weight::Regular, true);
    lay_table_row(
        pen, figures_row(pen, Message::ProposalDraft, pen.view.plan.choices.draft), ui::Weight::Regular, false);
    lay_table_row(pen, figures_row(pen, Message::ProposalRow, proposal.figures), ui::Weight::Bold, false);
    pen.take(kSpace2);
}

// ---- what comes and goes

void lay_change(Pen& pen, const ChoiceRun& run, bool comes) {
    ui::Rect row = pen.take(kRunRow);
    if (!pen.draws) return;
    ui::Frame& frame = pen.frame();
    const ui::Rect sign = ui::take_left(row, frame.px(kIconStatus), frame.px(kSpace2));
    const ui::Colour colour = ui::mixed(comes ? frame.theme.accent : frame.theme.ink_2, frame.theme.ink_3, pen.dim);
    ui::draw_icon(frame, sign, comes ? ui::Icon::Plus : ui::Icon::Minus, frame.px(kIconStatus), colour);
    const ui::Rect fee = ui::take_right(row, frame.px(kFeeColumn), frame.px(kSpace2));
    ui::TextStyle figure = small(pen);
    figure.align = ui::Align::Right;
    figure.is_tabular = true;
    ui::draw_text(frame, fee, pen.words().price(run.fee_fen), figure);
    frame.add_node(frame.next_id(),
                   ui::Role::Text,
                   row,
                   {pen.words().format(comes ? Message::ProposalComes : Message::ProposalGoes, {run.title}), {}, {}});
    ui::draw_text(frame,
                  row,
                  run.title,
                  {.size = ui::TextSize::Small,
                   .colour = comes ? pen.ink() : pen.ink_2(),
                   .spoken = ui::Spoken::Decorative,
                   .hangs_opening = true});
}

void lay_changes(Pen& pen, const PlanChoice& proposal) {
    std::size_t shown = 0;
    for (const bool comes : {true, false}) {
        const auto& runs = comes ? proposal.comes : proposal.goes;
        // Both sides are seen, however many there are of the other.
        const std::size_t room = comes ? kMostRuns - std::min(proposal.goes.size(), kMostRuns / 2) : kMostRuns - shown;
        for (std::size_t i = 0; i < std::min(runs.size(), room); ++i, ++shown) lay_change(pen, runs[i], comes);
    }
    const std::size_t more = proposal.comes.size() + proposal.goes.size() - shown;
    if (more > 0) pen.paragraph(pen.words().format(Message::ProposalMore, {std::to_string(more)}), small(pen));
    pen.take(kSpace2);
}

// ---- the parts together

void lay_compare_link(Pen& pen) {
    const std::size_t count = pen.view.plan.choices.compared.size();
    if (count < 2) return;
    const ui::Rect row = pen.take(kLineBody);
    if (!pen.draws) return;
    const std::string label = pen.words().format(Message::CompareOthers, {std::to_string(count - 1)});
    ui::link(pen.frame(), "compare", row, {.label = label, .route = kCompareRoute, .has_chevron = true});
}

void lay_proposal(Pen& pen, const PlanChoice& proposal) {
    const PlanScreen& view = pen.view;
    ui::Frame& frame = pen.frame();
    const bool is_outdated = pen.dim >= 1;
    if (is_outdated) {
        lay_head(pen, pen.words()(Message::ProposalOutdated), kSpace2);
    } else {
        lay_head(pen, pen.words()(proposal.is_draft() ? Message::ProposalSame : Message::ProposalTitle), kSpace2);
    }
    if (proposal.is_draft()) {
        pen.paragraph(pen.words()(Message::ProposalSameNote), small(pen), kSpace2);
        return lay_compare_link(pen);
    }
    lay_table(pen, proposal);
    lay_changes(pen, proposal);
    const ui::Rect row = ui::take_top(pen.rest, ui::button_height(frame), frame.px(kSpace2));
    if (pen.draws && ui::button(frame,
                                "take",
                                row,
                                {.label = pen.words()(Message::ProposalTake),
                                 .is_disabled = view.plan.choices.is_outdated})) {
        take_choice(view, proposal);
    }
    lay_compare_link(pen);
}

void lay_nearest_run(Pen& pen, const ChoiceRun& run, bool has_tags) {
    ui::Rect row = pen.take(kNearestRow);
    if (!pen.draws) return;
    ui::Frame& frame = pen.frame();
    ui::rule_horizontal(
        frame, row.x, row.right(), row.bottom() - frame.px(kStrokeHair), frame.theme.hairline);
    ui::TextStyle figure{.align = ui::Align::Right, .is_tabular = true};
    if (has_tags) {
        // Without a theme the place stays empty, so that titles line up.
        const ui::Rect tag = ui::take_left(row, frame.px(kTag), frame.px(kSpace2));
        if (!run.theme.empty()) ui::code_tag(frame, tag, run.theme, kTag);
    }
    figure.colour = frame.theme.ink_2;
    ui::draw_text(frame, ui::take_right(row, frame.px(kFeeColumn)), pen.words().price(run.fee_fen), figure);
    figure.colour = 0;
    ui::draw_text(
        frame, ui::take_right(row, frame.px(kHoursColumn), frame.px(kSpace2)), pen.words().hours(run.hours), figure);
    if (run.is_pinned) {
        const ui::Rect pin = ui::take_right(row, frame.px(kIconStatus), frame.px(kSpace1));
        ui::draw_icon(frame, pin, ui::Icon::Pin, frame.px(kIconStatus), frame.theme.accent);
    }
    ui::draw_text(frame, row, run.title, {.hangs_opening = true});
}

void lay_nearest(Pen& pen, const PlanChoice& nearest) {
    ui::Frame& frame = pen.frame();
    lay_head(pen, pen.words()(Message::NearestTitle), 0);
    pen.paragraph(pen.words()(Message::NearestKeeps), small(pen), kSpace2);
    const bool has_tags = std::any_of(
        nearest.runs.begin(), nearest.runs.end(), [](const ChoiceRun& run) { return !run.theme.empty(); });
    for (const ChoiceRun& run : nearest.runs) lay_nearest_run(pen, run, has_tags);
    ui::Rect total = pen.take(kNearestRow);
    if (!pen.draws) return;
    const ui::TextStyle bold{.weight = ui::Weight::Bold};
    ui::TextStyle figure = bold;
    figure.align = ui::Align::Right;
    figure.is_tabular = true;
    ui::draw_text(
        frame, ui::take_right(total, frame.px(kFeeColumn)), pen.words().money(nearest.figures.fee_fen), figure);
    ui::draw_text(frame,
                  ui::take_right(total, frame.px(kHoursColumn), frame.px(kSpace2)),
                  pen.words().hours(nearest.figures.hours),
                  figure);
    ui::draw_text(frame, total, pen.words()(Message::NearestTotal), bold);
}

void lay(Pen& pen) {
    const app::PlanChoices& choices = pen.view.plan.choices;
    if (!choices.refusal.empty()) {
        pen.paragraph(pen.words().refusal(choices.refusal), {.colour = pen.frame().theme.attn});
    } else if (pen.view.plan.trouble) {
        if (choices.nearest) return lay_nearest(pen, *choices.nearest);
        lay_head(pen, pen.words()(Message::ProposalNothing), 0);
    } else if (const PlanChoice* proposal = choices.proposal()) {
        lay_proposal(pen, *proposal);
    } else if (choices.is_outdated) {
        pen.paragraph(pen.words()(Message::ProposalFirst), small(pen));
    }
}

float dimming(const PlanScreen& view) {
    ui::Frame& frame = view.screen.frame;
    return frame.ease(ui::node_id("outdated", view.main), view.plan.choices.is_outdated ? 1.0f : 0.0f, 0, kDimming);
}

}  // namespace

void take_choice(const PlanScreen& view, const app::PlanChoice& choice) {
    view.ui.stop_fee.reset();
    view.screen.actions.put(TakeProposal{view.plan.edited, view.plan.limits, {}, choice.run_ids(), true});
    view.screen.frame.plane.request_focus(view.main);
}

float proposal_height(const PlanScreen& view, float width) {
    Pen pen{view, {0, 0, width, view.screen.frame.px(200)}, false, dimming(view)};
    lay(pen);
    return pen.rest.y;
}

void draw_proposal(const PlanScreen& view, const ui::Rect& rect) {
    const ui::IdScope scope(view.screen.frame, "proposal");
    Pen pen{view, rect, true, dimming(view)};
    lay(pen);
}

}  // namespace xueshi::views

// The slider over the frontier of fee and fit: every stop is a proven plan, and none between two stops is better
// than both. The stop in hand is a proposal; the draft changes when it is taken.
#include <algorithm>
#include <cmath>

#include "web/ui/list_row.h"
#include "web/ui/slider.h"
#include "web/views/plan_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kSlider = 2.75f;
constexpr float kFigures = 3.5f;
constexpr int kFigureCount = 4;

using Stops = std::vector<app::PlanChoice>;

// The stop chosen with the slider, else the draft, else what is nearest to it at no higher fee.
int stop_in_hand(const PlanScreen& view) {
    const Stops& stops = view.plan.choices.stops;
    const bool is_moved = view.ui.stop_plan == view.plan.edited && view.ui.stop_fee;
    const std::int64_t fee = is_moved ? *view.ui.stop_fee : view.plan.choices.draft.fee_fen;
    int in_hand = 0;
    for (int i = 0; i < static_cast<int>(stops.size()); ++i) {
        const app::PlanChoice& stop = stops[static_cast<std::size_t>(i)];
        if (!is_moved && stop.is_draft()) return i;
        if (stop.figures.fee_fen <= fee) in_hand = i;
    }
    return in_hand;
}

std::string value_words(const PlanScreen& view, int stop) {
    const locale::Locale& words = view.screen.words;
    const Stops& stops = view.plan.choices.stops;
    const app::PlanFigures& figures = stops[static_cast<std::size_t>(stop)].figures;
    return words.format(Message::TradeValue,
                        {std::to_string(stop + 1),
                         std::to_string(stops.size()),
                         words.money(figures.fee_fen),
                         words.fit_figure(figures.fit),
                         words.hours(figures.hours),
                         std::to_string(figures.count)});
}

// Of the stops: no more than the best plan has.
std::string most_hours(const PlanScreen& view) {
    const app::PlanChoice* best = view.plan.choices.proposal();
    return view.screen.words.hours(best == nullptr ? DeciHours{} : best->figures.hours);
}

void draw_slider(const PlanScreen& view, ui::Rect& rest, int in_hand) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const Stops& stops = view.plan.choices.stops;
    const ui::Rect ends = ui::take_top(rest, frame.px(kLineSmall));
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = frame.theme.ink_2};
    ui::TextStyle right = small;
    right.align = ui::Align::Right;
    ui::draw_text(frame, ends, screen.words(Message::TradeLess), small);
    ui::draw_text(frame, ends, screen.words(Message::TradeMore), right);
    const std::string value = value_words(view, in_hand);
    const int wanted = ui::slider(frame,
                                  "trade",
                                  ui::take_top(rest, frame.px(kSlider)),
                                  {.name = screen.words(Message::TradeName),
                                   .value_text = value,
                                   .stop_count = static_cast<int>(stops.size()),
                                   .current = in_hand});
    if (wanted == in_hand) return;
    view.ui.stop_plan = view.plan.edited;
    view.ui.stop_fee = stops[static_cast<std::size_t>(wanted)].figures.fee_fen;
    frame.request_frame();
}

// What the stop in hand is to the draft: the same, or something to take.
void draw_stop_action(const PlanScreen& view, const ui::Rect& row, const app::PlanChoice& stop) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    if (stop.is_draft()) {
        ui::status(frame, row, {.text = screen.words(Message::TradeIsDraft), .meaning = ui::Meaning::Done});
        return;
    }
    ui::Rect rest = row;
    const ui::ButtonLook look{.label = screen.words(Message::TradeTake),
                              .size = ui::ButtonSize::Small,
                              .is_disabled = view.plan.choices.is_outdated};
    const ui::Rect place = ui::take_right(rest, ui::button_width(frame, look), frame.px(kSpace2));
    const float height = ui::button_height(frame, look.size);
    if (ui::button(frame, "take_stop", ui::centred(place, place.width, height), look)) take_choice(view, stop);
    const std::string proven = screen.words.format(
        Message::TradeProven, {screen.words.money(stop.figures.fee_fen), most_hours(view)});
    const ui::TextStyle style{.size = ui::TextSize::Small, .colour = frame.theme.ink_2, .max_lines = 2};
    const float text = ui::measure_paragraph(frame, rest.width, proven, style);
    ui::draw_paragraph(frame, ui::left_middle(rest, rest.width, text), proven, style);
}

// How far the search is, and the way to end it.
void draw_search(const PlanScreen& view, ui::Rect row) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const app::PlanChoices& choices = view.plan.choices;
    if (choices.is_outdated) return;
    if (!choices.is_searching) {
        const std::string found =
            choices.stops.size() == 1
                ? screen.words.format(Message::TradeOne, {most_hours(view)})
                : screen.words.format(Message::TradeAll, {std::to_string(choices.stops.size())});
        ui::draw_text(
            frame, row, found, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
        return;
    }
    const ui::LinkLook stop{.label = screen.words(Message::TradeStop), .align = ui::Align::Right};
    if (ui::link(frame, "stop", ui::take_right(row, ui::link_width(frame, stop), frame.px(kSpace2)), stop)) {
        screen.actions.put(StopPlanning{});
    }
    ui::status(frame,
               row,
               {.text = screen.words.format(Message::TradeSearching, {std::to_string(choices.stops.size())}),
                .meaning = ui::Meaning::Wait});
}

// In the slider's place while there is none.
void draw_absence(const PlanScreen& view, const ui::Rect& rect) {
    const Screen& screen = view.screen;
    if (view.plan.trouble) {
        ui::status(screen.frame,
                   rect,
                   {.text = screen.words(Message::TradeNothing), .meaning = ui::Meaning::Attention});
    } else if (view.plan.choices.is_searching) {
        ui::status(
            screen.frame, rect, {.text = screen.words(Message::TradeFirst), .meaning = ui::Meaning::Wait});
    }
}

float action_height(const ui::Frame& frame) {
    return std::max(ui::button_height(frame, ui::ButtonSize::Small), frame.px(2 * kLineSmall));
}

}  // namespace

void draw_plan_figures(const Screen& screen, const ui::Rect& row, const app::PlanFigures& figures) {
    const auto figure = [&](int column, const std::string& value, Message label) {
        ui::figure(screen.frame, ui::column_of(row, column, kFigureCount, 0), value, screen.words(label));
    };
    figure(0, screen.words.money(figures.fee_fen), Message::ProposalFee);
    figure(1, screen.words.fit_figure(figures.fit), Message::PlanFigureFit);
    figure(2, screen.words.hours(figures.hours), Message::PlanFigureHours);
    figure(3, screen.words.number(static_cast<std::int64_t>(figures.count)), Message::PlanFigureCount);
}

// The room stays the same while stops arrive, so that nothing below moves under a finger.
float trade_height(const PlanScreen& view) {
    const ui::Frame& frame = view.screen.frame;
    if (view.plan.edited.empty()) return frame.px(kFigures);
    return frame.px(kLineSmall + kSlider + kFigures + kSpace1 + kLineSmall) + action_height(frame);
}

void draw_trade(const PlanScreen& view, const ui::Rect& rect) {
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const Stops& stops = view.plan.choices.stops;
    ui::Rect rest = rect;
    if (stops.empty()) {
        if (!view.plan.edited.empty()) draw_absence(view, ui::take_top(rest, frame.px(kLineSmall + kSlider)));
        draw_plan_figures(screen, ui::take_top(rest, frame.px(kFigures)), view.plan.choices.draft);
        return;
    }
    const int in_hand = stop_in_hand(view);
    const app::PlanChoice& stop = stops[static_cast<std::size_t>(in_hand)];
    draw_slider(view, rest, in_hand);
    draw_plan_figures(screen, ui::take_top(rest, frame.px(kFigures)), stop.figures);
    draw_stop_action(view, ui::take_top(rest, action_height(frame), frame.px(kSpace1)), stop);
    draw_search(view, ui::take_top(rest, frame.px(kLineSmall)));
}

}  // namespace xueshi::views

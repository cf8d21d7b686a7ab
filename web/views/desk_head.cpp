#include <algorithm>

#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/paint.h"
#include "web/ui/page_header.h"
#include "web/views/card_pen.h"
#include "web/views/desk_parts.h"
#include "web/views/special_words.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kTitleRow = 2.25f;
constexpr float kBar = 1.125f;
constexpr float kFigures = 7.5f;
constexpr int kMostSegments = 24;  // beyond it the bar is one piece

struct Shares {
    int held = 0;
    int chosen = 0;  // who would take a place if they were approved now
    int left = 0;
};

Shares shares_of(const Desk& desk) {
    const app::Seats& seats = *desk.project.seats;
    int chosen = 0;
    for (const app::DeskLine* line : decided_about(desk)) {
        const std::size_t place_step = line->project->chain.place_step;
        if (line->is_mine && line->step == place_step && desk.ui.chosen.contains(line->id())) ++chosen;
    }
    const int free = seats.left();
    return {std::min(seats.held, seats.places), std::min(chosen, free), free - std::min(chosen, free)};
}

void draw_quota_bar(const Desk& desk, const ui::Rect& rect, const Shares& shares) {
    ui::Frame& frame = desk.frame();
    const int count = std::max(1, shares.held + shares.chosen + shares.left);
    const float radius = frame.px(kRadiusTag);
    const auto paint = [&](const ui::Rect& place, int index) {
        if (index < shares.held) return ui::fill(frame, place, frame.theme.done, radius);
        if (index < shares.held + shares.chosen) return ui::fill(frame, place, frame.theme.accent, radius);
        ui::box(frame, place, frame.theme.surface, frame.theme.control, frame.px(kStrokeHair), radius);
    };
    if (count <= kMostSegments) {
        for (int i = 0; i < count; ++i) paint(ui::column_of(rect, i, count, frame.px(kSpace1)), i);
        return;
    }
    ui::Rect rest = rect;
    const auto piece = [&](int share, int index) {
        if (share > 0) paint(ui::take_left(rest, rect.width * static_cast<float>(share) / static_cast<float>(count)), index);
    };
    piece(shares.held, 0);
    piece(shares.chosen, shares.held);
    piece(shares.left, count);
}

void draw_seats(const Desk& desk, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const app::Seats& seats = *desk.project.seats;
    const Shares shares = shares_of(desk);
    const std::string figures = words.format(Message::SeatsTaken, {words.number(shares.held + shares.chosen), words.number(seats.places)});
    ui::Rect row = ui::take_top(rest, frame.px(kLineBody), frame.px(kSpace1));
    frame.add_node(frame.id("seats"), ui::Role::Meter, row, {words(Message::SeatsName), seats_words(words, seats), {}});
    ui::draw_text(frame, ui::take_right(row, frame.px(kFigures), frame.px(kSpace3)), figures,
                  {.weight = ui::Weight::Bold, .align = ui::Align::Right, .spoken = ui::Spoken::Decorative});
    draw_quota_bar(desk, ui::centred(row, row.width, frame.px(kBar)), shares);
    std::string legend = words.format(Message::SeatsHeld, {words.number(shares.held)});
    if (shares.chosen > 0) add_part(words, legend, words.format(Message::SeatsChosen, {words.number(shares.chosen)}));
    add_part(words, legend, words.format(Message::SeatsRemaining, {words.number(shares.left)}));
    if (seats.waiting > 0) add_part(words, legend, words.format(Message::SeatsWaiting, {words.number(seats.waiting)}));
    const bool fills_up = shares.left == 0 && desk.project.due > static_cast<std::size_t>(shares.chosen);
    if (fills_up) add_part(words, legend, words(Message::SeatsThenWaiting));
    ui::take_top(rest, ui::draw_paragraph(frame, rest, legend, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}),
                 frame.px(kSpace2));
}

void draw_title(const Desk& desk, ui::Rect row) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    if (desk.project.step && !frame.is_phone()) {
        const int days = days_until(desk.screen, desk.project.step->deadline);
        std::string text = words.format(Message::DeskDeadline, {words.date(desk.project.step->deadline)});
        add_part(words, text, desk.project.is_closed ? std::string(words(Message::DeadlineOver)) : words.days_left(days));
        const ui::ChipLook chip{.text = text,
                                .meaning = desk.project.is_closed || days <= 3 ? ui::Meaning::Attention : ui::Meaning::Neutral,
                                .icon = ui::Icon::Clock,
                                .align = ui::Align::Right};
        const ui::Rect place = ui::take_right(row, ui::chip_width(frame, chip), frame.px(kSpace3));
        ui::chip(frame, place, chip);
    }
    // The title opens the list of projects.
    const ui::TextStyle style{.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Decorative};
    const float chevron = frame.px(kIconStatus);
    const float wanted = ui::measure_text(frame, desk.project.title, ui::TextSize::Head, ui::Weight::Bold);
    const float width = std::min(row.width - chevron - frame.px(kSpace2), wanted + 1);
    const Pressable picker = pressable(frame, "project", {row.x, row.y, width + chevron + frame.px(kSpace2), row.height},
                                       words.format(Message::DeskProjectName, {desk.project.title}));
    if (picker.is_activated) {
        desk.ui.has_project_menu = true;
        frame.request_frame();
    }
    ui::draw_text(frame, {row.x, row.y, width, row.height}, desk.project.title, style);
    ui::draw_icon(frame, {row.x + width + frame.px(kSpace2), row.y, chevron, row.height}, ui::Icon::ChevronDown, chevron,
                  frame.theme.ink_2);
}

// For whom the reader decides.
void draw_holders(const Desk& desk, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    std::string names;
    for (const std::string& holder : desk.projection.stands_in_for) {
        if (!names.empty()) names += desk.words()(Message::ListSeparator);
        names += holder;
    }
    const std::string text = desk.words().format(Message::StandsInFor, {names});
    ui::take_top(rest, ui::draw_paragraph(frame, rest, text, {.size = ui::TextSize::Small, .colour = frame.theme.attn}),
                 frame.px(kSpace2));
}

void draw_acts(const Desk& desk, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const bool can_name = !desk.projection.own_roles.empty();
    ui::Rect row = ui::take_top(rest, ui::button_height(frame), frame.px(kSpace1));
    const auto offer = [&](std::string_view id, Message label, ui::Icon icon) {
        const ui::ButtonLook look{.label = desk.words()(label), .icon = icon};
        return ui::button(frame, id, ui::take_left(row, ui::button_width(frame, look), frame.px(kSpace2)), look);
    };
    if (can_name && offer("deputies", Message::DeputiesButton, ui::Icon::People)) {
        desk.ui.dialog = DeskUiState::Dialog::Deputies;
        desk.ui.number.clear();
        desk.ui.from = format_date(date_of(desk.screen.status.now));
        desk.ui.until.clear();
        frame.request_frame();
    }
    if (desk.project.can_place && offer("place", Message::PlaceButton, ui::Icon::Plus)) {
        desk.ui.dialog = DeskUiState::Dialog::Place;
        desk.ui.number.clear();
        frame.request_frame();
    }
    if (desk.project.can_set_quota && offer("quota", Message::QuotaButton, ui::Icon::Pencil)) {
        desk.ui.edits_quota = true;
        desk.ui.places.clear();
        frame.request_frame();
    }
    const float receipt = std::min(receipt_button_width(desk.screen), row.width);
    draw_receipt_button(desk.screen, ui::take_left(row, receipt), desk.ui.receipt);
}

}  // namespace

void draw_desk_head(const Desk& desk, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const float pad = ui::card_pad(frame);
    const ui::NodeId id = frame.id("head");
    const float from = rest.y;
    ui::card(frame, {rest.x, from, rest.width, std::max(frame.learnt_height(id), 2 * pad + frame.px(kTitleRow))});
    ui::Rect inner = ui::inset({rest.x, from, rest.width, frame.px(60)}, pad, pad / 2);
    draw_title(desk, ui::take_top(inner, frame.px(kTitleRow), frame.px(kSpace1)));
    if (desk.project.step && frame.is_phone()) {
        const locale::Locale& words = desk.words();
        std::string text = words.format(Message::DeskDeadline, {words.date(desk.project.step->deadline)});
        add_part(words, text, desk.project.is_closed ? std::string(words(Message::DeadlineOver))
                                                     : words.days_left(days_until(desk.screen, desk.project.step->deadline)));
        ui::take_top(inner, ui::draw_paragraph(frame, inner, text, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}),
                     frame.px(kSpace2));
    }
    if (desk.project.seats) draw_seats(desk, inner);
    if (!desk.projection.stands_in_for.empty()) draw_holders(desk, inner);
    draw_study_away(desk, inner);
    draw_acts(desk, inner);
    const float tall = inner.y + pad / 2 - from;
    frame.learn_height(id, tall);
    ui::take_top(rest, tall, frame.px(kGapCardsY));
}

}  // namespace xueshi::views

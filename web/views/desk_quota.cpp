// The quota table of a project (名额分配表, R20): a number a unit, with sums that follow what is typed.
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string>

#include "web/ui/button.h"
#include "web/ui/card.h"
#include "web/ui/scroll_region.h"
#include "web/views/desk_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::QuotaLine;

constexpr float kRow = 3.25f;
constexpr float kPlaces = 6.0f;
constexpr float kFoot = 4.5f;

// Of what was typed, else of what holds now; nothing when it is no number of places.
std::optional<int> places_of(const Desk& desk, const QuotaLine& line) {
    const auto typed = desk.ui.places.find(line.row.unit_id);
    if (typed == desk.ui.places.end()) return line.row.places;
    const std::string& text = typed->second;
    if (text.empty()) return 0;
    int places = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), places);
    const bool is_number = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return is_number && places >= 0 && places <= enrolment::kMostPlaces ? std::optional<int>(places) : std::nullopt;
}

int reserved_of(const enrolment::QuotaRow& row) {
    int reserved = 0;
    for (const enrolment::Reservation& reservation : row.reserved) reserved += reservation.places;
    return reserved;
}

std::string_view problem_of(const Desk& desk, const QuotaLine& line) {
    const std::optional<int> places = places_of(desk, line);
    if (!places) return desk.words()(Message::QuotaNoNumber);
    if (*places < line.seats.held) return desk.words()(Message::QuotaBelow);
    if (*places < reserved_of(line.row)) return desk.words()(Message::QuotaBelowReserved);
    return {};
}

struct Sums {
    int before = 0, after = 0, held = 0, waiting = 0;
    bool is_valid = true;
};

Sums sums_of(const Desk& desk) {
    Sums sums;
    for (const QuotaLine& line : desk.project.quota) {
        sums.before += line.row.places;
        sums.after += places_of(desk, line).value_or(line.row.places);
        sums.held += line.seats.held;
        sums.waiting += line.seats.waiting;
        sums.is_valid = sums.is_valid && problem_of(desk, line).empty();
    }
    return sums;
}

void draw_row(const Desk& desk, const QuotaLine& line, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const ui::IdScope scope(frame, line.row.unit_id.text);
    const std::string name(words.of(line.name));
    const auto typed = desk.ui.places.find(line.row.unit_id);
    const std::string value = typed == desk.ui.places.end() ? std::to_string(line.row.places) : typed->second;
    const std::string field_name = words.format(Message::QuotaOf, {name});
    const ui::FieldLook look{.name = field_name,
                             .value = value,
                             .error = problem_of(desk, line),
                             .keyboard = ui::Keyboard::Numeric,
                             .max_length = 6};
    const float tall = std::max(frame.px(kRow), ui::field_height(frame, frame.px(kPlaces), look) + frame.px(kSpace2));
    ui::Rect row = ui::take_top(rest, tall);
    const ui::Rect field = ui::take_right(row, frame.px(kPlaces), frame.px(kSpace3));
    const ui::FieldOutcome outcome = ui::field(frame, "places", {field.x, field.y + frame.px(kSpace1), field.width, tall}, look);
    if (outcome.changed != nullptr) {
        desk.ui.places[line.row.unit_id] = *outcome.changed;
        frame.request_frame();
    }
    row.height = frame.px(kRow);
    std::string held = words.format(Message::SeatsHeld, {words.number(line.seats.held)});
    if (line.seats.waiting > 0) held += std::string(words(Message::Separator)) + words.format(Message::SeatsWaiting, {words.number(line.seats.waiting)});
    const int reserved = reserved_of(line.row);
    if (reserved > 0) held += std::string(words(Message::Separator)) + words.format(Message::QuotaReserved, {words.number(reserved)});
    const float wide = ui::measure_text(frame, held, ui::TextSize::Small) + 1;
    ui::draw_text(frame, ui::take_right(row, std::min(wide, row.width / 2), frame.px(kSpace3)), held,
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2, .align = ui::Align::Right});
    ui::draw_text(frame, row, name);
}

// Rows that have places or had them; what is kept for schools stays.
enrolment::QuotaTable table_of(const Desk& desk) {
    enrolment::QuotaTable table;
    for (const QuotaLine& line : desk.project.quota) {
        enrolment::QuotaRow row = line.row;
        row.places = places_of(desk, line).value_or(row.places);
        if (row.places > 0 || line.row.places > 0) table.push_back(std::move(row));
    }
    return table;
}

void draw_foot(const Desk& desk, ui::Rect row) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const Sums sums = sums_of(desk);
    const ui::ButtonLook save{.label = words(Message::QuotaSave),
                              .kind = ui::ButtonKind::Primary,
                              .is_disabled = !sums.is_valid || desk.ui.places.empty()};
    const ui::ButtonLook cancel{.label = words(Message::Cancel)};
    const auto middle = [&](const ui::ButtonLook& look) {
        const float width = ui::button_width(frame, look);
        return ui::centred(ui::take_right(row, width, frame.px(kSpace2)), width, ui::button_height(frame));
    };
    if (ui::button(frame, "save", middle(save), save)) {
        desk.screen.actions.put(SpecialOrder{enrolment::SetQuota{desk.project.id, table_of(desk)}});
        desk.ui.edits_quota = false;
        frame.plane.request_focus(desk.page);
    }
    if (ui::button(frame, "cancel", middle(cancel), cancel)) {
        desk.ui.edits_quota = false;
        frame.plane.request_focus(desk.page);
    }
    std::string text = words.format(Message::QuotaSum, {words.number(sums.after)});
    if (sums.after != sums.before) {
        const std::string change = (sums.after > sums.before ? "+" : "−") + words.number(std::abs(sums.after - sums.before));
        text += std::string(words(Message::Separator)) + words.format(Message::QuotaChange, {change});
    }
    text += std::string(words(Message::Separator)) + words.format(Message::SeatsHeld, {words.number(sums.held)});
    if (sums.waiting > 0) text += std::string(words(Message::Separator)) + words.format(Message::SeatsWaiting, {words.number(sums.waiting)});
    frame.add_node(frame.id("sums"), ui::Role::Status, row, {text, {}, {}});
    ui::draw_text(frame, row, text, {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Decorative});
}

}  // namespace

void draw_quota_editor(const Desk& desk, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const ui::NodeScope group(frame, "quota-editor", ui::Role::Group, rect, desk.words()(Message::QuotaTitle));
    ui::card(frame, rect);
    const float pad = ui::card_pad(frame);
    ui::Rect inner = ui::inset(rect, pad, pad / 2);
    draw_foot(desk, ui::take_bottom(inner, frame.px(kFoot)));
    ui::draw_text(frame, ui::take_top(inner, frame.px(kLineHead), frame.px(kSpace1)), desk.words()(Message::QuotaTitle),
                  {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    ui::take_top(inner, ui::draw_paragraph(frame, inner, desk.words()(Message::QuotaText),
                                           {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}),
                 frame.px(kSpace2));
    ui::ScrollRegion region(frame, "rows", inner);
    ui::Rect rest{0, 0, region.width(), frame.px(20'000)};
    for (const QuotaLine& line : desk.project.quota) draw_row(desk, line, rest);
    region.end_at(rest.y);
}

}  // namespace xueshi::views

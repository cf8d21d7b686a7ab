#include "web/views/hours_view.h"

#include <algorithm>

#include "web/ui/page_header.h"
#include "web/ui/scroll_region.h"
#include "web/ui/state_page.h"
#include "web/views/hours_parts.h"
#include "web/views/registers_view.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kPanel = 20.0f;
constexpr float kEmptyWidth = 28.0f;
constexpr float kEmptyHeight = 19.0f;

void draw_no_duty(const Screen& screen) {
    ui::Frame& frame = screen.frame;
    const ui::PageLayout layout = lay_out_screen(screen, {});
    ui::page_header(frame, layout.header, {.title = screen.words(Message::HoursTitle), .note = screen.sample_chip()});
    ui::state_page(frame, "state",
                   ui::centred(layout.content, std::min(layout.content.width, frame.px(kEmptyWidth)), frame.px(kEmptyHeight)),
                   {.drawing = ui::Drawing::Empty,
                    .title = screen.words(Message::HoursNoDutyTitle),
                    .text = screen.words(Message::HoursNoDutyText)});
}

// Below each other in one region that scrolls.
template <class Body>
void draw_column_of_cards(const HoursPage& page, std::string_view id, const ui::Rect& rect, Body&& body) {
    ui::Frame& frame = page.frame();
    ui::ScrollRegion region(frame, id, rect);
    ui::Rect rest{0, 0, region.width(), frame.px(20'000)};
    body(rest);
    region.end_at(rest.y + frame.px(kEndSpace));
}

// What was chosen may have been decided, or moved by another device, meanwhile.
void forget_what_is_gone(const app::HoursProjection& projection, HoursUiState& ui) {
    const app::HourLine* line = ui.record.empty() ? nullptr : projection.find(ui.record);
    if (!ui.record.empty() && (line == nullptr || !line->can_move)) ui.clear();
}

}  // namespace

AllocatedYear HoursPage::shown_year() const {
    if (ui.year && projection.find_year(*ui.year) != nullptr) return *ui.year;
    const AllocatedYear now{date_of(screen.status.now).year()};
    return projection.find_year(now) != nullptr ? now : projection.years.back().year;
}

[[gnu::noinline]] void draw_hours(const Screen& screen, const app::HoursProjection& projection, HoursUiState& ui) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::NodeScope main(frame, "hours", ui::Role::Main, frame.viewport, words(Message::HoursTitle));
    if (!projection.has_duty) return draw_no_duty(screen);
    forget_what_is_gone(projection, ui);
    const HoursPage page{screen, projection, ui};
    const bool is_phone = frame.is_phone();
    const ui::PageLayout layout = lay_out_screen(screen, {.detail_em = is_phone ? 0 : kPanel});
    const ui::PageHeader header =
        ui::page_header(frame, layout.header, {.title = words(Message::HoursTitle), .note = screen.sample_chip()});
    ui::Rect room = header.rest;
    // A phone's head has room for one of them at most: both stand below the records there.
    const bool has_button = !is_phone && draw_certificate_button(page, room);
    const bool has_link = !is_phone && draw_registers_link(screen, room);
    const auto draw_ways = [&](ui::Rect& rest) {
        if (!has_button) draw_certificate_row(page, rest);
        if (!has_link) draw_registers_row(screen, rest);
    };
    if (!is_phone) {
        draw_column_of_cards(page, "years", layout.content, [&](ui::Rect& rest) {
            draw_hours_chart(page, rest);
            draw_hour_lines(page, rest);
            draw_ways(rest);
        });
        draw_column_of_cards(page, "choice", layout.detail, [&](ui::Rect& rest) {
            draw_allocation_card(page, rest);
            draw_uses_card(page, rest);
        });
        return draw_certificate_dialog(page);
    }
    // On a phone the choice is a page of its own.
    const bool is_choosing = !ui.record.empty() || ui.is_proposal;
    draw_column_of_cards(page, is_choosing ? "choice" : "years", layout.content, [&](ui::Rect& rest) {
        if (is_choosing) return draw_allocation_card(page, rest);
        draw_hours_chart(page, rest);
        draw_hour_lines(page, rest);
        draw_ways(rest);
        draw_allocation_card(page, rest);
        draw_uses_card(page, rest);
    });
    draw_certificate_dialog(page);
}

}  // namespace xueshi::views

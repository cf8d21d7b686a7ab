// Parts of the page of hours. Internal to its files.
#pragma once

#include <string>

#include "web/ui/chip.h"
#include "web/views/card_pen.h"
#include "web/views/hour_words.h"
#include "web/views/hours_view.h"

namespace xueshi::views {

struct HoursPage {
    const Screen& screen;
    const app::HoursProjection& projection;
    HoursUiState& ui;

    ui::Frame& frame() const { return screen.frame; }
    const locale::Locale& words() const { return screen.words; }
    AllocatedYear shown_year() const;
};

// hours_chart.cpp: a column for each year, pressed to see its records; at the top of `rest`.
void draw_hours_chart(const HoursPage& page, ui::Rect& rest);
// hours_legend.cpp
float hours_legend_height(const HoursPage& page, float width);
void draw_hours_legend(const HoursPage& page, const ui::Rect& rect);
// hours_lines.cpp: the shown year's records; likewise.
void draw_hour_lines(const HoursPage& page, ui::Rect& rest);
// hours_allocation.cpp: the years of the chosen record, what the staged moves do, and the order; likewise.
void draw_allocation_card(const HoursPage& page, ui::Rect& rest);
// Stages the chosen record's move there; to the year it stands in: none.
void stage_year(const HoursPage& page, const app::YearOption& option);
// hours_uses.cpp: what others ask the results for; likewise.
void draw_uses_card(const HoursPage& page, ui::Rect& rest);

// hours_certificate.cpp: the button that asks for the shown year's certificate, at the right of `row` where there is
// room; else false, and draw_certificate_row puts it at the top of `rest`. And its dialog, drawn last.
bool draw_certificate_button(const HoursPage& page, ui::Rect& row);
void draw_certificate_row(const HoursPage& page, ui::Rect& rest);
void draw_certificate_dialog(const HoursPage& page);

// ---- words, hours_words.cpp
struct YearSign {
    std::string text;  // "差 12"
    ui::Meaning meaning = ui::Meaning::Neutral;
    ui::Icon icon = ui::Icon::None;
};
YearSign year_sign(const locale::Locale& words, const app::HourYear& year);
YearSign result_sign(const locale::Locale& words, bool passes, DeciHours missing);
// Why hours of a record do not count, with the paragraph; empty when all do.
std::string reason_words(const locale::Locale& words, const app::HourLine& line);
// What stands against a year, or what hours would serve there.
std::string option_words(const locale::Locale& words, const app::YearOption& option);

}  // namespace xueshi::views

#include "web/views/statistics_view.h"

#include <algorithm>
#include <array>

#include "web/ui/card.h"
#include "web/ui/content_hash.h"
#include "web/ui/list_row.h"
#include "web/ui/page_header.h"
#include "web/ui/paint.h"
#include "web/ui/scroll_region.h"
#include "web/ui/state_page.h"
#include "web/ui/table.h"
#include "web/views/route.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::ParticipationCounts;

constexpr float kTrack = 0.5f;
constexpr float kTableFrom = 46.0f;  // em of content: below it schools are rows of two lines
constexpr float kSchoolRow = 4.25f;
constexpr float kEmptyWidth = 28.0f;
constexpr float kEmptyHeight = 19.0f;

// Of nobody there is no rate.
std::string percent(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return "—";
    const std::int64_t hundredths = app::rate(part, whole);
    const std::int64_t rest = hundredths % 100;
    return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest) + "%";
}

struct Rate {
    Message name;
    Message denominator;
    std::int64_t part = 0;
    std::int64_t whole = 0;

    std::string text() const { return percent(part, whole); }
};

std::array<Rate, 3> rates_of(const ParticipationCounts& counts) {
    return {{{Message::RateBegun, Message::OfDue, counts.begun, counts.due},
             {Message::RateFinished, Message::OfDue, counts.finished, counts.due},
             {Message::RateFinishedOfBegun, Message::OfBegun, counts.finished, counts.begun}}};
}

// What earlier phases had reached, by the notice's own rates (R18).
std::array<Rate, 3> earlier_rates_of(const ParticipationCounts& counts) {
    return {{{Message::RateTookPart, Message::OfTeachers, counts.took_part, counts.teachers},
             {Message::RateCompleted, Message::OfTeachers, counts.completed, counts.teachers},
             {Message::RateCompletedOfTookPart, Message::OfTookPart, counts.completed, counts.took_part}}};
}

std::string fraction(const Screen& screen, const Rate& rate) {
    return screen.words.number(rate.part) + " / " + screen.words.number(rate.whole);
}

constexpr float kRateTall = kLineBody + kSpace1 + kTypeFigure * 1.25f + kSpace2 + kTrack + kSpace3 + kLineSmall;

void draw_rate_card(const Screen& screen, std::uint64_t id, const ui::Rect& rect, const Rate& rate) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::IdScope scope(frame, id);
    ui::Rect inner = ui::card(frame, rect);
    const std::string value = rate.text();
    ui::draw_text(frame,
                  ui::take_top(inner, frame.px(kLineBody), frame.px(kSpace1)),
                  words(rate.name),
                  {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    ui::draw_text(frame,
                  ui::take_top(inner, frame.px(kTypeFigure * 1.25f), frame.px(kSpace2)),
                  value,
                  {.size = ui::TextSize::Figure});
    const ui::Rect track = ui::take_top(inner, frame.px(kTrack), frame.px(kSpace3));
    ui::fill(frame, track, frame.theme.hairline, track.height / 2);
    const float share = static_cast<float>(app::rate(rate.part, rate.whole)) / 10'000;
    if (rate.part > 0) {
        ui::fill(frame,
                 {track.x, track.y, std::max(track.height, track.width * share), track.height},
                 frame.theme.accent,
                 track.height / 2);
    }
    const std::string from = words.format(Message::RateOf, {fraction(screen, rate), words(rate.denominator)});
    ui::draw_text(frame,
                  ui::take_top(inner, frame.px(kLineSmall)),
                  from,
                  {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
}

void draw_rates(const Screen& screen, const app::ParticipationProjection& projection, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const auto rates = rates_of(projection.all);
    const bool is_wide = rest.width >= frame.px(kTableFrom);
    const int columns = is_wide ? 3 : 1;
    const float tall = frame.px(kRateTall) + 2 * ui::card_pad(frame);
    for (int i = 0; i < 3; i += columns) {
        const ui::Rect row = ui::take_top(rest, tall, card_gap(frame));
        for (int k = 0; k < columns; ++k) {
            const ui::Rect place = ui::column_of(row, k, columns, frame.px(kGapCardsX));
            const auto at = static_cast<std::size_t>(i + k);
            draw_rate_card(screen, at, place, rates[at]);
        }
    }
}

void draw_earlier(const Screen& screen, const app::ParticipationProjection& projection, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::IdScope scope(frame, "earlier");
    const auto rates = earlier_rates_of(projection.all);
    const float row = frame.px(kLineBody + kSpace2);
    const float tall = frame.px(kLineHead + kSpace2) + row * 3;
    ui::Rect inner = ui::card(frame, ui::take_top(rest, tall + 2 * ui::card_pad(frame), card_gap(frame)));
    ui::card_head(frame, "head", inner, {.title = words(Message::EarlierPhases)});
    ui::take_top(inner, frame.px(kSpace2));
    for (const Rate& rate : rates) {
        ui::Rect line = ui::take_top(inner, row);
        const std::string value = rate.text();
        const std::string about = words.format(
            Message::RateLine, {words(rate.name), fraction(screen, rate), words(rate.denominator)});
        ui::draw_text(frame,
                      ui::take_right(line, frame.px(5), frame.px(kSpace3)),
                      value,
                      {.weight = ui::Weight::Bold, .align = ui::Align::Right, .is_tabular = true});
        ui::draw_text(frame, line, about, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    }
}

void draw_school_table(const Screen& screen, const app::ParticipationProjection& projection, const ui::Rect& rect) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const auto figure = [&](Message title) {
        return ui::TableColumn{.title = words(title), .width_em = 6.5f, .align = ui::Align::Right};
    };
    const std::array columns = {ui::TableColumn{.title = words(Message::ColumnSchool)},
                                figure(Message::ColumnTeachers),
                                figure(Message::ColumnDue),
                                figure(Message::ColumnBegun),
                                figure(Message::ColumnFinished),
                                figure(Message::RateBegun),
                                figure(Message::RateFinished)};
    ui::Table table(frame,
                    "schools",
                    rect,
                    columns,
                    {.name = words(Message::SchoolsName), .row_count = static_cast<int>(projection.schools.size())});
    for (int i = table.first(); i < table.last(); ++i) {
        const app::SchoolParticipation& school = projection.schools[static_cast<std::size_t>(i)];
        ui::TableRow row(table, i, ui::ContentHash().text(school.school_id.text).value(), {});
        const ParticipationCounts& counts = school.counts;
        row.text(0, school.name);
        const std::string values[] = {words.number(counts.teachers),
                                      words.number(counts.due),
                                      words.number(counts.begun),
                                      words.number(counts.finished),
                                      percent(counts.begun, counts.due),
                                      percent(counts.finished, counts.due)};
        for (int column = 1; column < 7; ++column) {
            row.text(column, values[column - 1], {.align = ui::Align::Right, .is_tabular = true});
        }
    }
}

void draw_school_rows(const Screen& screen, const app::ParticipationProjection& projection, ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    for (const app::SchoolParticipation& school : projection.schools) {
        const ui::IdScope scope(frame, school.school_id.text);
        const ParticipationCounts& counts = school.counts;
        const std::string second =
            words.format(Message::SchoolLine,
                         {words.number(counts.due), words.number(counts.begun), words.number(counts.finished)});
        const std::string value = percent(counts.finished, counts.due);
        ui::list_row(frame,
                     "school",
                     ui::take_top(rest, frame.px(kSchoolRow)),
                     {.title = school.name,
                      .second = second,
                      .value = value,
                      .value_note = words(Message::RateFinished),
                      .is_static = true});
    }
}

void draw_nothing(const Screen& screen, const ui::Rect& room) {
    ui::Frame& frame = screen.frame;
    const ui::Rect place = ui::centred(
        room, std::min(room.width, frame.px(kEmptyWidth)), std::min(room.height, frame.px(kEmptyHeight)));
    const auto action = ui::state_page(frame,
                                       "empty",
                                       place,
                                       {.drawing = ui::Drawing::Empty,
                                        .title = screen.words(Message::StatisticsEmpty),
                                        .text = screen.words(Message::StatisticsEmptyText),
                                        .primary = screen.words(Message::ToHome)});
    if (action == ui::StatePageAction::Primary) screen.actions.put(OpenRoute{std::string(kHomeRoute), false});
}

}  // namespace

[[gnu::noinline]] void draw_statistics(const Screen& screen, const app::ParticipationProjection& projection) {
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const ui::PageLayout page = lay_out_screen(screen, {});
    const ui::NodeScope main(
        frame, "statistics", ui::Role::Main, frame.viewport, words(Message::StatisticsTitle));
    const ui::PageHeader header = ui::page_header(
        frame, page.header, {.title = words(Message::StatisticsTitle), .note = screen.sample_chip()});
    if (!projection.has_figures) return draw_nothing(screen, page.content);
    if (!frame.is_phone()) {
        ui::draw_text(frame, header.rest, screen.status.unit_name, {.colour = frame.theme.ink_2});
    }
    ui::ScrollRegion region(frame, "scroll", page.content);
    ui::Rect rest{0, 0, region.width(), frame.px(2'000)};
    draw_rates(screen, projection, rest);
    const bool has_table = rest.width >= frame.px(kTableFrom) && projection.schools.size() > 1;
    if (has_table) {
        constexpr int kRowsShown = 14;
        const int rows = std::min(static_cast<int>(projection.schools.size()), kRowsShown);
        const float tall = frame.px(2.375f + 2.625f * static_cast<float>(rows));
        const ui::Rect card = ui::take_top(rest, tall + frame.px(kSpace3), card_gap(frame));
        ui::card(frame, card);
        draw_school_table(screen, projection, {card.x, card.y + frame.px(kSpace1), card.width, tall});
    } else if (projection.schools.size() > 1) {
        ui::Rect inner = ui::card(
            frame,
            ui::take_top(rest,
                         frame.px(kSchoolRow) * static_cast<float>(projection.schools.size()) + 2 * ui::card_pad(frame),
                         card_gap(frame)));
        draw_school_rows(screen, projection, inner);
    }
    draw_earlier(screen, projection, rest);
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = frame.theme.ink_2};
    ui::take_top(rest, ui::draw_paragraph(frame, rest, words(Message::StatisticsNote), small));
    region.end_at(rest.y + frame.px(kEndSpace));
}

}  // namespace xueshi::views

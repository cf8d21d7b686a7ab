// The first card of a teacher's Home: the dial, its legend and the requirements.
#include <algorithm>

#include "web/ui/card.h"
#include "web/ui/hours_dial.h"
#include "web/views/home_cards.h"
#include "web/views/requirements_view.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using ledger::HourState;

constexpr std::array kStates = {
    HourState::Verified, HourState::Earned, HourState::InProgress, HourState::Planned};
constexpr std::array kTicks = {ui::TickState::Verified,
                               ui::TickState::Earned,
                               ui::TickState::InProgress,
                               ui::TickState::Planned};
constexpr float kDialWide = 16.0f;
constexpr float kDialPhone = 9.375f;
constexpr float kLegendWide = 2.25f;
constexpr float kLegendPhone = 1.5f;

std::string headline(const Screen& screen, const app::HomeProjection& home) {
    const locale::Locale& words = screen.words;
    const auto& hours = home.hours;
    if (hours.total().tenths == 0)
        return words.format(Message::HeadlineEmpty, {words.hours(home.needed)});
    if (home.to_arrange.tenths > 0) {
        return words.format(Message::HeadlineMissing, {words.hours(home.to_arrange)});
    }
    const bool is_earned = std::all_of(
        home.requirements.begin(), home.requirements.end(), [](const app::RequirementRow& row) {
            return row.counted.of(HourState::Verified) + row.counted.of(HourState::Earned) >=
                   row.minimum;
        });
    return std::string(words(is_earned ? Message::HeadlineEnough : Message::HeadlineArranged));
}

void draw_dial(const Screen& screen, const ui::Rect& rect, const app::HomeProjection& home) {
    const locale::Locale& words = screen.words;
    const auto& hours = home.hours;
    const std::string figure = words.hours(hours.total());
    const std::string needed = words.hours(home.needed);
    const bool is_small = screen.frame.is_phone();
    const std::string note =
        words.format(is_small ? Message::ArrangedNoteShort : Message::ArrangedNote, {needed});
    const std::string name = words.format(Message::DialName,
                                          {std::to_string(home.year.year),
                                           figure,
                                           needed,
                                           words.hours(hours.of(HourState::Verified)),
                                           words.hours(hours.of(HourState::Earned)),
                                           words.hours(hours.of(HourState::InProgress)),
                                           words.hours(hours.of(HourState::Planned))});
    ui::hours_dial(screen.frame,
                   "dial",
                   rect,
                   {.shares = shares_of(hours),
                    .tick_count = static_cast<int>(home.needed.tenths / 10),
                    .group_size = std::max(1, static_cast<int>(home.hours_per_day.tenths / 10)),
                    .caption = is_small ? std::string_view{} : words(Message::ArrangedCaption),
                    .figure = figure,
                    .note = note,
                    .name = name});
}

std::string origin_words(const Screen& screen, const app::StateOrigin& origin, HourState state) {
    const std::string count = screen.words.number(static_cast<std::int64_t>(origin.entries));
    if (origin.entries == 0) return std::string(screen.words(Message::OriginNone));
    if (origin.entries == 1) return origin.remark.empty() ? origin.title : origin.remark;
    return screen.words.format(
        state == HourState::Planned ? Message::OriginCourses : Message::OriginRecords, {count});
}

void draw_legend(const Screen& screen,
                 ui::Rect rest,
                 const app::HomeProjection& home,
                 bool shows_notes) {
    ui::Frame& frame = screen.frame;
    float word_em = 3.5f;
    for (const HourState state : kStates) {
        word_em = std::max(
            word_em, ui::measure_text(frame, screen.words.hour_state(state)) / frame.em + 0.25f);
    }
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        const std::string value = screen.words.hours(home.hours.of(kStates[i]));
        const std::string note =
            shows_notes ? origin_words(screen, home.origins[i], kStates[i]) : std::string();
        ui::dial_legend(frame,
                        ui::take_top(rest, frame.px(frame.is_phone() ? kLegendPhone : kLegendWide)),
                        {.state = kTicks[i],
                         .word = screen.words.hour_state(kStates[i]),
                         .value = value,
                         .note = note,
                         .is_small = frame.is_phone(),
                         .word_em = word_em});
    }
}

// Headline, year and legend; answers its height without drawing when `rect` is null.
float text_column(const Screen& screen,
                  const ui::Rect* rect,
                  float width,
                  const app::HomeProjection& home) {
    ui::Frame& frame = screen.frame;
    const bool is_phone = frame.is_phone();
    const std::string title = headline(screen, home);
    const ui::TextStyle style{.size = is_phone ? ui::TextSize::Body : ui::TextSize::Head,
                              .weight = ui::Weight::Bold,
                              .spoken = ui::Spoken::Heading2,
                              .keeps_two = true};
    const std::string day = std::to_string(home.hours_per_day.tenths / 10);
    const std::string year =
        screen.words.format(Message::YearAndTicks, {std::to_string(home.year.year), day});
    const float title_tall = ui::measure_paragraph(frame, width, title, style);
    const float year_tall =
        is_phone ? 0 : ui::measure_paragraph(frame, width, year, {.size = ui::TextSize::Small});
    const float legend = frame.px((is_phone ? kLegendPhone : kLegendWide) * 4);
    const float height = title_tall + year_tall + frame.px(kSpace2) + legend;
    if (rect == nullptr) return height;

    ui::Rect rest = *rect;
    ui::draw_paragraph(frame, ui::take_top(rest, title_tall), title, style);
    if (!is_phone) {
        ui::draw_paragraph(frame,
                           ui::take_top(rest, year_tall),
                           year,
                           {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    }
    ui::take_top(rest, frame.px(kSpace2));
    draw_legend(screen, rest, home, !is_phone && width >= frame.px(16));
    return height;
}

}  // namespace

void draw_hours_card(const Screen& screen,
                     const app::HomeProjection& home,
                     HomeUiState& ui,
                     ui::Rect& rest) {
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, "hours");
    const bool is_phone = frame.is_phone();
    const float width = rest.width - 2 * ui::card_pad(frame);
    const bool is_stacked = width < frame.px(19);  // the narrowest phones: dial above, words below
    const float dial = frame.px(is_phone ? kDialPhone : kDialWide);
    const float gap = frame.px(is_phone ? kSpace4 : kSpace7);
    const float text_width = is_stacked ? width : width - dial - gap;
    const float text_tall = text_column(screen, nullptr, text_width, home);
    const float top = is_stacked ? dial + gap + text_tall : std::max(dial, text_tall);

    const RequirementBarsLook bars{.form = ui::RequirementForm::Home,
                                   .columns = width >= frame.px(32) ? 4 : 2,
                                   .shows_sources = !is_phone,
                                   .uses_short_names = is_phone,
                                   .says_arranged = true};
    const float bars_tall = requirement_bars_height(screen, width, home.requirements, bars);
    const float sources =
        is_phone ? requirement_sources_height(screen, width, home.requirements, ui.shows_sources) +
                       frame.px(kSpace3)
                 : 0;
    const std::string beyond =
        screen.words.format(Message::NotCounted, {screen.words.hours(home.not_counted)});
    const float beyond_tall = home.not_counted.tenths > 0 ? frame.px(kLineSmall + kSpace2) : 0;
    const float rule = frame.px(2 * kSpace4 + kStrokeHair);
    const float height = top + beyond_tall + rule + bars_tall + sources + 2 * ui::card_pad(frame);

    ui::Rect inner = ui::card(frame, ui::take_top(rest, height, card_gap(frame)));
    ui::Rect upper = ui::take_top(inner, top);
    const ui::Rect dial_place =
        is_stacked ? ui::take_top(upper, dial, gap) : ui::take_left(upper, dial, gap);
    draw_dial(screen, ui::centred(dial_place, dial, dial), home);
    const ui::Rect words = ui::left_middle(upper, upper.width, text_tall);
    text_column(screen, &words, text_width, home);
    if (beyond_tall > 0) {
        ui::take_top(inner, frame.px(kSpace2));
        ui::draw_text(frame,
                      ui::take_top(inner, frame.px(kLineSmall)),
                      beyond,
                      {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    }
    ui::card_rule(frame, inner);
    draw_requirement_bars(screen, ui::take_top(inner, bars_tall), home.requirements, bars);
    if (!is_phone) return;
    ui::take_top(inner, frame.px(kSpace3));
    draw_requirement_sources(screen, inner, home.requirements, ui.shows_sources);
}

}  // namespace xueshi::views

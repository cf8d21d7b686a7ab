#include "web/views/requirements_view.h"

#include <algorithm>

#include "web/ui/button.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::RequirementRow;

constexpr int kMostSourceLines = 6;
constexpr float kColumnGap = 1.5f;

float bar_em(ui::RequirementForm form) {
    switch (form) {
        case ui::RequirementForm::Summary:
            return 5.5f;  // without the note's line
        case ui::RequirementForm::Home:
            return 6.375f;
        case ui::RequirementForm::Compact:
            return 2.25f;
    }
    return 0;
}

ui::TextStyle source_style(const ui::Frame& frame) {
    return {.size = ui::TextSize::Small,
            .colour = frame.theme.ink_2,
            .keeps_two = true,
            .max_lines = kMostSourceLines};
}

std::string source_sentence(const Screen& screen, const RequirementRow& row) {
    return screen.words.format(Message::BasedOn, {screen.words.of(row.source)});
}

float column_width(const Screen& screen, float width, int columns) {
    const auto count = static_cast<float>(columns);
    return (width - screen.frame.px(kColumnGap) * (count - 1)) / count;
}

// Height of one row of bars, its tallest source included.
float row_height(const Screen& screen,
                 float width,
                 std::span<const RequirementRow> row,
                 const RequirementBarsLook& look) {
    float tallest = 0;
    if (look.shows_sources) {
        for (const RequirementRow& each : row) {
            const float column = column_width(screen, width, look.columns);
            const std::string source = source_sentence(screen, each);
            tallest = std::max(
                tallest,
                ui::measure_paragraph(screen.frame, column, source, source_style(screen.frame)));
        }
        tallest += screen.frame.px(kSpace2);
    }
    return screen.frame.px(bar_em(look.form)) + tallest;
}

template <class Each>
void for_each_row(std::span<const RequirementRow> rows, int columns, Each&& each) {
    const auto step = static_cast<std::size_t>(columns);
    for (std::size_t begin = 0; begin < rows.size(); begin += step) {
        each(rows.subspan(begin, std::min(step, rows.size() - begin)));
    }
}

bool is_complete_now(const RequirementRow& row) {
    const auto& counted = row.counted;
    return counted.of(ledger::HourState::Verified) + counted.of(ledger::HourState::Earned) >=
           row.minimum;
}

std::string status_words(const Screen& screen,
                         const RequirementRow& row,
                         const RequirementBarsLook& look) {
    const locale::Locale& words = screen.words;
    if (row.is_met()) {
        const bool is_arranged = look.says_arranged && !is_complete_now(row);
        return std::string(words(is_arranged ? Message::StatusArranged : Message::StatusEnough));
    }
    const bool says_short = look.form == ui::RequirementForm::Summary;
    return words.format(says_short ? Message::StatusMissingShort : Message::StatusMissing,
                        {words.hours(row.missing())});
}

// The full name where it fits by itself.
std::string_view name_words(const Screen& screen,
                            float width,
                            const RequirementRow& row,
                            const RequirementBarsLook& look) {
    const std::string_view name = screen.words.of(row.name);
    const bool is_summary = look.form == ui::RequirementForm::Summary;
    const bool fits =
        ui::measure_text(screen.frame,
                         name,
                         is_summary ? ui::TextSize::Body : ui::TextSize::Small,
                         is_summary ? ui::Weight::Bold : ui::Weight::Regular) <= width;
    return look.uses_short_names || !fits ? screen.words.of(row.short_name) : name;
}

void draw_bar(const Screen& screen,
              const ui::Rect& rect,
              const RequirementRow& row,
              const RequirementBarsLook& look,
              bool has_status_below) {
    const locale::Locale& words = screen.words;
    const std::string amount = words.hours(row.counted.total());
    const std::string need = words.format(Message::SlashNeeded, {words.hours(row.minimum)});
    const std::string status = status_words(screen, row, look);
    const bool is_summary = look.form == ui::RequirementForm::Summary;
    const bool is_compact = look.form == ui::RequirementForm::Compact;
    ui::requirement_bar(screen.frame,
                        row.id,
                        rect,
                        {.track = {.shares = shares_of(row.counted),
                                   .minimum = static_cast<int>(row.minimum.tenths),
                                   .height_em = is_summary   ? 0.75f
                                                : is_compact ? 0.625f
                                                             : 0.5f,
                                   .shows_shortfall = is_summary},
                         .form = look.form,
                         .name = name_words(screen, rect.width, row, look),
                         .amount = amount,
                         .need = need,
                         .status_text = status,
                         .status = row.is_met() ? ui::Meaning::Done : ui::Meaning::Attention,
                         .has_status_below = has_status_below});
}

// Where one name needs the whole line, every status goes below, so that they line up.
bool has_statuses_below(const Screen& screen,
                        float width,
                        std::span<const RequirementRow> rows,
                        const RequirementBarsLook& look) {
    return std::any_of(rows.begin(), rows.end(), [&](const RequirementRow& row) {
        const std::string status = status_words(screen, row, look);
        return !ui::fits_beside_status(
            screen.frame,
            width,
            {.name = name_words(screen, width, row, look),
             .status_text = status,
             .status = row.is_met() ? ui::Meaning::Done : ui::Meaning::Attention});
    });
}

}  // namespace

ui::DialShares shares_of(const plan::HoursByState& hours) {
    const auto tenths = [&](ledger::HourState state) {
        return static_cast<int>(std::clamp<std::int64_t>(hours.of(state).tenths, 0, 1'000'000));
    };
    return {tenths(ledger::HourState::Verified),
            tenths(ledger::HourState::Earned),
            tenths(ledger::HourState::InProgress),
            tenths(ledger::HourState::Planned)};
}

int compact_columns(const Screen& screen, float width, std::span<const RequirementRow> rows) {
    const ui::Frame& frame = screen.frame;
    const float column = column_width(screen, width, 2);
    const bool fits = std::all_of(rows.begin(), rows.end(), [&](const RequirementRow& row) {
        const std::string amount = screen.words.hours(row.counted.total());
        const std::string need =
            screen.words.format(Message::SlashNeeded, {screen.words.hours(row.minimum)});
        const ui::TextRun runs[] = {{screen.words.of(row.short_name), ui::TextSize::Small},
                                    {amount, ui::TextSize::Small, ui::Weight::Bold},
                                    {need, ui::TextSize::Small}};
        return ui::measure_runs(frame, runs) + frame.px(kIconStatus + 2 * kSpace1) <= column;
    });
    return fits ? 2 : 1;
}

float requirement_bars_height(const Screen& screen,
                              float width,
                              std::span<const RequirementRow> rows,
                              const RequirementBarsLook& look) {
    float height = -screen.frame.px(kSpace4);
    for_each_row(rows, look.columns, [&](std::span<const RequirementRow> row) {
        height += row_height(screen, width, row, look) + screen.frame.px(kSpace4);
    });
    return std::max(height, 0.0f);
}

void draw_requirement_bars(const Screen& screen,
                           const ui::Rect& rect,
                           std::span<const RequirementRow> rows,
                           const RequirementBarsLook& look) {
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, "requirements");
    ui::Rect rest = rect;
    const bool has_status_below =
        has_statuses_below(screen, column_width(screen, rect.width, look.columns), rows, look);
    for_each_row(rows, look.columns, [&](std::span<const RequirementRow> row) {
        const ui::Rect strip =
            ui::take_top(rest, row_height(screen, rect.width, row, look), frame.px(kSpace4));
        for (std::size_t i = 0; i < row.size(); ++i) {
            ui::Rect column =
                ui::column_of(strip, static_cast<int>(i), look.columns, frame.px(kColumnGap));
            draw_bar(screen,
                     ui::take_top(column, frame.px(bar_em(look.form)), frame.px(kSpace2)),
                     row[i],
                     look,
                     has_status_below);
            if (look.shows_sources) {
                ui::draw_paragraph(
                    frame, column, source_sentence(screen, row[i]), source_style(frame));
            }
        }
    });
}

float requirement_sources_height(const Screen& screen,
                                 float width,
                                 std::span<const RequirementRow> rows,
                                 bool is_open) {
    const ui::Frame& frame = screen.frame;
    float height = frame.px(kLineSmall);
    if (!is_open) return height;
    for (const RequirementRow& row : rows) {
        height +=
            frame.px(kSpace2 + kLineSmall) +
            ui::measure_paragraph(frame, width, source_sentence(screen, row), source_style(frame));
    }
    return height;
}

void draw_requirement_sources(const Screen& screen,
                              const ui::Rect& rect,
                              std::span<const RequirementRow> rows,
                              bool& is_open) {
    ui::Frame& frame = screen.frame;
    const ui::IdScope scope(frame, "sources");
    ui::Rect rest = rect;
    const bool was_open = is_open;
    if (ui::link(frame,
                 "toggle",
                 ui::take_top(rest, frame.px(kLineSmall)),
                 {.label = screen.words(was_open ? Message::SourcesHide : Message::SourcesShow),
                  .icon = was_open ? ui::Icon::ChevronUp : ui::Icon::Info})) {
        is_open = !is_open;
    }
    if (!was_open) return;
    for (const RequirementRow& row : rows) {
        ui::take_top(rest, frame.px(kSpace2));
        ui::draw_text(frame,
                      ui::take_top(rest, frame.px(kLineSmall)),
                      screen.words.of(row.name),
                      {.size = ui::TextSize::Small, .weight = ui::Weight::Bold});
        rest.y +=
            ui::draw_paragraph(frame, rest, source_sentence(screen, row), source_style(frame));
    }
}

}  // namespace xueshi::views

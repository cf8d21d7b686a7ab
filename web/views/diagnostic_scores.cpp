// The scores: a radar for each level with its bands, or how they changed since the result before.
#include <cstddef>
#include <vector>

#include "web/ui/paint.h"
#include "web/ui/radar.h"
#include "web/views/diagnostic_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::DimensionView;
using app::LevelView;
using app::ResultView;
using diagnostic::BandedScore;

constexpr float kSideBySideFrom = 36.0f;  // em inside the card
constexpr float kBandRow = 1.875f;

const LevelView* level_of(const ResultView* result, diagnostic::CapabilityLevel level) {
    if (result == nullptr) return nullptr;
    for (const LevelView& each : result->levels) {
        if (each.level == level) return &each;
    }
    return nullptr;
}

const BandedScore* score_of(const LevelView* level, diagnostic::Dimension dimension) {
    if (level == nullptr) return nullptr;
    for (const DimensionView& each : level->dimensions) {
        if (each.dimension == dimension) return &each.score;
    }
    return nullptr;
}

struct LevelScores {
    const DiagnosticScreen& view;
    const LevelView& level;
    const LevelView* earlier = nullptr;  // null: not compared, or not measured then
    bool compares = false;
};

// What the picture needs; owns the words it points to.
struct RadarPicture {
    std::vector<std::string> figures;
    std::vector<ui::RadarAxis> axes;
    std::string name;
    ui::RadarLook look;

    explicit RadarPicture(const LevelScores& scores);
    RadarPicture(const RadarPicture&) = delete;
    RadarPicture& operator=(const RadarPicture&) = delete;
};

RadarPicture::RadarPicture(const LevelScores& scores) {
    const locale::Locale& words = scores.view.words();
    name = words.format(Message::RadarName,
                        {level_title(words, scores.level.level), level_name(words, scores.level.level)});
    figures.reserve(scores.level.dimensions.size());
    for (const DimensionView& each : scores.level.dimensions) {
        figures.push_back(score_figure(each.score.share));
        const BandedScore* before = score_of(scores.earlier, each.dimension);
        axes.push_back({.name = words.of(each.name),
                        .value = figures.back(),
                        .share = static_cast<float>(each.score.share),
                        .low = static_cast<float>(each.score.low),
                        .high = static_cast<float>(each.score.high),
                        .earlier = before == nullptr ? -1.0f : static_cast<float>(before->share)});
        if (axes.size() > 1) name += words(Message::AxisSeparator);
        name += before == nullptr
                    ? words.format(Message::RadarAxis,
                                   {words.of(each.name), figures.back(), band_words(words, each.score)})
                    : words.format(Message::RadarAxisEarlier,
                                   {words.of(each.name),
                                    figures.back(),
                                    score_figure(before->share),
                                    band_words(words, each.score)});
    }
    look = {.axes = axes,
            .lower_cut = static_cast<float>(diagnostic::kToImproveUpTo),
            .upper_cut = static_cast<float>(diagnostic::kExcellentFrom),
            .name = name};
}

// Dimensions of one band and one certainty, in a row.
struct BandRow {
    BandedScore score;
    std::string names;
    std::size_t count = 0;
};

std::vector<BandRow> band_rows(const LevelScores& scores) {
    const locale::Locale& words = scores.view.words();
    std::vector<BandRow> rows;
    // The best first; what is sure before what is not.
    for (const diagnostic::Band band :
         {diagnostic::Band::Excellent, diagnostic::Band::Qualified, diagnostic::Band::ToImprove}) {
        for (const bool is_sure : {true, false}) {
            BandRow row;
            for (const DimensionView& each : scores.level.dimensions) {
                if (each.score.band != band || each.score.is_sure != is_sure) continue;
                if (!row.names.empty()) row.names += words(Message::ListSeparator);
                row.names += words.of(each.name);
                row.score = each.score;
                ++row.count;
            }
            if (row.count == scores.level.dimensions.size()) row.names = words(Message::EveryDimension);
            if (row.count > 0) rows.push_back(std::move(row));
        }
    }
    return rows;
}

// Text at the left, a chip or words at the right of its first line.
void lay_row(DiagnosticPen& pen, std::string_view text, const ui::ChipLook& chip) {
    ui::Frame& frame = pen.frame();
    const ui::TextStyle style{.size = ui::TextSize::Small};
    const float right = ui::chip_width(frame, chip) + frame.px(kSpace3);
    const float height = ui::measure_paragraph(frame, pen.rest.width - right, text, style);
    ui::Rect row = ui::take_top(pen.rest, std::max(frame.px(kBandRow), height + frame.px(kSpace2)));
    if (!pen.draws) return;
    ui::ChipLook placed = chip;
    placed.align = ui::Align::Right;
    ui::chip(frame, row, placed);
    row.width -= right;
    row.y += (row.height - height) / 2;
    ui::draw_paragraph(frame, row, text, style);
}

bool is_within_error(const BandedScore& now, const BandedScore& before) {
    return std::max(now.low, before.low) <= std::min(now.high, before.high);
}

void lay_change(DiagnosticPen& pen, const LevelScores& scores, const DimensionView& dimension) {
    const locale::Locale& words = pen.words();
    const BandedScore* before = score_of(scores.earlier, dimension.dimension);
    if (before == nullptr) {
        return lay_row(
            pen, words.of(dimension.name), {.text = words(Message::ChangeNew), .is_note = true});
    }
    const double change = dimension.score.share - before->share;
    if (is_within_error(dimension.score, *before)) {
        return lay_row(pen,
                       words.of(dimension.name),
                       {.text = words(Message::ChangeWithin), .icon = ui::Icon::Info, .is_note = true});
    }
    const std::string text =
        words.format(change > 0 ? Message::ChangeUp : Message::ChangeDown, {score_figure(change)});
    lay_row(pen,
            words.of(dimension.name),
            {.text = text,
             .meaning = change > 0 ? ui::Meaning::Done : ui::Meaning::Attention,
             .icon = change > 0 ? ui::Icon::ArrowUp : ui::Icon::ArrowDown});
}

void lay_level(DiagnosticPen& pen, const LevelScores& scores) {
    ui::Frame& frame = pen.frame();
    const locale::Locale& words = pen.words();
    ui::Rect head = pen.take(kLineHead, kSpace3);
    if (pen.draws) {
        const std::string_view name = level_name(words, scores.level.level);
        const float width = ui::measure_text(frame, name, ui::TextSize::Small) + 1;
        ui::draw_text(frame,
                      ui::take_right(head, width, frame.px(kSpace2)),
                      name,
                      {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
        ui::draw_text(frame,
                      head,
                      level_title(words, scores.level.level),
                      {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    }
    const RadarPicture picture(scores);
    const ui::Rect place =
        ui::take_top(pen.rest, ui::radar_height(frame, pen.rest.width, picture.look), frame.px(kSpace4));
    if (pen.draws) ui::radar(frame, "radar", place, picture.look);
    if (scores.compares) {
        for (const DimensionView& each : scores.level.dimensions) lay_change(pen, scores, each);
        return;
    }
    for (const BandRow& row : band_rows(scores)) lay_row(pen, row.names, band_chip(words, row.score));
}

ui::RadarLegend legend_of(const DiagnosticScreen& view, const ResultView& result) {
    const locale::Locale& words = view.words();
    return {.estimate = words(Message::LegendEstimate),
            .band = result.has_interval ? words(Message::LegendBand) : std::string_view{},
            .lower_cut = words(Message::LegendToImprove),
            .upper_cut = words(Message::LegendExcellent),
            .earlier = view.ui.compares ? words(Message::LegendEarlier) : std::string_view{}};
}

void lay_levels(DiagnosticPen& pen) {
    const DiagnosticScreen& view = pen.view;
    ui::Frame& frame = pen.frame();
    const ResultView& result = view.projection.results.front();
    const ResultView* earlier = view.ui.compares ? earlier_result(view.projection) : nullptr;
    const bool is_wide = pen.rest.width >= frame.px(kSideBySideFrom) && result.levels.size() > 1;
    const ui::Rect whole = pen.rest;
    float bottom = whole.y;
    int column = 0;
    for (const LevelView& level : result.levels) {
        const ui::IdScope scope(frame, static_cast<std::uint64_t>(level.level));
        const LevelScores scores{view, level, level_of(earlier, level.level), earlier != nullptr};
        if (!is_wide) {
            if (column++ > 0 && pen.draws) ui::card_rule(frame, pen.rest);
            else if (column > 1) pen.take(2 * kSpace4 + kStrokeHair);
            lay_level(pen, scores);
            bottom = pen.rest.y;
            continue;
        }
        ui::Rect part = ui::column_of(whole, column++, 2, 2 * ui::card_pad(frame));
        part.height = whole.height;
        DiagnosticPen inner{view, part, pen.draws};
        lay_level(inner, scores);
        bottom = std::max(bottom, inner.rest.y);
    }
    if (is_wide && pen.draws) {
        ui::rule_vertical(frame, whole.x + whole.width / 2, whole.y, bottom, frame.theme.hairline);
    }
    ui::take_top(pen.rest, bottom - pen.rest.y);
}

}  // namespace

const ResultView* earlier_result(const app::DiagnosticProjection& projection) {
    return projection.results.size() > 1 ? &projection.results[1] : nullptr;
}

void draw_scores_card(const DiagnosticScreen& view, ui::Rect& rest) {
    ui::Frame& frame = view.frame();
    const ui::IdScope scope(frame, "scores");
    lay_card(view, rest, [](DiagnosticPen& pen) { lay_levels(pen); });
    const ui::RadarLegend legend = legend_of(view, view.projection.results.front());
    const float height = ui::radar_legend_height(frame, rest.width, legend);
    ui::radar_legend(frame, ui::take_top(rest, height, card_gap(frame)), legend);
}

}  // namespace xueshi::views

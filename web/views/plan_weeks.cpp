// The plan by weeks: what is learnt when, and which dates stand beside it.
#include <algorithm>
#include <vector>

#include "web/ui/card.h"
#include "web/ui/week_timeline.h"
#include "web/views/plan_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;

constexpr float kLabelWidth = 5.0f;  // em a date needs along the top

// One sign of the legend with its word, from the right end of `row`. Without a height it is a
// diamond.
void draw_legend(const Screen& screen,
                 ui::Rect& row,
                 Message word,
                 ui::Colour colour,
                 float width_em,
                 float height_em = 0) {
    ui::Frame& frame = screen.frame;
    const std::string_view text = screen.words(word);
    const ui::Rect place =
        ui::take_right(row, ui::measure_text(frame, text, ui::TextSize::Small), frame.px(kSpace1));
    ui::draw_text(frame, place, text, {.size = ui::TextSize::Small, .colour = frame.theme.ink_2});
    const ui::Rect sign = ui::take_right(row, frame.px(width_em), frame.px(kSpace4));
    if (height_em > 0) {
        ui::fill(frame,
                 ui::centred(sign, frame.px(width_em), frame.px(height_em)),
                 colour,
                 frame.px(kRadiusSegment));
        return;
    }
    const float x = sign.x + sign.width / 2, y = sign.y + sign.height / 2, reach = sign.width / 2;
    const ui::Point corners[] = {{x, y - reach}, {x + reach, y}, {x, y + reach}, {x - reach, y}};
    ui::polygon(frame, corners, colour);
}

// Strings of a timeline, kept while it is drawn.
struct TimelineTexts {
    std::vector<std::string> texts;

    std::string_view keep(std::string text) {
        texts.push_back(std::move(text));
        return texts.back();
    }
};

}  // namespace

void draw_weeks_card(const PlanScreen& view, ui::Rect& rest) {
    const app::WeeksProjection& weeks = view.plan.weeks;
    if (weeks.day_count == 0 || (weeks.bars.empty() && weeks.blocks.empty())) return;
    const Screen& screen = view.screen;
    ui::Frame& frame = screen.frame;
    const locale::Locale& words = screen.words;
    const float pad = ui::card_pad(frame);
    const float timeline =
        ui::week_timeline_height(frame, weeks.lane_count, !weeks.milestones.empty());
    const float height = frame.px(kLineHead + kSpace2) + timeline + 2 * pad;
    ui::Rect inner = ui::card(frame, ui::take_top(rest, height, card_gap(frame)));
    ui::Rect head = ui::take_top(inner, frame.px(kLineHead), frame.px(kSpace2));
    ui::draw_text(frame,
                  head,
                  words(Message::WeeksTitle),
                  {.weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    if (!frame.is_phone()) {
        draw_legend(screen, head, Message::LegendDeadline, frame.theme.attn, 0.75f);
        draw_legend(screen, head, Message::LegendSession, frame.theme.ink, 0.5f, 0.875f);
        draw_legend(screen, head, Message::LegendOnline, frame.theme.cat_pro, 0.875f, 0.75f);
    }

    TimelineTexts kept;
    kept.texts.reserve(weeks.bars.size() + weeks.blocks.size() + weeks.milestones.size() +
                       static_cast<std::size_t>(weeks.day_count / 7) + 2);
    std::vector<ui::TimelineLabel> labels;
    const float week = inner.width / static_cast<float>(weeks.day_count / 7);
    const int step =
        std::max(2, static_cast<int>(frame.px(kLabelWidth) / std::max(week, 1.0f)) + 1) * 7;
    for (int day = 0; day + 7 <= weeks.day_count; day += step) {
        labels.push_back({day, kept.keep(words.short_date({weeks.first_day.days + day}))});
    }
    std::vector<ui::TimelineBar> bars;
    for (const app::WeekBar& bar : weeks.bars) {
        const bool is_one = bar.count == 1;
        const std::string_view name = is_one ? std::string_view(bar.title) : words.group(bar.group);
        bars.push_back(
            {bar.begin_day,
             bar.end_day,
             bar.lane,
             group_colour(frame.theme, bar.group),
             kept.keep(is_one ? words.format(Message::WeeksBarOne, {name, words.hours(bar.hours)})
                              : words.format(
                                    Message::WeeksBarMany,
                                    {name, std::to_string(bar.count), words.hours(bar.hours)}))});
    }
    std::vector<ui::TimelineBlock> blocks;
    for (const app::WeekBlock& block : weeks.blocks) {
        blocks.push_back(
            {block.day, block.lane, block.title, block.clashes, words(Message::WeeksClash)});
    }
    std::vector<ui::TimelineMilestone> milestones;
    for (const app::WeekMilestone& milestone : weeks.milestones) {
        milestones.push_back({milestone.day,
                              milestone.is_deadline ? frame.theme.attn : frame.theme.ink_2,
                              words.of(milestone.title)});
    }
    const std::string_view term = kept.keep(
        words.format(Message::WeeksTerm, {words.short_range(weeks.term_from, weeks.term_to)}));
    const std::string_view name = kept.keep(words.format(
        Message::WeeksName, {std::to_string(bars.size()), std::to_string(blocks.size())}));
    ui::week_timeline(frame,
                      "weeks",
                      inner,
                      {.name = name,
                       .day_count = weeks.day_count,
                       .lane_count = weeks.lane_count,
                       .labels = labels,
                       .window_begin = weeks.term_begin,
                       .window_end = weeks.term_end,
                       .window_label = term,
                       .bars = bars,
                       .blocks = blocks,
                       .milestones = milestones,
                       .today = weeks.today,
                       .today_word = words(Message::Today)});
}

}  // namespace xueshi::views

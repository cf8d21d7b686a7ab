// Each year as a column with a place for everything it asks: what is there fills it, what is missing is hatched, and
// what one category has too much lies in the place that is open to all.
#include <algorithm>
#include <array>

#include "web/ui/card.h"
#include "web/ui/paint.h"
#include "web/views/hours_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using app::HourYear;

constexpr float kPlot = 13.0f;
constexpr float kPlotPhone = 10.0f;
constexpr float kFoot = kLineBody + kLineSmall + kSpace2;
constexpr float kHead = kLineBody + kSpace2;  // of the figure over a column
constexpr float kColumn = 4.0f;
constexpr float kGap = 0.125f;

// Tenths of an hour by their places, from the foot of the column.
struct Stack {
    std::array<std::int64_t, 3> floor{};  // where each category's own place begins
    std::int64_t total = 0;               // what the whole year asks
    std::int64_t tallest = 0;             // of what is there
};

// The year's own goals may name categories only in part: what is not asked for has no place of its own.
Stack stack_of(const HourYear& year) {
    Stack stack;
    stack.total = year.goals.empty() ? 0 : year.goals.back().minimum.tenths;
    // The pack's first goals are those of the categories, as the notice lists them.
    std::int64_t begin = 0;
    for (std::size_t i = 0; i < 2 && i + 1 < year.goals.size(); ++i) {
        stack.floor[i] = begin;
        begin += year.goals[i].minimum.tenths;
    }
    stack.floor[2] = begin;
    stack.tallest = std::max(stack.total, begin);
    std::int64_t above = begin;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::int64_t own = i < 2 ? stack.floor[i + 1] - stack.floor[i] : 0;
        above += std::max<std::int64_t>(0, year.counted[i].tenths - own);
    }
    stack.tallest = std::max(stack.tallest, above);
    return stack;
}

struct Plot {
    ui::Rect rect;  // of the column, foot to top
    double per_tenth = 0;

    ui::Rect piece(std::int64_t from, std::int64_t to, float gap) const {
        const auto y = static_cast<float>(rect.bottom() - static_cast<double>(to) * per_tenth);
        const auto height = static_cast<float>(static_cast<double>(to - from) * per_tenth);
        return {rect.x, y, rect.width, std::max(1.0f, height - gap)};
    }
};

void draw_piece(const HoursPage& page, const Plot& plot, std::int64_t from, std::int64_t to, HourCategory category) {
    if (to <= from) return;
    ui::Frame& frame = page.frame();
    ui::fill(frame, plot.piece(from, to, frame.px(kGap)), hour_colour(frame.theme, category), frame.px(kRadiusSegment));
}

// Hollow, with its words where there is room for them.
void draw_begun(const HoursPage& page, const ui::Rect& place, std::int64_t tenths, HourCategory category) {
    ui::Frame& frame = page.frame();
    const ui::Colour colour = hour_colour(frame.theme, category);
    ui::box(frame, place, frame.theme.surface, colour, frame.px(kStrokeSelected), frame.px(kRadiusSegment));
    const locale::Locale& words = page.words();
    const std::string text =
        std::string(words.hour_state(ledger::HourState::InProgress)) + " " + words.hours(DeciHours{tenths});
    const bool fits = place.height >= frame.px(kLineSmall) &&
                      ui::measure_text(frame, text, ui::TextSize::Small) <= place.width - frame.px(kSpace1);
    if (!fits) return;
    ui::draw_text(frame, place, text, {.size = ui::TextSize::Small, .colour = colour, .align = ui::Align::Centre,
                                       .spoken = ui::Spoken::Decorative});
}

// Not there: begun where a course is under way, else missing.
void draw_gap(const HoursPage& page, const Plot& plot, std::int64_t from, std::int64_t to, std::int64_t begun,
              HourCategory category) {
    ui::Frame& frame = page.frame();
    const std::int64_t middle = std::min(to, from + begun);
    if (middle > from) draw_begun(page, plot.piece(from, middle, frame.px(kGap)), middle - from, category);
    if (to <= middle) return;
    const ui::Rect rest = plot.piece(middle, to, frame.px(kGap));
    ui::fill(frame, rest, frame.theme.attn_tint, frame.px(kRadiusSegment));
    // In a sliver the lines would be dots.
    if (rest.height >= frame.px(0.5f)) ui::hatch(frame, ui::inset(rest, frame.px(kStrokeSelected)), frame.theme.attn, frame.px(0.5f), frame.px(kStrokeHair));
    ui::outline(frame, rest, frame.theme.attn, frame.px(kStrokeHair), frame.px(kRadiusSegment));
}

void draw_stack(const HoursPage& page, const Plot& plot, const HourYear& year, const Stack& stack) {
    std::int64_t open = stack.floor[2];
    std::int64_t begun_over = 0;
    for (std::size_t i = 0; i < 2; ++i) {
        const std::int64_t from = stack.floor[i];
        const std::int64_t to = stack.floor[i + 1];
        const std::int64_t filled = std::min(to, from + year.counted[i].tenths);
        const std::int64_t begun = year.in_progress[i].tenths;
        draw_piece(page, plot, from, filled, kHourCategoryOrder[i]);
        draw_gap(page, plot, filled, to, begun, kHourCategoryOrder[i]);
        begun_over += std::max<std::int64_t>(0, begun - (to - filled));
    }
    begun_over += year.in_progress[2].tenths;
    // Electives first, then what the others have too much: as it adds up to the year's whole.
    for (const std::size_t i : {std::size_t{2}, std::size_t{1}, std::size_t{0}}) {
        const std::int64_t own = i < 2 ? stack.floor[i + 1] - stack.floor[i] : 0;
        const std::int64_t over = std::max<std::int64_t>(0, year.counted[i].tenths - own);
        draw_piece(page, plot, open, open + over, kHourCategoryOrder[i]);
        open += over;
    }
    if (open < stack.total) draw_gap(page, plot, open, stack.total, begun_over, HourCategory::Elective);
}

std::string column_name(const HoursPage& page, const HourYear& year) {
    const locale::Locale& words = page.words();
    std::string name = words.format(Message::HoursYearName, {std::to_string(year.year.year), words.hours(year.total())});
    for (std::size_t i = 0; i < kHourCategoryOrder.size(); ++i) {
        add_part(words, name,
                 std::string(category_words(words, kHourCategoryOrder[i])) + " " + words.hours(year.counted[i]));
    }
    if (year.make_up.tenths > 0) add_part(words, name, words.format(Message::HoursMakeUp, {words.hours(year.make_up)}));
    add_part(words, name, year_sign(words, year).text);
    return name;
}

const app::YearOption* option_of(const HoursPage& page, AllocatedYear year) {
    const auto& options = page.projection.options;
    const auto found = std::find_if(options.begin(), options.end(), [&](const app::YearOption& each) { return each.year == year; });
    return found == options.end() ? nullptr : &*found;
}

bool is_open(const app::YearOption* option) { return option != nullptr && (!option->barrier || option->is_current); }

// A record that was carried here is to go here; what that does is then seen before it is ordered.
void take_drop(const HoursPage& page, const HourYear& year, ui::NodeId node) {
    if (page.ui.record.empty() || page.frame().plane.dropped_on(node) == 0) return;
    const app::YearOption* option = option_of(page, year.year);
    if (is_open(option)) stage_year(page, *option);
}

// As long as a record is carried: the years that would take it, and the one it is over.
void paint_drop(const HoursPage& page, const HourYear& year, const ui::Rect& rect, ui::NodeId node) {
    ui::Frame& frame = page.frame();
    if (frame.plane.dragged() == 0) return;
    const bool takes_it = is_open(option_of(page, year.year));
    if (takes_it) ui::fill(frame, rect, frame.theme.accent_tint, frame.px(kRadiusCard));
    if (frame.plane.drag_target() != node) return;
    ui::outline(frame, rect, takes_it ? frame.theme.accent : frame.theme.attn, frame.px(kStrokeSelected), frame.px(kRadiusCard));
}

// Over and below a column: small where a narrow one would touch its outline.
void draw_label(ui::Frame& frame, const ui::Rect& place, const std::string& text, ui::Weight weight) {
    const bool is_narrow = ui::measure_text(frame, text, ui::TextSize::Body, ui::Weight::Bold) > place.width - frame.px(kSpace2);
    ui::draw_text(frame, place, text,
                  {.size = is_narrow ? ui::TextSize::Small : ui::TextSize::Body, .weight = weight, .align = ui::Align::Centre,
                   .spoken = ui::Spoken::Decorative});
}

void draw_column(const HoursPage& page, const ui::Rect& rect, const HourYear& year, double per_tenth) {
    ui::Frame& frame = page.frame();
    const locale::Locale& words = page.words();
    const ui::IdScope scope(frame, static_cast<std::uint64_t>(year.year.year));
    const bool is_shown = year.year == page.shown_year();
    const Pressable pressed = pressable(frame, "year", rect, column_name(page, year), ui::kTakesDrops);
    take_drop(page, year, pressed.node);
    paint_drop(page, year, rect, pressed.node);
    if (pressed.is_activated) {
        page.ui.year = year.year;
        frame.request_frame();
    }
    // An outline alone: the lines across all columns go on behind it.
    if (is_shown || pressed.hover > 0) {
        ui::outline(frame, rect, is_shown ? frame.theme.accent : frame.theme.control,
                    frame.px(is_shown ? kStrokeSelected : kStrokeHair), frame.px(kRadiusCard));
    }
    ui::Rect rest = rect;
    ui::Rect foot = ui::take_bottom(rest, frame.px(kFoot));
    ui::take_top(rest, frame.px(kHead));
    const Stack stack = stack_of(year);
    const float width = std::min(frame.px(kColumn), rest.width - frame.px(kSpace2));
    const Plot plot{{rest.x + (rest.width - width) / 2, rest.y, width, rest.height}, per_tenth};
    draw_stack(page, plot, year, stack);
    const ui::Rect top = plot.piece(0, stack.tallest, 0);
    draw_label(frame, {rest.x, top.y - frame.px(kLineBody), rest.width, frame.px(kLineBody)}, words.hours(year.total()),
               ui::Weight::Bold);
    draw_label(frame, ui::take_top(foot, frame.px(kLineBody)), std::to_string(year.year.year),
               is_shown ? ui::Weight::Bold : ui::Weight::Regular);
    const YearSign sign = year_sign(words, year);
    const ui::Rect place = ui::take_top(foot, frame.px(kLineSmall));
    const ui::StatusLook look{.text = sign.text, .meaning = sign.meaning, .icon = sign.icon, .align = ui::Align::Centre,
                              .spoken = ui::Spoken::Decorative};
    if (ui::status_width(frame, look) <= place.width) {
        ui::status(frame, place, look);
    } else {
        ui::draw_icon(frame, place, sign.icon, frame.px(kIconStatus), ui::meaning_colour(frame.theme, sign.meaning));
    }
}

std::string goal_words(const HoursPage& page, const app::YearGoal& goal) {
    return std::string(page.words().of(goal.name)) + " " + page.words().hours(goal.minimum);
}

// As wide as its longest label.
float axis_width(const HoursPage& page, const HourYear& year) {
    float width = 0;
    for (const app::YearGoal& goal : year.goals) {
        width = std::max(width, ui::measure_text(page.frame(), goal_words(page, goal), ui::TextSize::Small));
    }
    return width + page.frame().px(kSpace2) + 1;
}

// Lines across all columns, as the year that asks most has them.
void draw_marks(const HoursPage& page, const ui::Rect& plot, const HourYear& year, double per_tenth, float axis) {
    ui::Frame& frame = page.frame();
    const Stack stack = stack_of(year);
    const auto line = [&](std::int64_t tenths, std::string_view text, bool is_whole) {
        const auto y = static_cast<float>(plot.bottom() - static_cast<double>(tenths) * per_tenth);
        if (is_whole) {
            ui::rule_horizontal(frame, plot.x + axis, plot.right(), y, frame.theme.ink, frame.px(kStrokeHair));
        } else {
            ui::dash_segment(frame, {plot.x + axis, y}, {plot.right(), y}, frame.theme.control,
                             frame.px(kStrokeHair), frame.px(0.25f), frame.px(0.25f));
        }
        ui::draw_text(frame, {plot.x, y - frame.px(kLineSmall) / 2, axis - frame.px(kSpace2), frame.px(kLineSmall)}, text,
                      {.size = ui::TextSize::Small, .colour = frame.theme.ink_2, .align = ui::Align::Right,
                       .spoken = ui::Spoken::Decorative});
    };
    for (std::size_t i = 0; i < 2 && i + 1 < year.goals.size(); ++i) {
        line(stack.floor[i + 1], goal_words(page, year.goals[i]), false);
    }
    line(stack.total, goal_words(page, year.goals.back()), true);
}

std::string cycle_words(const locale::Locale& words, const app::CycleStanding& cycle) {
    const auto years = static_cast<int>(cycle.last.year - cycle.first.year + 1);
    return words.format(Message::HoursCycle,
                        {std::to_string(cycle.first.year), std::to_string(cycle.last.year),
                         std::to_string(cycle.years_passed), std::to_string(years), words.hours(cycle.counted)});
}

}  // namespace

void draw_hours_chart(const HoursPage& page, ui::Rect& rest) {
    ui::Frame& frame = page.frame();
    const locale::Locale& words = page.words();
    const auto& years = page.projection.years;
    const float plot_tall = frame.px(frame.is_phone() ? kPlotPhone : kPlot);
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = frame.theme.ink_2};
    const std::string cycle = page.projection.cycle ? cycle_words(words, *page.projection.cycle) : std::string();
    const float width = rest.width - 2 * ui::card_pad(frame);
    const float cycle_tall = cycle.empty() ? 0 : frame.px(kSpace3) + ui::measure_paragraph(frame, width, cycle, small);
    const float tall = frame.px(kLineHead + kSpace2 + kSpace3 + kHead + kFoot) + hours_legend_height(page, width) + plot_tall + cycle_tall;
    const ui::IdScope scope(frame, "chart");
    ui::Rect inner = ui::card(frame, ui::take_top(rest, tall + 2 * ui::card_pad(frame), card_gap(frame)));
    ui::card_head(frame, "head", inner, {.title = words(Message::HoursYears)});
    ui::take_top(inner, frame.px(kSpace2));
    draw_hours_legend(page, ui::take_top(inner, hours_legend_height(page, inner.width), frame.px(kSpace3)));

    std::int64_t tallest = 1;
    const HourYear* most_asked = &years.back();
    for (const HourYear& year : years) {
        const Stack stack = stack_of(year);
        tallest = std::max(tallest, stack.tallest);
        if (stack.total > stack_of(*most_asked).total) most_asked = &year;
    }
    const double per_tenth = static_cast<double>(plot_tall) / static_cast<double>(tallest);
    ui::Rect columns = ui::take_top(inner, frame.px(kHead) + plot_tall + frame.px(kFoot));
    const ui::Rect plot{columns.x, columns.y + frame.px(kHead), columns.width, plot_tall};
    const bool has_axis = columns.width >= frame.px(30);
    if (has_axis) {
        const float axis = axis_width(page, *most_asked);
        draw_marks(page, plot, *most_asked, per_tenth, axis);
        ui::take_left(columns, axis);
    }
    for (std::size_t i = 0; i < years.size(); ++i) {
        ui::Rect place = ui::column_of(columns, static_cast<int>(i), static_cast<int>(years.size()), frame.px(kSpace1));
        place.width = std::min(place.width, frame.px(7));
        draw_column(page, place, years[i], per_tenth);
    }
    if (cycle.empty()) return;
    ui::take_top(inner, frame.px(kSpace3));
    ui::draw_paragraph(frame, inner, cycle, small);
}

}  // namespace xueshi::views

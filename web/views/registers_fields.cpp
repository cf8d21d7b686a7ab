// The activity as it is typed: what it was, when, how many hours.
#include <algorithm>
#include <vector>

#include "core/base/written_cell.h"
#include "core/registration/activity_checks.h"
#include "web/ui/segmented.h"
#include "web/views/hour_words.h"
#include "web/views/registers_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using ledger::HourSource;

constexpr std::int32_t kTitleLength = 60;
constexpr std::int32_t kDayLength = 12;
constexpr std::int32_t kHoursLength = 6;
constexpr float kTwoFrom = 26.0f;  // em of width from which two fields stand side by side

struct Column {
    std::string_view id;
    ui::FieldLook look;
    std::string* text;
};

// Fields beside each other where there is room.
void lay_columns(CardPen& pen, std::span<const Column> columns) {
    const ui::Frame& frame = pen.frame();
    if (pen.rest.width < frame.px(kTwoFrom)) {
        for (const Column& column : columns) lay_field(pen, column.id, column.look, *column.text);
        return;
    }
    const float gap = frame.px(kSpace3);
    const int count = static_cast<int>(columns.size());
    const float width = ui::column_of(pen.rest, 0, count, gap).width;
    float tall = 0;
    for (const Column& column : columns) tall = std::max(tall, ui::field_height(frame, width, column.look));
    const ui::Rect row = ui::take_top(pen.rest, tall, gap);
    for (int i = 0; i < count; ++i) {
        CardPen part{pen.screen, ui::column_of(row, i, count, gap), pen.draws};
        lay_field(part, columns[static_cast<std::size_t>(i)].id, columns[static_cast<std::size_t>(i)].look,
                  *columns[static_cast<std::size_t>(i)].text);
    }
}

// Told of a field once something stands in it, or once it was to be sent.
std::string day_problem(const Registers& desk, const std::string& text, bool is_required) {
    if (text.empty()) return is_required && desk.ui.is_tried ? std::string(desk.words()(Message::EntryMissing)) : std::string{};
    return parse_written_date(trimmed_cell(text)) ? std::string{} : std::string(desk.words()(Message::DateWrong));
}

std::string text_problem(const Registers& desk, const std::string& text, bool is_required) {
    const bool is_missing = is_required && desk.ui.is_tried && trimmed_cell(text).empty();
    return is_missing ? std::string(desk.words()(Message::EntryMissing)) : std::string{};
}

std::string hours_problem(const Registers& desk, bool is_required) {
    if (desk.ui.hours.empty()) return text_problem(desk, desk.ui.hours, is_required);
    const auto hours = parse_hours(trimmed_cell(desk.ui.hours));
    if (hours && *hours > DeciHours{} && *hours <= registration::kMostHours) return {};
    return desk.words().format(Message::EntryHoursWrong, {desk.words().hours(registration::kMostHours)});
}

// Of all fields together: the days' order, hours of a day, the end in the future.
std::string whole_problem(const Registers& desk) {
    const auto activity = registration::activity_of(typed_activity(desk.ui));
    if (!activity) return {};
    auto problem = registration::check_activity(*desk.projection.rules, *activity, desk.ui.source);
    if (!problem && desk.ui.source != HourSource::SchoolBased) problem = registration::check_over(desk.projection.today, *activity);
    const bool is_told = problem && !(problem->code == kOutOfRange);
    return is_told ? problem_words(desk.words(), *problem) : std::string{};
}

// Research hours are professional ones (domain.md section 2, case 4).
void lay_category(CardPen& pen, const Registers& desk) {
    if (desk.ui.source == HourSource::Research) return;
    constexpr std::array kOpen = {HourCategory::Professional, HourCategory::Elective};
    const locale::Locale& words = pen.words();
    ui::Frame& frame = pen.frame();
    std::vector<ui::Segment> segments;
    for (const HourCategory category : kOpen) segments.push_back({.label = category_words(words, category)});
    pen.paragraph(words(Message::RegisterFactCategory), {.size = ui::TextSize::Small, .colour = frame.theme.ink_2}, kSpace1);
    const ui::Rect row = ui::take_top(pen.rest, ui::segmented_height(frame), frame.px(kSpace3));
    if (!pen.draws) return;
    const int selected = desk.ui.category == HourCategory::Elective ? 1 : 0;
    const int chosen = ui::segmented(frame, "category", {row.x, row.y, ui::segmented_width(frame, segments), row.height}, segments,
                                     {.name = words(Message::RegisterFactCategory), .selected = selected});
    if (chosen < 0) return;
    desk.ui.category = kOpen[static_cast<std::size_t>(chosen)];
    frame.request_frame();
}

}  // namespace

void lay_field(CardPen& pen, std::string_view id, const ui::FieldLook& look, std::string& text) {
    ui::Frame& frame = pen.frame();
    const ui::Rect place = ui::take_top(pen.rest, ui::field_height(frame, pen.rest.width, look), frame.px(kSpace3));
    if (!pen.draws) return;
    const ui::FieldOutcome outcome = ui::field(frame, id, place, look);
    if (outcome.changed == nullptr) return;
    text = *outcome.changed;
    frame.request_frame();
}

registration::CommonActivity typed_activity(const RegistersUiState& ui) {
    return {.title = std::string(trimmed_cell(ui.title)),
            .organiser = std::string(trimmed_cell(ui.organiser)),
            .from = parse_written_date(trimmed_cell(ui.from)),
            .until = parse_written_date(trimmed_cell(ui.until)),
            .hours = parse_hours(trimmed_cell(ui.hours)),
            .category = ui.category};
}

void lay_activity_fields(CardPen& pen, const Registers& desk, bool is_required) {
    const locale::Locale& words = pen.words();
    RegistersUiState& ui = desk.ui;
    const bool is_external = ui.source == HourSource::External;
    const std::string title = text_problem(desk, ui.title, is_required);
    lay_field(pen, "title",
              {.label = words(is_external ? Message::EntryCourse : Message::EntryTitle), .value = ui.title, .error = title,
               .is_required = is_required, .max_length = kTitleLength},
              ui.title);
    if (is_external) {
        const std::string base = text_problem(desk, ui.organiser, is_required);
        lay_field(pen, "organiser",
                  {.label = words(Message::EntryBase), .value = ui.organiser, .error = base, .is_required = is_required,
                   .max_length = kTitleLength},
                  ui.organiser);
    }
    const std::string from = day_problem(desk, ui.from, is_required);
    const std::string until = day_problem(desk, ui.until, false);
    const std::string hours = hours_problem(desk, is_required);
    const Column columns[] = {
        {"from", {.label = words(Message::EntryFrom), .value = ui.from, .placeholder = words(Message::DateHint), .error = from,
                  .is_required = is_required, .max_length = kDayLength}, &ui.from},
        {"until", {.label = words(Message::EntryUntil), .value = ui.until, .placeholder = words(Message::EntryUntilNote),
                   .error = until, .max_length = kDayLength}, &ui.until},
        {"hours", {.label = words(is_external ? Message::ColumnHours : Message::EntryHours), .value = ui.hours, .placeholder = words(Message::EntryHoursHint),
                   .error = hours, .is_required = is_required, .keyboard = ui::Keyboard::Decimal, .max_length = kHoursLength},
         &ui.hours}};
    lay_columns(pen, columns);
    lay_category(pen, desk);
    const std::string whole = whole_problem(desk);
    if (!whole.empty()) pen.remark(ui::Icon::Triangle, pen.frame().theme.attn, whole, {}, kSpace2);
}

}  // namespace xueshi::views

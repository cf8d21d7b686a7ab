// Pasted rows before they are sent: what is wrong first, each with its reason.
#include <algorithm>
#include <vector>

#include "web/ui/list_row.h"
#include "web/ui/row_window.h"
#include "web/views/registers_parts.h"

namespace xueshi::views {
namespace {

using namespace ui::metrics;
using registration::PastedHours;
using registration::PastedTable;

constexpr float kRow = 4.0f;

std::vector<const PastedHours*> in_order(const PastedTable& table) {
    std::vector<const PastedHours*> rows;
    for (const PastedHours& row : table.rows) rows.push_back(&row);
    std::stable_partition(rows.begin(), rows.end(), [](const PastedHours* row) { return row->problem.has_value(); });
    return rows;
}

void draw_row(const Registers& desk, const PastedTable& table, const PastedHours& row, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const ui::IdScope scope(frame, static_cast<std::uint64_t>(&row - table.rows.data()));  // a line may name several, or one twice
    std::string title = row.number;
    add_part(words, title, row.name);
    std::string second = words.format(Message::EntryRowLine, {words.number(static_cast<std::int64_t>(row.line))});
    if (row.problem) {
        add_part(words, second, problem_words(words, *row.problem));
    } else {
        add_part(words, second, row.activity.title);
        add_part(words, second, period_words(words, row.activity));
    }
    std::string value;
    if (!row.problem) value = words.hours_with_unit(row.activity.hours);
    ui::list_row(frame, "row", rect,
                 {.title = title,
                  .second = second,
                  .second_icon = row.problem ? ui::Icon::Triangle : ui::Icon::None,
                  .value = value,
                  .is_static = true});
}

void draw_head(const Registers& desk, const PastedTable& table, ui::Rect& rest) {
    ui::Frame& frame = desk.frame();
    const locale::Locale& words = desk.words();
    const auto count = [&](std::size_t number) { return words.number(static_cast<std::int64_t>(number)); };
    ui::draw_text(frame, ui::take_top(rest, frame.px(kLineHead), frame.px(kSpace1)),
                  words.format(Message::EntryPreview, {count(table.rows.size())}),
                  {.size = ui::TextSize::Head, .weight = ui::Weight::Bold, .spoken = ui::Spoken::Heading2});
    const std::size_t problems = table.problems();
    if (problems > 0) {
        ui::status(frame, ui::take_top(rest, frame.px(kLineBody), frame.px(kSpace1)),
                   {.text = words.format(Message::EntryProblems, {count(problems)}), .meaning = ui::Meaning::Attention});
    }
    if (!table.is_cut) return;
    const ui::TextStyle small{.size = ui::TextSize::Small, .colour = frame.theme.ink_2};
    const std::string text = words.format(Message::EntryCut, {count(registration::kMostPastedRows)});
    ui::take_top(rest, ui::draw_paragraph(frame, rest, text, small), frame.px(kSpace1));
}

}  // namespace

void draw_pasted_rows(const Registers& desk, const PastedTable& table, const ui::Rect& rect) {
    ui::Frame& frame = desk.frame();
    ui::Rect inner = ui::card(frame, rect);
    if (table.rows.empty()) {
        ui::draw_paragraph(frame, inner, desk.words()(Message::EntryPreviewNone), {.colour = frame.theme.ink_2});
        return;
    }
    draw_head(desk, table, inner);
    const std::vector<const PastedHours*> rows = in_order(table);
    const float height = frame.px(kRow);
    const int count = static_cast<int>(rows.size());
    const float tall = height * static_cast<float>(count);
    ui::ScrollRegion region(frame, "pasted", inner, tall);
    const ui::NodeScope list(frame, "pasted-rows", ui::Role::List, {0, 0, region.width(), tall}, desk.words()(Message::EntryPaste));
    const ui::RowWindow window(frame, region, list.id(), height, count);
    for (int i = window.first(); i < window.last(); ++i) {
        draw_row(desk, table, *rows[static_cast<std::size_t>(i)], {0, height * static_cast<float>(i), region.width(), height});
    }
}

}  // namespace xueshi::views

#include "web/ui/table.h"

#include <algorithm>

#include "web/ui/content_hash.h"
#include "web/ui/icons.h"

namespace xueshi::ui {
namespace {

using namespace metrics;

// Names are collected by the plane, so a Cell can be told apart from the text drawn in it.
void add_cell(Frame& frame, const Rect& rect, std::string_view name, Role role) {
    frame.add_node(frame.next_id(), role, rect, {name, {}, {}});
}

}  // namespace

Table::Table(Frame& frame,
             std::string_view id,
             const Rect& rect,
             std::span<const TableColumn> columns,
             const TableLook& look)
    : frame_(frame), look_(look), id_(frame.id(id)) {
    Node grid;
    grid.id = id_;
    grid.role = Role::Grid;
    grid.rect = rect;
    grid.name = look.name;
    grid.row_count = look.row_count;
    frame.plane.open(std::move(grid));
    frame.push_id(id);

    Rect body = rect;
    const Rect head = take_top(body, frame.px(look.head_em));
    const float row_height = frame.px(look.row_em);
    const float content = row_height * static_cast<float>(look.row_count);

    float fixed = 0, weights = 0;
    for (const TableColumn& column : columns) {
        fixed += frame.px(column.width_em);
        if (column.width_em <= 0) weights += column.weight;
    }
    const float gap = frame.px(look.gap_em);
    const float bar = content > body.height ? frame.scrollbar : 0;
    const float room = rect.width - bar - 2 * frame.px(look.pad_em) - fixed -
                       gap * static_cast<float>(std::max<std::size_t>(columns.size(), 1) - 1);
    float x = frame.px(look.pad_em);
    for (const TableColumn& column : columns) {
        const float width = column.width_em > 0 ? frame.px(column.width_em)
                                                : std::max(0.0f, room) * column.weight / weights;
        cells_.push_back({x, 0, width, row_height});
        aligns_.push_back(column.align);
        x += width + gap;
    }
    draw_head(head, columns);

    region_.emplace(frame, "rows", body, std::max(content, 1.0f));
    window_.emplace(frame, *region_, region_->id(), row_height, look.row_count);
}

Table::~Table() {
    window_.reset();
    region_.reset();
    frame_.pop_id();
    frame_.plane.close();
}

void Table::draw_head(const Rect& rect, std::span<const TableColumn> columns) {
    const Theme& theme = frame_.theme;
    const NodeScope row(frame_, "head", Role::Row, rect, {});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const TableColumn& column = columns[i];
        const Rect cell{rect.x + cells_[i].x, rect.y, cells_[i].width, rect.height};
        const bool is_sorted = column.sort != Sort::None;
        add_cell(frame_, cell, column.title, Role::ColumnHeader);
        Colour ink = is_sorted ? theme.ink : theme.ink_2;
        if (column.is_sortable) {
            frame_.push_id(static_cast<std::uint64_t>(i));
            const NodeId node = frame_.id("sort");
            frame_.pop_id();
            const Interaction state = frame_.interact(node);
            frame_.add_node(node, Role::Button, cell, {column.title, {}, {}});
            frame_.show_focus(node, inset(cell, 0, frame_.px(kSpace1)), frame_.px(kRadiusTag));
            ink = mixed(ink, theme.accent, state.hover);
            if (state.is_activated) sorted_column_ = static_cast<int>(i);
        }
        if (is_sorted) {
            // Outside of the words, so that they stay in line with the figures below.
            const Icon arrow = column.sort == Sort::Ascending ? Icon::ArrowUp : Icon::ArrowDown;
            const float size = frame_.px(kTypeSmall);
            const float width = measure_text(frame_, column.title, TextSize::Small, Weight::Bold);
            const float x = column.align == Align::Right ? cell.right() - width - size
                                                         : cell.x + width + frame_.px(kSpace1 / 2);
            draw_icon(frame_, {x, cell.y, size, cell.height}, arrow, size, ink, 2.0f);
        }
        draw_text(frame_,
                  cell,
                  column.title,
                  {.size = TextSize::Small,
                   .weight = is_sorted ? Weight::Bold : Weight::Regular,
                   .colour = ink,
                   .align = column.align,
                   .spoken = Spoken::Decorative});
    }
    rule_horizontal(frame_,
                    rect.x + frame_.px(look_.pad_em),
                    rect.right() - frame_.px(look_.pad_em),
                    rect.bottom() - frame_.px(kStrokeHair),
                    theme.hairline);
}

void Table::scroll_to(int row) {
    const float height = frame_.px(look_.row_em);
    const Rect seen = region_->visible();
    const float top = height * static_cast<float>(row);
    if (top < seen.y) {
        frame_.plane.set_scroll_offset(region_->id(), top);
    } else if (top + height > seen.bottom()) {
        frame_.plane.set_scroll_offset(region_->id(), top + height - seen.height);
    }
}

Rect Table::row_rect(int index) const {
    const float height = frame_.px(look_.row_em);
    return {0, height * static_cast<float>(index), region_->width(), height};
}

std::uint64_t Table::with_layout(int index, std::uint64_t content) const {
    ContentHash hash;
    hash.add(content).add(index);
    for (const Rect& cell : cells_) hash.add(cell.x).add(cell.width);
    return hash.value();
}

bool Table::put_row(int index, std::uint64_t key, std::uint64_t content) {
    const IdScope scope(frame_, key);
    return frame_.put_again(frame_.id("row"), with_layout(index, content), row_rect(index));
}

TableRow::TableRow(Table& table, int index, std::uint64_t key, const TableRowLook& look)
    : table_(table) {
    Frame& frame = table.frame_;
    const Theme& theme = frame.theme;
    rect_ = table.row_rect(index);
    frame.push_id(key);
    Node row;
    row.id = frame.id("row");
    if (look.content != 0) block_.emplace(frame, row.id, table.with_layout(index, look.content), rect_);
    is_visible_ = frame.is_visible(rect_);
    row.role = Role::Row;
    row.rect = rect_;
    row.row_index = index + 1;
    if (look.is_selected) row.state = kSelected;
    frame.plane.open(std::move(row));

    Interaction state;
    if (!look.name.empty()) {
        const NodeId node = control_ = frame.id("open");
        state = frame.interact(node);
        frame.add_node(node,
                       look.route.empty() ? Role::Button : Role::Link,
                       rect_,
                       {look.name, look.route, {}});
        frame.show_focus(
            node, inset(rect_, frame.px(kFocusRing + kFocusGap)), frame.px(kRadiusChip));
        is_activated_ = state.is_activated && look.route.empty();
    }
    if (!is_visible_) return;
    if (look.is_selected) {
        fill(frame, rect_, theme.accent_tint);
    } else if (state.is_pressed || state.hover > 0) {
        fill(frame,
             rect_,
             state.is_pressed ? theme.surface_press
                              : mixed(theme.surface, theme.surface_hover, state.hover));
    }
    if (look.is_current) fill(frame, {0, rect_.y, frame.px(kSpace1), rect_.height}, theme.accent);
    rule_horizontal(
        frame, 0, rect_.right(), rect_.bottom() - frame.px(kStrokeHair), theme.hairline);
}

TableRow::~TableRow() {
    table_.frame_.plane.close();
    table_.frame_.pop_id();
    block_.reset();
}

Rect TableRow::cell(int column) const {
    const Rect& cell = table_.cells_[static_cast<std::size_t>(column)];
    return {cell.x, rect_.y, cell.width, rect_.height};
}

void TableRow::text(int column, std::string_view text, TextStyle style) {
    const Rect place = cell(column);
    add_cell(table_.frame_, place, text, Role::Cell);
    if (!is_visible_) return;
    if (style.align == Align::Left) style.align = table_.aligns_[static_cast<std::size_t>(column)];
    style.spoken = Spoken::Decorative;
    draw_text(table_.frame_, place, text, style);
}

}  // namespace xueshi::ui

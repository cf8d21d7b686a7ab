// Table with a fixed head and rows that scroll; only rows near what is seen are drawn and
// registered.
//
//     Table table(frame, "courses", rect, columns, {.name = "…", .row_count = 5000});
//     for (int i = table.first(); i < table.last(); ++i) {
//         if (table.put_row(i, hash_of(course.id), content)) continue;  // optional
//         TableRow row(table, i, hash_of(course.id), {.name = course.title, .is_selected = …});
//         row.text(0, course.title, {.hits = hits});
//         row.text(1, "12", {.align = Align::Right, .is_tabular = true});
//         if (row.is_activated()) …
//     }
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "web/ui/row_window.h"
#include "web/ui/text.h"

namespace xueshi::ui {

enum class Sort : std::uint8_t { None, Ascending, Descending };

struct TableColumn {
    std::string_view title = {};
    float width_em = 0;  // fixed; 0: shares what is left by `weight`
    float weight = 1;
    Align align = Align::Left;
    bool is_sortable = false;
    Sort sort = Sort::None;
};

struct TableLook {
    std::string_view name = {};  // of the grid
    int row_count = 0;
    float row_em = 2.625f;
    float head_em = 2.375f;
    float pad_em = 1.0f;   // left and right of the rows
    float gap_em = 0.75f;  // between columns
};

class Table {
  public:
    Table(Frame& frame,
          std::string_view id,
          const Rect& rect,
          std::span<const TableColumn> columns,
          const TableLook& look);
    ~Table();
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    // Rows to draw: [first, last), as RowWindow has them.
    int first() const { return window_->first(); }
    int last() const { return window_->last(); }
    bool is_scrolling() const { return window_->is_scrolling(); }
    int sorted_column() const { return sorted_column_; }  // head activated in this frame, or -1
    void scroll_to(int row);
    // Puts a row down as it was in the last frame; false when it must be drawn. `content` is a hash of all
    // that is drawn in it, as given to the row that was.
    bool put_row(int index, std::uint64_t key, std::uint64_t content);

  private:
    friend class TableRow;
    Rect row_rect(int index) const;
    std::uint64_t with_layout(int index, std::uint64_t content) const;
    void draw_head(const Rect& rect, std::span<const TableColumn> columns);

    Frame& frame_;
    TableLook look_;
    NodeId id_;
    std::vector<Rect> cells_;  // x and width of each column, in the content
    std::vector<Align> aligns_;
    int sorted_column_ = -1;
    std::optional<ScrollRegion> region_;
    std::optional<RowWindow> window_;
};

struct TableRowLook {
    std::string_view name =
        {};  // of the control over the row; empty: the row does nothing when pressed
    std::string_view route = {};
    bool is_selected = false;
    bool is_current = false;  // a bar at the left edge
    std::uint64_t content = 0;  // as for Table::put_row; 0: never put down again
};

class TableRow {
  public:
    // `key` is the thing's identity: it keeps its node when rows move.
    TableRow(Table& table, int index, std::uint64_t key, const TableRowLook& look);
    ~TableRow();
    TableRow(const TableRow&) = delete;
    TableRow& operator=(const TableRow&) = delete;

    bool is_activated() const { return is_activated_; }
    bool is_visible() const { return is_visible_; }
    NodeId control() const { return control_; }  // over the row; 0: there is none
    const Rect& rect() const { return rect_; }
    Rect cell(int column) const;
    // Text in a cell, aligned as the column unless the style says otherwise; a Cell node.
    void text(int column, std::string_view text, TextStyle style = {});

  private:
    Table& table_;
    std::optional<BlockScope> block_;
    Rect rect_ = {};
    NodeId control_ = 0;
    bool is_activated_ = false;
    bool is_visible_ = false;
};

}  // namespace xueshi::ui

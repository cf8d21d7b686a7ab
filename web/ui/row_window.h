// The rows of a long list that are worth drawing: what is seen and, at rest, a screen more on both sides for the
// keyboard and for screen readers.
//
// While the list is scrolled only pictures move: rows keep the nodes they had, even those that have left, and rows
// that come get theirs when the list rests. Making elements is the dearest part of a frame, and nobody can
// press a row that flies past. A list with the visible focus in it gets its nodes at once, for the keyboard walks
// from node to node.
//
//     RowWindow rows(frame, region, list_node, row_height, count);
//     for (int i = rows.first(); i < rows.last(); ++i) draw_row(i);   // blocks: frame.put_again, BlockScope
#pragma once

#include "web/ui/scroll_region.h"

namespace xueshi::ui {

class RowWindow {
  public:
    // `parent`: the open node whose children the rows are.
    RowWindow(Frame& frame, const ScrollRegion& region, NodeId parent, float row_height, int count);
    ~RowWindow();
    RowWindow(const RowWindow&) = delete;
    RowWindow& operator=(const RowWindow&) = delete;

    // Rows to draw: [first, last).
    int first() const { return first_; }
    int last() const { return last_; }
    bool is_scrolling() const { return is_scrolling_; }

  private:
    Frame& frame_;
    int first_ = 0, last_ = 0;
    bool is_scrolling_ = false;
};

}  // namespace xueshi::ui

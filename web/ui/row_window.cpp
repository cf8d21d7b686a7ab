#include "web/ui/row_window.h"

#include <algorithm>
#include <cmath>

namespace xueshi::ui {
namespace {

constexpr double kRestAfter = 0.2;  // seconds without a scroll

// Whether the element with the visible focus is below `ancestor`.
bool holds_focus(const SemanticTree& plane, NodeId ancestor) {
    const std::vector<Node>& nodes = plane.last_nodes();
    NodeId id = plane.focused();
    while (id != 0 && id != ancestor) {
        const auto found =
            std::find_if(nodes.begin(), nodes.end(), [id](const Node& node) { return node.id == id; });
        id = found == nodes.end() ? 0 : found->parent;
    }
    return id != 0;
}

}  // namespace

RowWindow::RowWindow(Frame& frame, const ScrollRegion& region, NodeId parent, float row_height, int count)
    : frame_(frame) {
    const double rested = frame.seconds_since_scroll(region.id());
    if (rested < kRestAfter && !holds_focus(frame.plane, region.id())) {
        is_scrolling_ = true;
        frame.request_frame_in(kRestAfter - rested);
        frame.defer_nodes(parent);
    }
    const Rect seen = region.visible();
    const float more = is_scrolling_ ? 0 : seen.height;
    first_ = std::clamp(static_cast<int>(std::floor((seen.y - more) / row_height)), 0, count);
    last_ = std::clamp(static_cast<int>(std::ceil((seen.bottom() + more) / row_height)), first_, count);
}

RowWindow::~RowWindow() {
    if (is_scrolling_) frame_.stop_deferring_nodes();
}

}  // namespace xueshi::ui

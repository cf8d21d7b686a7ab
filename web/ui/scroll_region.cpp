#include "web/ui/scroll_region.h"

#include <algorithm>

namespace xueshi::ui {

ScrollRegion::ScrollRegion(Frame& frame,
                           std::string_view id,
                           const Rect& rect,
                           float content_height,
                           std::string_view name)
    : frame_(frame),
      id_(frame.id(id)),
      outer_x_(frame.origin_x()),
      outer_y_(frame.origin_y()),
      width_(rect.width),
      height_(rect.height) {
    const float height = content_height > 0 ? content_height : frame.learnt_height(id_);
    if (height > rect.height) width_ -= frame.scrollbar;
    // The plane reports where it is; it may be a little beyond the end while content shrinks.
    offset_ =
        std::clamp(frame.plane.scroll_offset(id_), 0.0f, std::max(0.0f, height - rect.height));
    Node node;
    node.id = id_;
    node.role = Role::ScrollRegion;
    node.rect = rect;
    node.name = name;
    node.content_height = std::max(height, rect.height);
    frame.plane.open(std::move(node));
    frame.push_id(id);
    frame.push_clip(rect);
    frame.set_origin(outer_x_ + rect.x, outer_y_ + rect.y - frame.snapped(offset_));
}

ScrollRegion::~ScrollRegion() {
    frame_.set_origin(outer_x_, outer_y_);
    frame_.pop_clip();
    frame_.pop_id();
    frame_.plane.close();
}

void ScrollRegion::end_at(float y) { frame_.learn_height(id_, y); }

}  // namespace xueshi::ui

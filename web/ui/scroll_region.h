// A part of the page that scrolls natively. Inside, coordinates start at the content's top left.
//
//     ScrollRegion region(frame, "list", rect, content_height);
//     …draw in {0, 0, region.width(), content_height}…
#pragma once

#include <string_view>

#include "web/ui/frame.h"

namespace xueshi::ui {

class ScrollRegion {
  public:
    // Without a height the region learns it: end drawing with end_at(y), the next frame knows it.
    ScrollRegion(Frame& frame,
                 std::string_view id,
                 const Rect& rect,
                 float content_height = 0,
                 std::string_view name = {});
    ~ScrollRegion();
    ScrollRegion(const ScrollRegion&) = delete;
    ScrollRegion& operator=(const ScrollRegion&) = delete;

    float width() const {
        return width_;
    }  // of the content: less the scroll bar where it takes room
    Rect visible() const { return {0, offset_, width_, height_}; }  // in content coordinates
    NodeId id() const { return id_; }
    void end_at(float y);  // the content ends there

  private:
    Frame& frame_;
    NodeId id_;
    float outer_x_, outer_y_;
    float width_, height_;
    float offset_;
};

// The same around a callable that draws.
template <class Body>
void scroll_region(
    Frame& frame, std::string_view id, const Rect& rect, float content_height, Body&& body) {
    ScrollRegion region(frame, id, rect, content_height);
    body();
}

}  // namespace xueshi::ui

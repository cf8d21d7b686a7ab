// What the client is painted with: one ImDrawList, the fonts' atlas and the draw data made of them.
//
// Of Dear ImGui this uses the drawing half alone (draw lists, dynamic font atlas). There is no
// ImGui context, window or frame: layout, input and focus are the input plane's, and what is not
// used is not downloaded.
//
//     ImDrawList& draw = surface.begin_frame(width, height, density);
//     … draw …
//     if (surface.end_frame()) request_frame();
//     display.paint(surface.draw_data(), background);
#pragma once

#include <memory>

#include "web/ui/fonts.h"

struct ImDrawData;
struct ImDrawList;

namespace xueshi::ui {

class PaintSurface {
  public:
    // The rasterizer must outlive the surface.
    explicit PaintSurface(GlyphRasterizer& rasterizer);
    ~PaintSurface();
    PaintSurface(const PaintSurface&) = delete;
    PaintSurface& operator=(const PaintSurface&) = delete;

    const Fonts& fonts() const;

    // An empty list clipped to the surface. CSS px; density in device px per CSS px. Glyphs may
    // also be measured before the first frame and between frames.
    ImDrawList& begin_frame(float width, float height, float density);

    // The list of the frame begun last.
    ImDrawList& draw_list();

    // Completes the frame's glyphs. True when one more frame is needed to show them all (fonts.h).
    [[nodiscard]] bool end_frame();

    // Valid from end_frame() to the next begin_frame(). Its textures must be brought up to date by
    // whoever paints it; they are told apart by ImTextureData::Status.
    ImDrawData& draw_data();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace xueshi::ui

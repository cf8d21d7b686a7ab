#pragma once

#include "web/ui/fonts.h"

namespace xueshi::bridge {

// Glyphs of the browser's own fonts, by a 2D canvas (shell/bridges/glyphs.js).
class CanvasGlyphs final : public ui::GlyphRasterizer {
  public:
    ui::GlyphMetrics measure(std::uint32_t codepoint, float size_px, ui::Weight weight) override;
    void rasterize(std::span<const ui::GlyphRequest> requests,
                   std::vector<std::uint8_t>& coverage) override;
};

}  // namespace xueshi::bridge

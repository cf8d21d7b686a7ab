#include "web/bridge/canvas_glyphs.h"

#include <emscripten/emscripten.h>

EM_JS(void,
      xueshi_glyphs_measure,
      (unsigned codepoint, float size_px, int is_bold, float* metrics),
      {
          const measured = Module.bridge.glyphs.measure(codepoint, size_px, Boolean(is_bold));
          Module.bridge.heap.floats(metrics, 5).set(measured);
      });
EM_JS(void, xueshi_glyphs_rasterize, (const void* glyphs, int count, void* coverage, int size), {
    const heap = Module.bridge.heap;
    Module.bridge.glyphs.rasterize(
        heap.view(glyphs, count * 20), count, heap.bytes(coverage, size));
});

namespace xueshi::bridge {

namespace {

// As the script reads it.
struct ScriptGlyph {
    std::uint32_t codepoint;
    float size_px;
    std::uint32_t is_bold;
    std::int16_t left, top;
    std::uint16_t width, height;
};
static_assert(sizeof(ScriptGlyph) == 20);

}  // namespace

ui::GlyphMetrics CanvasGlyphs::measure(std::uint32_t codepoint, float size_px, ui::Weight weight) {
    float measured[5] = {};
    xueshi_glyphs_measure(codepoint, size_px, weight == ui::Weight::Bold ? 1 : 0, measured);
    ui::GlyphMetrics metrics;
    metrics.advance = measured[0];
    metrics.left = static_cast<std::int16_t>(measured[1]);
    metrics.top = static_cast<std::int16_t>(measured[2]);
    metrics.width = static_cast<std::uint16_t>(measured[3]);
    metrics.height = static_cast<std::uint16_t>(measured[4]);
    return metrics;
}

void CanvasGlyphs::rasterize(std::span<const ui::GlyphRequest> requests,
                             std::vector<std::uint8_t>& coverage) {
    std::vector<ScriptGlyph> glyphs;
    glyphs.reserve(requests.size());
    std::size_t size = 0;
    for (const ui::GlyphRequest& request : requests) {
        const ui::GlyphMetrics& metrics = request.metrics;
        glyphs.push_back({request.codepoint,
                          request.size_px,
                          request.weight == ui::Weight::Bold ? 1u : 0u,
                          metrics.left,
                          metrics.top,
                          metrics.width,
                          metrics.height});
        size += static_cast<std::size_t>(metrics.width) * metrics.height;
    }
    coverage.resize(size);
    xueshi_glyphs_rasterize(
        glyphs.data(), static_cast<int>(glyphs.size()), coverage.data(), static_cast<int>(size));
}

}  // namespace xueshi::bridge

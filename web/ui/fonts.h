// Text from the browser's own fonts: glyphs are rasterised when they are first drawn, never
// downloaded.
//
// Two ImFonts, weights 400 and 700, at any size:
//     draw_list->AddText(fonts.bold, size_px, position, colour, begin, end);
// Use whole sizes in CSS px (ImGui bakes rounded sizes; a fraction would be stretched). The text
// box of a line is exactly `size_px` high and is the em box: an ideograph fills it, digits stand
// centred in it, so centring the box centres the text. Advances are rounded to device pixels, which
// keeps text crisp.
//
// The first use of a glyph only measures it and reserves its place in the atlas; upload_glyphs(),
// called once at the end of a frame, rasterises all new glyphs in one batch (one read-back instead
// of hundreds).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

struct ImFont;
struct ImFontAtlas;

namespace xueshi::ui {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
};

enum class Weight : std::uint8_t { Regular, Bold };

// All in device pixels at the size asked for. The box is the ink's, relative to the pen on the
// baseline, y downwards; an empty box means nothing to paint (a space).
struct GlyphMetrics {
    float advance = 0;
    std::int16_t left = 0, top = 0;
    std::uint16_t width = 0, height = 0;
};

struct GlyphRequest {
    std::uint32_t codepoint = 0;
    float size_px = 0;  // device pixels
    Weight weight = Weight::Regular;
    GlyphMetrics metrics;  // as measured before
};

// What can measure and rasterise glyphs: Canvas2D in the browser, a fake in tests.
class GlyphRasterizer {
  public:
    virtual ~GlyphRasterizer() = default;
    virtual GlyphMetrics measure(std::uint32_t codepoint, float size_px, Weight weight) = 0;
    // Fills `coverage` with the requests' boxes one after another (width * height bytes each,
    // 0…255).
    virtual void rasterize(std::span<const GlyphRequest> requests,
                           std::vector<std::uint8_t>& coverage) = 0;
};

// Device pixels per CSS pixel for the coming frame; glyphs of another density are made anew when
// drawn.
void set_density(const Fonts& fonts, float density);

// Feeds an atlas with the glyphs of two fonts. Must outlive the atlas.
class GlyphStore {
  public:
    // The rasterizer must outlive the store.
    explicit GlyphStore(GlyphRasterizer& rasterizer) : rasterizer_(rasterizer) {}
    GlyphStore(const GlyphStore&) = delete;
    GlyphStore& operator=(const GlyphStore&) = delete;

    // Once per atlas.
    Fonts add_fonts(ImFontAtlas& atlas);

    // Rasterises what was first used since the last call. Call after drawing, before the atlas'
    // textures are brought up to date. Returns true when the atlas moved to a new texture
    // meanwhile: text drawn early in this frame may lack new glyphs, so one more frame is needed.
    [[nodiscard]] bool upload(ImFontAtlas& atlas);

    GlyphMetrics measure(const GlyphRequest& request);
    // Remembers a glyph whose place in the atlas is `rect` (an ImFontAtlasRectId) until upload().
    void defer(int rect, const GlyphRequest& request);

  private:
    struct Deferred {
        int rect;
        GlyphRequest request;
    };

    GlyphRasterizer& rasterizer_;
    // What was measured last: a text is measured before it is drawn, and asking the browser is dear.
    std::vector<GlyphRequest> measured_ = std::vector<GlyphRequest>(256);
    std::vector<Deferred> deferred_;
    std::vector<GlyphRequest> requests_;  // scratch of upload()
    std::vector<std::uint8_t> coverage_;  // scratch of upload()
    int texture_id_ = -1;
};

}  // namespace xueshi::ui

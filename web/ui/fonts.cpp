#include "web/ui/fonts.h"

#include <cmath>
#include <cstring>

#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

namespace xueshi::ui {

namespace {

// Where the baseline of Chinese type stands in its em box.
constexpr float kAscentEm = 0.88f;

GlyphStore& store_of(ImFontAtlas& atlas) { return *static_cast<GlyphStore*>(atlas.UserData); }

// The browser falls back from font to font, so every character has some glyph.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar codepoint) { return codepoint >= ' '; }

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = kAscentEm * baked->Size;
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

// ImGui asks either for a glyph or, while text is only measured, for its advance.
bool load_glyph(ImFontAtlas* atlas,
                ImFontConfig* source,
                ImFontBaked* baked,
                void*,
                ImWchar codepoint,
                ImFontGlyph* out_glyph,
                float* out_advance_x) {
    if (codepoint < ' ') return false;
    GlyphStore& store = store_of(*atlas);
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    GlyphRequest request{codepoint, baked->Size * density, static_cast<Weight>(source->FontNo), {}};
    request.metrics = store.measure(request);
    const float advance = std::round(request.metrics.advance) / density;
    if (out_advance_x != nullptr) {
        *out_advance_x = advance;
        return true;
    }

    out_glyph->Codepoint = codepoint & 0x1FFFFFu;  // the field has 26 bits, Unicode 21
    out_glyph->AdvanceX = advance;
    const GlyphMetrics& metrics = request.metrics;
    if (metrics.width == 0 || metrics.height == 0) return true;

    const ImFontAtlasRectId rect = ImFontAtlasPackAddRect(atlas, metrics.width, metrics.height);
    if (rect == ImFontAtlasRectId_Invalid) return false;
    const float baseline = std::round(baked->Ascent * density);
    out_glyph->X0 = static_cast<float>(metrics.left) / density;
    out_glyph->Y0 = (baseline + static_cast<float>(metrics.top)) / density;
    out_glyph->X1 = out_glyph->X0 + static_cast<float>(metrics.width) / density;
    out_glyph->Y1 = out_glyph->Y0 + static_cast<float>(metrics.height) / density;
    out_glyph->Visible = true;
    out_glyph->PackId = rect;
    store.defer(rect, request);
    return true;
}

ImFontLoader make_loader() {
    ImFontLoader loader;
    loader.Name = "xueshi";
    loader.FontSrcContainsGlyph = contains_glyph;
    loader.FontBakedInit = init_baked;
    loader.FontBakedLoadGlyph = load_glyph;
    return loader;
}

const ImFontLoader* glyph_loader() {
    static const ImFontLoader loader = make_loader();
    return &loader;
}

ImFont* add_font(ImFontAtlas& atlas, Weight weight) {
    ImFontConfig config;
    config.FontLoader = glyph_loader();
    config.FontNo = static_cast<ImU32>(weight);
    config.SizePixels = 16;
    return atlas.AddFont(&config);
}

}  // namespace

void set_density(const Fonts& fonts, float density) {
    fonts.regular->CurrentRasterizerDensity = density;
    fonts.bold->CurrentRasterizerDensity = density;
}

Fonts GlyphStore::add_fonts(ImFontAtlas& atlas) {
    atlas.TexDesiredFormat = ImTextureFormat_Alpha8;
    atlas.TexMinWidth = 1024;
    atlas.TexMinHeight = 512;
    atlas.TexMaxWidth = 4096;
    atlas.TexMaxHeight = 4096;
    atlas.UserData = this;
    return {add_font(atlas, Weight::Regular), add_font(atlas, Weight::Bold)};
}

GlyphMetrics GlyphStore::measure(const GlyphRequest& request) {
    GlyphRequest& last = measured_[request.codepoint % measured_.size()];
    const bool is_same = last.codepoint == request.codepoint &&
                         last.size_px == request.size_px && last.weight == request.weight;
    if (!is_same) {
        last = request;
        last.metrics = rasterizer_.measure(request.codepoint, request.size_px, request.weight);
    }
    return last.metrics;
}

void GlyphStore::defer(int rect, const GlyphRequest& request) {
    deferred_.push_back({rect, request});
}

bool GlyphStore::upload(ImFontAtlas& atlas) {
    ImTextureData* texture = atlas.TexData;
    const bool has_moved = texture_id_ != -1 && texture_id_ != texture->UniqueID;
    texture_id_ = texture->UniqueID;
    if (deferred_.empty()) return has_moved;

    requests_.clear();
    for (const Deferred& glyph : deferred_) requests_.push_back(glyph.request);
    rasterizer_.rasterize(requests_, coverage_);

    const std::uint8_t* from = coverage_.data();
    for (const Deferred& glyph : deferred_) {
        const GlyphMetrics& metrics = glyph.request.metrics;
        // A glyph may have been discarded again when the atlas was repacked.
        if (const ImTextureRect* rect = ImFontAtlasPackGetRectSafe(&atlas, glyph.rect)) {
            for (int row = 0; row < metrics.height; ++row) {
                std::memcpy(texture->GetPixelsAt(rect->x, rect->y + row),
                            from + row * metrics.width,
                            metrics.width);
            }
            ImFontAtlasTextureBlockQueueUpload(&atlas, texture, rect->x, rect->y, rect->w, rect->h);
        }
        from += metrics.width * metrics.height;
    }
    deferred_.clear();
    return has_moved;
}

}  // namespace xueshi::ui

// What IMGUI_ENABLE_FREETYPE (imgui_config.h) makes ImGui link as the loader of fonts that name
// none.
const ImFontLoader* ImGuiFreeType::GetFontLoader() { return xueshi::ui::glyph_loader(); }

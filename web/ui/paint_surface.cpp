#include "web/ui/paint_surface.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace xueshi::ui {

namespace {

// CSS px a curve may deviate from its chords: invisible at three device pixels per CSS px.
constexpr float kCurveTolerance = 0.25f;
constexpr float kCircleTolerance = 0.1f;

}  // namespace

// In this order, because each leaves the one before when it goes.
struct PaintSurface::Parts {
    explicit Parts(GlyphRasterizer& rasterizer) : glyphs(rasterizer) {}

    GlyphStore glyphs;
    ImFontAtlas atlas;
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    ImDrawData data;
    Fonts fonts;
    int frame = 0;
};

PaintSurface::PaintSurface(GlyphRasterizer& rasterizer)
    : parts_(std::make_unique<Parts>(rasterizer)) {
    Parts& parts = *parts_;
    parts.atlas.RendererHasTextures = true;
    // Lines are drawn as shapes: baked ones are made for whole pixels at density 1 only.
    parts.atlas.Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    parts.shared.FontAtlas = &parts.atlas;
    parts.shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                                ImDrawListFlags_AllowVtxOffset;
    parts.shared.CurveTessellationTol = kCurveTolerance;
    parts.shared.SetCircleTessellationMaxError(kCircleTolerance);
    ImFontAtlasAddDrawListSharedData(&parts.atlas, &parts.shared);
    parts.fonts = parts.glyphs.add_fonts(parts.atlas);
    parts.shared.Font = parts.fonts.regular;
}

PaintSurface::~PaintSurface() {
    Parts& parts = *parts_;
    for (ImTextureData* texture : parts.atlas.TexList) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    parts.list._ClearFreeMemory();
    ImFontAtlasRemoveDrawListSharedData(&parts.atlas, &parts.shared);
}

const Fonts& PaintSurface::fonts() const { return parts_->fonts; }

ImDrawList& PaintSurface::begin_frame(float width, float height, float density) {
    Parts& parts = *parts_;
    ImFontAtlasUpdateNewFrame(&parts.atlas, ++parts.frame, true);
    set_density(parts.fonts, density);
    parts.shared.ClipRectFullscreen = ImVec4(0, 0, width, height);
    parts.shared.InitialFringeScale = 1.0f / density;  // edges soften over one device pixel
    parts.list._ResetForNewFrame();
    parts.list.PushTexture(parts.atlas.TexRef);
    parts.list.PushClipRectFullScreen();
    parts.data.Clear();
    parts.data.DisplaySize = ImVec2(width, height);
    parts.data.FramebufferScale = ImVec2(density, density);
    return parts.list;
}

ImDrawList& PaintSurface::draw_list() { return parts_->list; }

bool PaintSurface::end_frame() {
    Parts& parts = *parts_;
    const bool needs_another = parts.glyphs.upload(parts.atlas);
    parts.list.PopClipRect();
    parts.list.PopTexture();
    parts.data.AddDrawList(&parts.list);
    parts.data.Textures = &parts.atlas.TexList;
    parts.data.Valid = true;
    return needs_another;
}

ImDrawData& PaintSurface::draw_data() { return parts_->data; }

}  // namespace xueshi::ui

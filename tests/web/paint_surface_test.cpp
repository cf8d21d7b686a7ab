#include "web/ui/paint_surface.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include "tests/support/platform_fakes.h"

namespace xueshi::ui {
namespace {

class PaintSurfaceTest : public ::testing::Test {
  protected:
    // Brings textures up to date as a display does.
    void paint() {
        for (ImTextureData* texture : *surface_.draw_data().Textures) {
            if (texture->Status == ImTextureStatus_WantDestroy) {
                texture->SetTexID(ImTextureID_Invalid);
                texture->SetStatus(ImTextureStatus_Destroyed);
            } else if (texture->Status != ImTextureStatus_Destroyed) {
                texture->SetTexID(1);
                texture->SetStatus(ImTextureStatus_OK);
            }
        }
    }

    bool draw(const char* text, float size = 16, float density = 1) {
        ImDrawList& list = surface_.begin_frame(400, 300, density);
        list.AddText(surface_.fonts().regular, size, ImVec2(10, 10), 0xFFFFFFFF, text);
        const bool needs_another = surface_.end_frame();
        paint();
        return needs_another;
    }

    float width(const char* text, float size = 16) {
        return surface_.fonts().regular->CalcTextSizeA(size, FLT_MAX, 0, text).x;
    }

    testing::BoxGlyphs glyphs_;
    PaintSurface surface_{glyphs_};
};

TEST_F(PaintSurfaceTest, RasterisesAllNewGlyphsOfAFrameAtOnce) {
    draw("规划七十二学时");
    EXPECT_EQ(glyphs_.batches, std::vector<std::size_t>{7});
}

TEST_F(PaintSurfaceTest, RasterisesAGlyphOnlyOncePerSize) {
    draw("学时学时");
    draw("学时");
    EXPECT_EQ(glyphs_.batches, std::vector<std::size_t>{2});
    draw("学时", 28);
    EXPECT_EQ(glyphs_.batches, (std::vector<std::size_t>{2, 2}));
}

TEST_F(PaintSurfaceTest, MakesGlyphsAnewForAnotherDensity) {
    draw("学", 16, 1);
    draw("学", 16, 2);
    EXPECT_EQ(glyphs_.batches, (std::vector<std::size_t>{1, 1}));
}

TEST_F(PaintSurfaceTest, PutsTheInkIntoTheAtlas) {
    draw("学");
    const ImTextureData* texture = surface_.draw_data().Textures->back();
    int covered = 0;
    for (int i = 0; i < texture->Width * texture->Height; ++i) covered += texture->Pixels[i] == 128;
    EXPECT_EQ(texture->Format, ImTextureFormat_Alpha8);
    EXPECT_EQ(covered, 16 * 16);
}

TEST_F(PaintSurfaceTest, MeasuresInCssPixelsWhateverTheDensity) {
    draw(" ", 16, 1);
    EXPECT_FLOAT_EQ(width("学时 72"), 16 * 2 + 8 * 3);
    draw(" ", 16, 3);
    EXPECT_FLOAT_EQ(width("学时 72"), 16 * 2 + 8 * 3);
}

TEST_F(PaintSurfaceTest, MeasuresBeforeTheFirstFrame) { EXPECT_FLOAT_EQ(width("学时", 28), 56); }

TEST_F(PaintSurfaceTest, DrawsSupplementaryCharacters) {
    draw("\xF0\xA0\x80\x80");
    EXPECT_EQ(glyphs_.batches, std::vector<std::size_t>{1});
}

TEST_F(PaintSurfaceTest, AsksForAnotherFrameWhenTheAtlasMoved) {
    draw("起");
    bool has_asked = false;
    // Thousands of different characters at a large size outgrow the first texture.
    for (int frame = 0; frame < 40 && !has_asked; ++frame) {
        std::string text;
        for (int i = 0; i < 50; ++i) {
            const int codepoint = 0x4E00 + frame * 50 + i;
            text += {static_cast<char>(0xE0 | (codepoint >> 12)),
                     static_cast<char>(0x80 | ((codepoint >> 6) & 0x3F)),
                     static_cast<char>(0x80 | (codepoint & 0x3F))};
        }
        has_asked = draw(text.c_str(), 56, 2);
    }
    EXPECT_TRUE(has_asked);
    EXPECT_FALSE(draw("起"));
}

}  // namespace
}  // namespace xueshi::ui

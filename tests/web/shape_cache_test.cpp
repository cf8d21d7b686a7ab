#include "web/ui/shape_cache.h"

#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include <gtest/gtest.h>

#include "tests/support/platform_fakes.h"
#include "web/ui/paint_surface.h"

namespace xueshi::ui {
namespace {

constexpr Colour kInk = IM_COL32(10, 20, 30, 200);

class ShapeCacheTest : public ::testing::Test {
  protected:
    // Draws a disc around (x, y) and counts how often it had to be made.
    void disc(ImDrawList& list, float x, float y, Colour colour, float radius = 6) {
        const ShapeKey key{.kind = this, .radius = radius};
        shapes_.draw(list, key, {x, y}, colour, [&] {
            ++made_;
            list.AddCircleFilled({x, y}, radius, colour);
        });
    }

    // A box with a frame of three pixels and another colour's worth of nothing inside.
    void ring(ImDrawList& list, ImVec2 low, ImVec2 high) {
        shapes_.draw_stretched(list, {.kind = this}, low, high, 4, kInk, [&](ImVec2 from, ImVec2 to) {
            ++made_;
            list.AddRectFilled(from, {to.x, from.y + 3}, kInk);
            list.AddRectFilled({from.x, from.y + 3}, {from.x + 3, to.y}, kInk);
            list.AddRectFilled({to.x - 3, from.y + 3}, {to.x, to.y}, kInk);
            list.AddRectFilled({from.x + 3, to.y - 3}, {to.x - 3, to.y}, kInk);
        });
    }

    // What the atlas has where a vertex takes its colour from, x and y texels from it.
    int texel(const ImDrawList& list, const ImDrawVert& vertex, int x, int y) {
        ImTextureData& atlas = *list._Data->FontAtlas->TexData;
        const float column = vertex.uv.x * static_cast<float>(atlas.Width);
        const float row = vertex.uv.y * static_cast<float>(atlas.Height);
        return *static_cast<const unsigned char*>(
            atlas.GetPixelsAt(static_cast<int>(std::lround(column)) + x, static_cast<int>(std::lround(row)) + y));
    }

    // Every index belongs to one command, and every command's vertices are there.
    static void expect_whole(const ImDrawList& list) {
        unsigned drawn = 0;
        for (const ImDrawCmd& command : list.CmdBuffer) {
            ASSERT_EQ(command.IdxOffset, drawn);
            drawn += command.ElemCount;
            ASSERT_LE(drawn, static_cast<unsigned>(list.IdxBuffer.Size));
            for (unsigned i = command.IdxOffset; i < drawn; ++i) {
                ASSERT_LT(command.VtxOffset + list.IdxBuffer[static_cast<int>(i)],
                          static_cast<unsigned>(list.VtxBuffer.Size));
            }
        }
        EXPECT_EQ(drawn, static_cast<unsigned>(list.IdxBuffer.Size));
    }

    testing::BoxGlyphs glyphs_;
    PaintSurface surface_{glyphs_};
    ShapeCache shapes_;
    int made_ = 0;
};

TEST_F(ShapeCacheTest, AShapeIsMadeOnceAndIsOneRectangleFromThenOn) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    disc(list, 100, 40, IM_COL32_WHITE);
    disc(list, 20, 300, kInk);
    EXPECT_EQ(made_, 1);
    ASSERT_EQ(list.VtxBuffer.Size, 8);
    ASSERT_EQ(list.IdxBuffer.Size, 12);
    const ImDrawVert& first = list.VtxBuffer[0];
    const ImDrawVert& second = list.VtxBuffer[4];
    EXPECT_EQ(second.pos.x - first.pos.x, -80);
    EXPECT_EQ(second.pos.y - first.pos.y, 260);
    EXPECT_EQ(second.uv.x, first.uv.x);
    EXPECT_EQ(first.col, IM_COL32_WHITE);
    EXPECT_EQ(second.col, kInk);
}

TEST_F(ShapeCacheTest, TheAtlasHoldsAsMuchAsTheShapeCovers) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    disc(list, 100, 40, kInk, 20);
    const ImDrawVert& low = list.VtxBuffer[0];
    const ImDrawVert& high = list.VtxBuffer[2];
    double covered = 0;
    const int width = static_cast<int>(high.pos.x - low.pos.x), height = static_cast<int>(high.pos.y - low.pos.y);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) covered += texel(list, low, x, y) / 255.0;
    }
    EXPECT_NEAR(covered, 3.14159 * 20 * 20, 15);
    EXPECT_EQ(texel(list, low, 20, 20), 255);
    EXPECT_EQ(texel(list, low, 0, 0), 0);
}

TEST_F(ShapeCacheTest, AStretchedBoxIsMadeOnceForAllItsSizes) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    ring(list, {10, 10}, {90, 60});
    ASSERT_EQ(list.VtxBuffer.Size, 16);
    EXPECT_EQ(list.VtxBuffer[15].pos.x, 90);
    EXPECT_EQ(list.VtxBuffer[15].pos.y, 60);
    // Its corner is painted, its middle is not.
    EXPECT_EQ(texel(list, list.VtxBuffer[0], 0, 0), 255);
    EXPECT_EQ(texel(list, list.VtxBuffer[5], 0, 0), 0);
    ring(list, {10, 100}, {300, 130});
    EXPECT_EQ(made_, 1);
}

TEST_F(ShapeCacheTest, WhatIsTooSmallToBeStretchedIsMadeAtItsSize) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    ring(list, {10, 10}, {90, 17});
    ring(list, {10, 10}, {90, 18});
    EXPECT_EQ(made_, 2);
    ring(list, {50, 40}, {95, 47});
    EXPECT_EQ(made_, 2);
    EXPECT_EQ(list.VtxBuffer.Size, 3 * 8);  // not cut from top to bottom
}

TEST_F(ShapeCacheTest, WhatDiffersInItsKeyIsAnotherShape) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    disc(list, 10, 10, kInk, 6);
    disc(list, 10, 10, kInk, 7);
    EXPECT_EQ(made_, 2);
}

TEST_F(ShapeCacheTest, AnInvisibleShapeIsNotMade) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    disc(list, 10, 10, kInk & ~IM_COL32_A_MASK);
    EXPECT_EQ(made_, 0);
    EXPECT_EQ(list.VtxBuffer.Size, 0);
}

TEST_F(ShapeCacheTest, WhatIsTooLargeIsDrawnEachTime) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    disc(list, 200, 200, kInk, 100);
    const int vertices = list.VtxBuffer.Size;
    disc(list, 200, 400, kInk, 100);
    EXPECT_EQ(made_, 2);
    EXPECT_EQ(list.VtxBuffer.Size, 2 * vertices);
    EXPECT_GT(vertices, 20);
}

TEST_F(ShapeCacheTest, ManyShapesDoNotFillTheAtlas) {
    for (int i = 0; i < 4000; ++i) {
        ImDrawList& list = surface_.begin_frame(390, 844, 1);
        disc(list, 100, 100, kInk, 10 + static_cast<float>(i) / 100);
        ASSERT_EQ(list.VtxBuffer.Size, 4) << i;
        const int middle = static_cast<int>(list.VtxBuffer[2].pos.x - list.VtxBuffer[0].pos.x) / 2;
        ASSERT_EQ(texel(list, list.VtxBuffer[0], middle, middle), 255) << i;
        (void)surface_.end_frame();
        for (ImTextureData* texture : *surface_.draw_data().Textures) texture->SetStatus(ImTextureStatus_OK);
    }
    EXPECT_LE(surface_.draw_data().Textures->back()->Height, 4096);
}

// Where a list begins to number its vertices anew.
TEST_F(ShapeCacheTest, AShapeIsKeptAcrossTheListsNumbering) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    const auto fill_up = [&list](int vertices) {
        while (list.VtxBuffer.Size < vertices) list.AddRectFilled({0, 0}, {10, 10}, kInk);
    };
    fill_up(65'532);
    ring(list, {10, 10}, {90, 60});
    fill_up(2 * 65'532);
    disc(list, 100, 100, kInk);
    EXPECT_EQ(made_, 2);
    expect_whole(list);
}

// The atlas then begins another command of the list, with another texture.
TEST_F(ShapeCacheTest, AnAtlasThatGrowsForAShapeLeavesEveryCommandWhole) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    const int texture = list._Data->FontAtlas->TexData->UniqueID;
    for (int i = 0; i < 200; ++i) {
        disc(list, 100, 100, kInk, 10 + static_cast<float>(i) / 4);
        ASSERT_NO_FATAL_FAILURE(expect_whole(list)) << i;
        ring(list, {10, 10}, {90, 11.0f + static_cast<float>(i)});
        ASSERT_NO_FATAL_FAILURE(expect_whole(list)) << i;
    }
    EXPECT_NE(list._Data->FontAtlas->TexData->UniqueID, texture);
}

TEST_F(ShapeCacheTest, ItIsNumberedByTheListItIsPutInto) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    list.AddRectFilled({0, 0}, {10, 10}, kInk);
    disc(list, 10, 10, kInk);
    const int before = list.VtxBuffer.Size;
    const int indices = list.IdxBuffer.Size;
    list.AddRectFilled({0, 0}, {10, 10}, kInk);
    disc(list, 10, 10, kInk);
    for (int i = indices; i < list.IdxBuffer.Size; ++i) {
        EXPECT_GE(list.IdxBuffer[i], before);
        EXPECT_LT(list.IdxBuffer[i], list.VtxBuffer.Size);
    }
}

}  // namespace
}  // namespace xueshi::ui

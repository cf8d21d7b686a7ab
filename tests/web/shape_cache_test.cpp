#include "web/ui/shape_cache.h"

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
    // Draws a disc at (x, y) and counts how often it had to be made.
    void disc(ImDrawList& list, float x, float y, Colour colour, float radius = 6) {
        const ShapeKey key{.kind = this, .radius = radius};
        shapes_.draw(list, key, x, y, colour, [&] {
            ++made_;
            list.AddCircleFilled({x, y}, radius, colour);
        });
    }

    testing::BoxGlyphs glyphs_;
    PaintSurface surface_{glyphs_};
    ShapeCache shapes_;
    int made_ = 0;
};

TEST_F(ShapeCacheTest, AShapePutDownAgainIsTheShapeDrawnThere) {
    ImDrawList& kept = surface_.begin_frame(390, 844, 1);
    disc(kept, 100, 40, IM_COL32_WHITE);
    const int vertices = kept.VtxBuffer.Size, indices = kept.IdxBuffer.Size;
    disc(kept, 20, 300, kInk);
    EXPECT_EQ(made_, 1);
    const ImVector<ImDrawVert> put = kept.VtxBuffer;
    const ImVector<ImDrawIdx> order = kept.IdxBuffer;
    ASSERT_EQ(put.Size, 2 * vertices);
    ASSERT_EQ(order.Size, 2 * indices);

    ImDrawList& drawn = surface_.begin_frame(390, 844, 1);
    drawn.AddCircleFilled({100, 40}, 6, IM_COL32_WHITE);
    drawn.AddCircleFilled({20, 300}, 6, kInk);
    for (int i = 0; i < put.Size; ++i) {
        EXPECT_NEAR(put[i].pos.x, drawn.VtxBuffer[i].pos.x, 1e-3f);
        EXPECT_NEAR(put[i].pos.y, drawn.VtxBuffer[i].pos.y, 1e-3f);
        EXPECT_EQ(put[i].col, drawn.VtxBuffer[i].col);
        EXPECT_EQ(put[i].uv.x, drawn.VtxBuffer[i].uv.x);
    }
    for (int i = 0; i < order.Size; ++i) EXPECT_EQ(order[i], drawn.IdxBuffer[i]);
}

TEST_F(ShapeCacheTest, WhatDiffersInItsKeyIsAnotherShape) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    disc(list, 10, 10, kInk, 6);
    disc(list, 10, 10, kInk, 7);
    EXPECT_EQ(made_, 2);
}

TEST_F(ShapeCacheTest, AnInvisibleShapeIsNotTakenForItsEdges) {
    ImDrawList& list = surface_.begin_frame(390, 844, 1);
    disc(list, 10, 10, kInk & ~IM_COL32_A_MASK);
    disc(list, 10, 10, kInk);
    EXPECT_EQ(made_, 2);
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

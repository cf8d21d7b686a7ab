#include "web/ui/coverage.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

namespace xueshi::ui {
namespace {

// Both triangles of a rectangle, their indices in the order given.
Coverage rectangle(float left, float top, float right, float bottom, float alpha, std::array<std::uint16_t, 6> order) {
    const std::array<CoverageVertex, 4> corners{{
        {left, top, alpha}, {right, top, alpha}, {right, bottom, alpha}, {left, bottom, alpha}}};
    return cover(corners, order);
}

constexpr std::array<std::uint16_t, 6> kClockwise{0, 1, 2, 0, 2, 3};
constexpr std::array<std::uint16_t, 6> kBothWays{0, 1, 2, 3, 2, 0};

TEST(CoverageTest, ARectangleOfWholePixelsCoversThemAllAndWholly) {
    const Coverage coverage = rectangle(2, 3, 9, 7, 1, kClockwise);
    EXPECT_EQ(coverage.left, 2);
    EXPECT_EQ(coverage.top, 3);
    EXPECT_EQ(coverage.width, 7);
    EXPECT_EQ(coverage.height, 4);
    EXPECT_EQ(std::count(coverage.alpha.begin(), coverage.alpha.end(), 255), 28);
}

// The diagonal of a square runs through the middles of its pixels.
TEST(CoverageTest, APixelOnASharedEdgeIsPaintedOnce) {
    for (const auto& order : {kClockwise, kBothWays}) {
        const Coverage coverage = rectangle(0, 0, 8, 8, 0.5f, order);
        EXPECT_EQ(std::count(coverage.alpha.begin(), coverage.alpha.end(), 128), 64);
    }
}

TEST(CoverageTest, WhatLiesOnItShinesThrough) {
    const std::array<CoverageVertex, 3> corner{{{0, 0, 0.5f}, {8, 0, 0.5f}, {0, 8, 0.5f}}};
    const std::array<std::uint16_t, 6> twice{0, 1, 2, 0, 1, 2};
    EXPECT_EQ(cover(corner, twice).alpha.front(), 191);  // a half, and a half of the other half
}

TEST(CoverageTest, AlphaRunsFromCornerToCorner) {
    const std::array<CoverageVertex, 4> corners{{{0, 0, 0}, {10, 0, 1}, {10, 1, 1}, {0, 1, 0}}};
    const Coverage coverage = cover(corners, kClockwise);
    for (int x = 0; x < 10; ++x) {
        EXPECT_NEAR(coverage.alpha[static_cast<std::size_t>(x)], 255 * (static_cast<float>(x) + 0.5f) / 10, 1);
    }
}

TEST(CoverageTest, WithoutTrianglesThereIsNothing) {
    EXPECT_TRUE(cover({}, {}).alpha.empty());
    const std::array<CoverageVertex, 3> line{{{0, 0}, {4, 4}, {8, 8}}};
    const Coverage coverage = cover(line, std::array<std::uint16_t, 3>{0, 1, 2});
    EXPECT_EQ(std::count(coverage.alpha.begin(), coverage.alpha.end(), 0), 64);
}

}  // namespace
}  // namespace xueshi::ui

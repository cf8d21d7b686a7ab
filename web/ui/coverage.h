// How much of each pixel a shape of triangles covers, as a graphics processor would paint it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace xueshi::ui {

struct CoverageVertex {
    float x = 0, y = 0;  // device px, y downwards
    float alpha = 1;     // 0…1, between the corners of a triangle in proportion
};

// A rectangle of whole device pixels: `alpha` holds height rows of width pixels, 0…255.
struct Coverage {
    int left = 0, top = 0;
    int width = 0, height = 0;
    std::vector<std::uint8_t> alpha;
};

// The rectangle the vertices lie in, without alpha; empty when there are none.
Coverage frame_of(std::span<const CoverageVertex> vertices);

// Paints the triangles (three indices each) one over the other. Every pixel whose middle is within belongs
// to exactly one of two triangles that share an edge. Nothing in it: an empty rectangle.
Coverage cover(std::span<const CoverageVertex> vertices, std::span<const std::uint16_t> indices);

}  // namespace xueshi::ui

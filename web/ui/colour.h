// Colours as ImGui packs them (0xAABBGGRR), and the contrast between two of them.
#pragma once

#include <cstdint>

namespace xueshi::ui {

using Colour = std::uint32_t;

// From the usual 0xRRGGBB, opaque unless an alpha of 0…255 is given.
constexpr Colour rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return (alpha << 24) | ((hex & 0x0000ff) << 16) | (hex & 0x00ff00) | ((hex & 0xff0000) >> 16);
}

// The same colour, its alpha multiplied by `share` (0…1).
constexpr Colour faded(Colour colour, float share) {
    const float alpha = static_cast<float>(colour >> 24) * share + 0.5f;
    return (colour & 0x00ffffffu) | (static_cast<std::uint32_t>(alpha) << 24);
}

// `share` 0 gives `from`, 1 gives `to`; each channel straight.
constexpr Colour mixed(Colour from, Colour to, float share) {
    Colour result = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const float a = static_cast<float>((from >> shift) & 0xff);
        const float b = static_cast<float>((to >> shift) & 0xff);
        result |= static_cast<std::uint32_t>(a + (b - a) * share + 0.5f) << shift;
    }
    return result;
}

// WCAG 2 relative luminance (0…1) and contrast ratio (1…21) of opaque colours.
double relative_luminance(Colour colour);
double contrast_ratio(Colour one, Colour other);

}  // namespace xueshi::ui

// Shapes of one colour that are drawn again and again: the first time their triangles are turned into
// coverage, which stands in the atlas beside the glyphs; from then on each is one rectangle of it. Icons,
// pills and tags cost their arcs only once, and the graphics processor has a fraction of the triangles.
//
//     shapes.draw(list, {.kind = path.data(), …}, {x, y}, colour, [&] { …draw at x, y… });
//     shapes.draw_stretched(list, {.kind = …, …}, low, high, border, colour, [&](low, high) { …draw… });
//
// Everything that decides about the shape must be in its key, except for place and colour, and for the
// size of a stretched one. Bounded: a shape pushes out the one used longest ago of those whose keys fall
// together; its place in the atlas is given back.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <imgui.h>

#include "web/ui/colour.h"
#include "web/ui/coverage.h"

namespace xueshi::ui {

struct ShapeKey {
    const void* kind = nullptr;  // an address that tells kinds of shapes apart
    float width = 0, height = 0;
    float radius = 0, thickness = 0;
    float device_pixel = 1;  // in CSS px
    unsigned flags = 0;

    friend bool operator==(const ShapeKey&, const ShapeKey&) = default;
};

class ShapeCache {
  public:
    ShapeCache();
    ~ShapeCache();
    ShapeCache(const ShapeCache&) = delete;
    ShapeCache& operator=(const ShapeCache&) = delete;

    // `make` draws the shape at `at` (on a device pixel) of the canvas in `colour`, into `list` and nothing
    // else. What is larger than 160 device px is drawn by it each time.
    template <class Make>
    void draw(ImDrawList& list, const ShapeKey& key, ImVec2 at, Colour colour, Make&& make) {
        if ((colour & IM_COL32_A_MASK) == 0) return;
        const Stamp* stamp = find(list, key);
        if (stamp == nullptr) {
            begin(list);
            make();
            if (!take_out(list, key, at)) return;
            stamp = keep(key);
            if (stamp == nullptr) return make();
        }
        put(list, *stamp, at, colour);
    }

    // A box from `low` to `high` (on device pixels) of which everything at least `border` device px from its
    // edges is alike: it is made as small as can be, and stretched. `make` draws it where it is told; sizes
    // stand in the key only where they are too small to be stretched, and are put there here.
    template <class Make>
    void draw_stretched(ImDrawList& list,
                        ShapeKey key,
                        ImVec2 low,
                        ImVec2 high,
                        int border,
                        Colour colour,
                        Make&& make) {
        if ((colour & IM_COL32_A_MASK) == 0) return;
        const ImVec2 smallest = shrink(key, low, high, border);
        const Stamp* stamp = find(list, key);
        if (stamp == nullptr) {
            begin(list);
            make(low, smallest);
            if (!take_out(list, key, low)) {
                take_back(list);
                return make(low, high);
            }
            stamp = keep(key);
            if (stamp == nullptr) return make(low, high);
        }
        put_stretched(list, *stamp, low, high, border, colour);
    }

  private:
    struct Stamp {
        ShapeKey key;
        std::uint32_t used = 0;  // when, counted in uses
        int rect = -1;           // in the atlas
        int left = 0, top = 0;   // of the rectangle from the shape's place, device px
    };

    std::span<Stamp> shelf_of(const ShapeKey& key);
    const Stamp* find(const ImDrawList& list, const ShapeKey& key);
    void begin(ImDrawList& list);
    void take_back(ImDrawList& list) const;
    bool take_out(ImDrawList& list, const ShapeKey& key, ImVec2 at);
    const Stamp* keep(const ShapeKey& key);
    static ImVec2 shrink(ShapeKey& key, ImVec2 low, ImVec2 high, int border);
    static void put(ImDrawList& list, const Stamp& stamp, ImVec2 at, Colour colour);
    static void put_stretched(
        ImDrawList& list, const Stamp& stamp, ImVec2 low, ImVec2 high, int border, Colour colour);

    std::vector<Stamp> stamps_;
    ImFontAtlas* atlas_ = nullptr;  // whose rectangles they are
    std::uint32_t uses_ = 0;
    // Of the shape being made: where its vertices and indices begin.
    int first_vertex_ = 0, first_index_ = 0, commands_ = 0;
    unsigned first_number_ = 0;
    std::vector<CoverageVertex> vertices_;  // of the one that was taken out
    std::vector<std::uint16_t> indices_;
};

}  // namespace xueshi::ui

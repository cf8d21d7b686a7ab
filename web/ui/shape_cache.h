// Shapes of one colour that are drawn again and again at other places: their vertices are computed
// once and put down again, moved. Icons, pills and tags of a list cost their arcs only once.
//
//     shapes.draw(list, {.kind = path.data(), …}, {x, y}, colour, [&] { …draw at x, y… });
//
// Everything that decides about the shape must be in its key, except for place and colour. Bounded:
// a shape pushes out the one used longest ago of those whose keys fall together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "web/ui/colour.h"

struct ImDrawList;

namespace xueshi::ui {

struct ShapeKey {
    const void* kind = nullptr;  // an address that tells kinds of shapes apart
    float width = 0, height = 0;
    float radius = 0, thickness = 0;
    float device_pixel = 0;  // on which the softness of edges depends
    unsigned flags = 0;

    friend bool operator==(const ShapeKey&, const ShapeKey&) = default;
};

class ShapeCache {
  public:
    ShapeCache();
    ~ShapeCache();
    ShapeCache(const ShapeCache&) = delete;
    ShapeCache& operator=(const ShapeCache&) = delete;

    // `make` draws the shape at (x, y) of the canvas in `colour`, into `list` and nothing else.
    template <class Make>
    void draw(ImDrawList& list, const ShapeKey& key, float x, float y, Colour colour, Make&& make) {
        if (put(list, key, x, y, colour)) return;
        begin(list);
        make();
        keep(list, key, x, y, colour);
    }

  private:
    struct Vertex {
        float x, y;    // from the shape's place
        bool is_edge;  // transparent: the outer end of a soft edge
    };
    struct Shape {
        ShapeKey key;
        std::uint32_t used = 0;  // when, counted in uses
        std::vector<Vertex> vertices;
        std::vector<std::uint16_t> indices;
    };

    std::span<Shape> shelf_of(const ShapeKey& key);
    bool put(ImDrawList& list, const ShapeKey& key, float x, float y, Colour colour);
    void begin(const ImDrawList& list);
    void keep(const ImDrawList& list, const ShapeKey& key, float x, float y, Colour colour);

    std::vector<Shape> shapes_;
    std::uint32_t uses_ = 0;
    // Of the shape being made: where its vertices and indices begin.
    int first_vertex_ = 0, first_index_ = 0;
    unsigned first_number_ = 0;
};

}  // namespace xueshi::ui

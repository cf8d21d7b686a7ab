#include "web/ui/shape_cache.h"

#include <algorithm>
#include <cstring>

#include <imgui.h>
#include <imgui_internal.h>

namespace xueshi::ui {
namespace {

constexpr std::size_t kShelves = 256;  // a power of two
constexpr std::size_t kPlaces = 4;     // of a shelf: shapes with one hash must not push each other out
constexpr Colour kAlpha = IM_COL32_A_MASK;

}  // namespace

ShapeCache::ShapeCache() : shapes_(kShelves * kPlaces) {}
ShapeCache::~ShapeCache() = default;

std::span<ShapeCache::Shape> ShapeCache::shelf_of(const ShapeKey& key) {
    std::uint32_t hash = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(key.kind));
    const auto mix = [&hash](std::uint32_t word) { hash = (hash ^ word) * 0x9E3779B1u; };
    for (const float number :
         {key.width, key.height, key.radius, key.thickness, key.device_pixel}) {
        std::uint32_t bits;
        std::memcpy(&bits, &number, sizeof bits);
        mix(bits);
    }
    mix(key.flags);
    return std::span(shapes_).subspan(((hash >> 16) & (kShelves - 1)) * kPlaces, kPlaces);
}

bool ShapeCache::put(ImDrawList& list, const ShapeKey& key, float x, float y, Colour colour) {
    const std::span<Shape> shelf = shelf_of(key);
    const auto found = std::find_if(shelf.begin(), shelf.end(), [&key](const Shape& each) {
        return !each.indices.empty() && each.key == key;
    });
    if (found == shelf.end()) return false;
    Shape& shape = *found;
    shape.used = ++uses_;
    const auto number_of = [](std::size_t size) { return static_cast<int>(size); };
    list.PrimReserve(number_of(shape.indices.size()), number_of(shape.vertices.size()));
    const unsigned base = list._VtxCurrentIdx;
    const ImVec2 white = list._Data->TexUvWhitePixel;
    for (const std::uint16_t index : shape.indices) {
        list.PrimWriteIdx(static_cast<ImDrawIdx>(base + index));
    }
    for (const Vertex& vertex : shape.vertices) {
        const Colour here = vertex.is_edge ? colour & ~kAlpha : colour;
        list.PrimWriteVtx({x + vertex.x, y + vertex.y}, white, here);
    }
    return true;
}

void ShapeCache::begin(const ImDrawList& list) {
    first_vertex_ = list.VtxBuffer.Size;
    first_index_ = list.IdxBuffer.Size;
    first_number_ = list._VtxCurrentIdx;
}

void ShapeCache::keep(const ImDrawList& list, const ShapeKey& key, float x, float y, Colour colour) {
    // Numbered anew in between (after 65,536 vertices), or its edges cannot be told apart.
    const auto made = static_cast<unsigned>(list.VtxBuffer.Size - first_vertex_);
    if (list._VtxCurrentIdx != first_number_ + made || (colour & kAlpha) == 0) return;
    const std::span<Shape> shelf = shelf_of(key);
    Shape& shape = *std::min_element(
        shelf.begin(), shelf.end(), [](const Shape& a, const Shape& b) { return a.used < b.used; });
    shape.used = ++uses_;
    shape.key = key;
    shape.vertices.clear();
    shape.indices.clear();
    for (int i = first_vertex_; i < list.VtxBuffer.Size; ++i) {
        const ImDrawVert& vertex = list.VtxBuffer[i];
        shape.vertices.push_back({vertex.pos.x - x, vertex.pos.y - y, (vertex.col & kAlpha) == 0});
    }
    for (int i = first_index_; i < list.IdxBuffer.Size; ++i) {
        shape.indices.push_back(static_cast<std::uint16_t>(list.IdxBuffer[i] - first_number_));
    }
}

}  // namespace xueshi::ui

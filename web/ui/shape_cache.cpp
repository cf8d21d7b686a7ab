#include "web/ui/shape_cache.h"

#include <cstring>

#include <imgui.h>
#include <imgui_internal.h>

namespace xueshi::ui {
namespace {

constexpr std::size_t kPlaces = 256;  // a power of two
constexpr Colour kAlpha = IM_COL32_A_MASK;

}  // namespace

ShapeCache::ShapeCache() : shapes_(kPlaces) {}
ShapeCache::~ShapeCache() = default;

ShapeCache::Shape& ShapeCache::place_of(const ShapeKey& key) {
    std::uint32_t hash = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(key.kind));
    const auto mix = [&hash](std::uint32_t word) { hash = (hash ^ word) * 0x9E3779B1u; };
    for (const float number :
         {key.width, key.height, key.radius, key.thickness, key.device_pixel}) {
        std::uint32_t bits;
        std::memcpy(&bits, &number, sizeof bits);
        mix(bits);
    }
    mix(key.flags);
    return shapes_[(hash >> 16) & (kPlaces - 1)];
}

bool ShapeCache::put(ImDrawList& list, const ShapeKey& key, float x, float y, Colour colour) {
    const Shape& shape = place_of(key);
    if (shape.indices.empty() || !(shape.key == key)) return false;
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
    Shape& shape = place_of(key);
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

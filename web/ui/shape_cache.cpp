#include "web/ui/shape_cache.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <imgui_internal.h>

namespace xueshi::ui {
namespace {

constexpr std::size_t kShelves = 256;  // a power of two
constexpr std::size_t kPlaces = 4;     // of a shelf: shapes with one hash must not push each other out
constexpr int kLargest = 160;          // device px
constexpr int kMostVertices = 4096;    // of a shape that is kept

}  // namespace

ShapeCache::ShapeCache() : stamps_(kShelves * kPlaces) {}
ShapeCache::~ShapeCache() = default;

std::span<ShapeCache::Stamp> ShapeCache::shelf_of(const ShapeKey& key) {
    std::uint32_t hash = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(key.kind));
    const auto mix = [&hash](std::uint32_t word) { hash = (hash ^ word) * 0x9E3779B1u; };
    for (const float number :
         {key.width, key.height, key.radius, key.thickness, key.device_pixel}) {
        std::uint32_t bits;
        std::memcpy(&bits, &number, sizeof bits);
        mix(bits);
    }
    mix(key.flags);
    return std::span(stamps_).subspan(((hash >> 16) & (kShelves - 1)) * kPlaces, kPlaces);
}

const ShapeCache::Stamp* ShapeCache::find(const ImDrawList& list, const ShapeKey& key) {
    if (atlas_ != list._Data->FontAtlas) {
        atlas_ = list._Data->FontAtlas;
        std::fill(stamps_.begin(), stamps_.end(), Stamp{});
    }
    for (Stamp& stamp : shelf_of(key)) {
        if (stamp.rect == ImFontAtlasRectId_Invalid || !(stamp.key == key)) continue;
        stamp.used = ++uses_;
        return &stamp;
    }
    return nullptr;
}

// A list numbers its vertices anew after 65,536 of them. It must not do so within a shape that may be taken back:
// room for the largest is asked for first, and given back.
void ShapeCache::begin(ImDrawList& list) {
    list.PrimReserve(0, kMostVertices);
    list.PrimUnreserve(0, kMostVertices);
    first_vertex_ = list.VtxBuffer.Size;
    first_index_ = list.IdxBuffer.Size;
    first_number_ = list._VtxCurrentIdx;
    commands_ = list.CmdBuffer.Size;
}

void ShapeCache::take_back(ImDrawList& list) const {
    list.PrimUnreserve(list.IdxBuffer.Size - first_index_, list.VtxBuffer.Size - first_vertex_);
    list._VtxCurrentIdx = first_number_;
}

// False, and the shape left as it was drawn, when it cannot be kept.
//
// It goes out of the list before the atlas is asked for room: an atlas that has to grow begins another command of every
// list, and what came before that one cannot be taken back any more.
bool ShapeCache::take_out(ImDrawList& list, const ShapeKey& key, ImVec2 at) {
    // Larger than was asked for, and numbered anew in between.
    const auto made = static_cast<unsigned>(list.VtxBuffer.Size - first_vertex_);
    if (list._VtxCurrentIdx != first_number_ + made || commands_ != list.CmdBuffer.Size) return false;

    vertices_.clear();
    for (int i = first_vertex_; i < list.VtxBuffer.Size; ++i) {
        const ImDrawVert& vertex = list.VtxBuffer[i];
        // One colour, so whatever is not transparent is all there; the other is a soft edge's outer end.
        const bool is_edge = (vertex.col & IM_COL32_A_MASK) == 0;
        vertices_.push_back({(vertex.pos.x - at.x) / key.device_pixel,
                             (vertex.pos.y - at.y) / key.device_pixel,
                             is_edge ? 0.0f : 1.0f});
    }
    const Coverage frame = frame_of(vertices_);
    if (std::max(frame.width, frame.height) > kLargest) return false;

    indices_.clear();
    for (int i = first_index_; i < list.IdxBuffer.Size; ++i) {
        indices_.push_back(static_cast<std::uint16_t>(list.IdxBuffer[i] - first_number_));
    }
    take_back(list);
    return true;
}

// What was taken out, in the atlas; null when it has no room for it.
const ShapeCache::Stamp* ShapeCache::keep(const ShapeKey& key) {
    const Coverage coverage = cover(vertices_, indices_);
    if (coverage.alpha.empty()) return nullptr;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas_, coverage.width, coverage.height);
    if (id == ImFontAtlasRectId_Invalid) return nullptr;
    const ImTextureRect& rect = *ImFontAtlasPackGetRect(atlas_, id);
    for (int row = 0; row < coverage.height; ++row) {
        std::memcpy(atlas_->TexData->GetPixelsAt(rect.x, rect.y + row),
                    coverage.alpha.data() + row * coverage.width,
                    static_cast<std::size_t>(coverage.width));
    }
    ImFontAtlasTextureBlockQueueUpload(atlas_, atlas_->TexData, rect.x, rect.y, rect.w, rect.h);

    const std::span<Stamp> shelf = shelf_of(key);
    Stamp& stamp = *std::min_element(
        shelf.begin(), shelf.end(), [](const Stamp& a, const Stamp& b) { return a.used < b.used; });
    // The place is used again when the atlas is packed anew, not before: blocks may still show it.
    if (stamp.rect != ImFontAtlasRectId_Invalid) ImFontAtlasPackDiscardRect(atlas_, stamp.rect);
    stamp = {key, ++uses_, id, coverage.left, coverage.top};
    return &stamp;
}

void ShapeCache::put(ImDrawList& list, const Stamp& stamp, ImVec2 at, Colour colour) {
    const ImTextureRect& rect = *ImFontAtlasPackGetRect(list._Data->FontAtlas, stamp.rect);
    const ImVec2 scale = list._Data->FontAtlas->TexUvScale;
    const float pixel = stamp.key.device_pixel;
    const auto place = [pixel](float origin, int px) {
        return (std::round(origin / pixel) + static_cast<float>(px)) * pixel;
    };
    list.PrimReserve(6, 4);
    list.PrimRectUV({place(at.x, stamp.left), place(at.y, stamp.top)},
                    {place(at.x, stamp.left + rect.w), place(at.y, stamp.top + rect.h)},
                    {rect.x * scale.x, rect.y * scale.y},
                    {(rect.x + rect.w) * scale.x, (rect.y + rect.h) * scale.y},
                    colour);
}

namespace {

// Along one axis of a stretched box: where its parts begin and end.
struct Cut {
    float place;  // CSS px
    float texel;  // of the stamp
};
struct Cuts {
    std::span<const Cut> used() const { return {all.data(), static_cast<std::size_t>(count)}; }
    int count = 2;
    std::array<Cut, 4> all = {};
};

bool is_stretched(int size, int border) { return size > 2 * border + 1; }

int device_size(float low, float high, float device_pixel) {
    return static_cast<int>(std::lround((high - low) / device_pixel));
}

// `border` texels at each end as they are; the one between, which is like its neighbours, stretched.
Cuts cut(float low, float high, int border, float device_pixel) {
    const int size = device_size(low, high, device_pixel);
    if (!is_stretched(size, border)) return {2, {{{low, 0}, {high, static_cast<float>(size)}}}};
    const float end = static_cast<float>(border);
    return {4,
            {{{low, 0},
              {low + end * device_pixel, end},
              {high - end * device_pixel, end + 1},
              {high, 2 * end + 1}}}};
}

}  // namespace

// Where the smallest box ends that has all of it; what is not stretched goes into the key.
ImVec2 ShapeCache::shrink(ShapeKey& key, ImVec2 low, ImVec2 high, int border) {
    const auto end = [&](float from, float to, float& kept) {
        const int size = device_size(from, to, key.device_pixel);
        if (is_stretched(size, border)) return from + static_cast<float>(2 * border + 1) * key.device_pixel;
        kept = static_cast<float>(size);
        return to;
    };
    const float right = end(low.x, high.x, key.width);
    return {right, end(low.y, high.y, key.height)};
}

void ShapeCache::put_stretched(
    ImDrawList& list, const Stamp& stamp, ImVec2 low, ImVec2 high, int border, Colour colour) {
    const ImTextureRect& rect = *ImFontAtlasPackGetRect(list._Data->FontAtlas, stamp.rect);
    const ImVec2 scale = list._Data->FontAtlas->TexUvScale;
    const Cuts across = cut(low.x, high.x, border, stamp.key.device_pixel);
    const Cuts down = cut(low.y, high.y, border, stamp.key.device_pixel);
    const int cells = (across.count - 1) * (down.count - 1);
    list.PrimReserve(6 * cells, across.count * down.count);
    const unsigned base = list._VtxCurrentIdx;
    // A soft edge may reach out of the box: the stamp then begins before it.
    const float left = static_cast<float>(rect.x - stamp.left), top = static_cast<float>(rect.y - stamp.top);
    for (const Cut& y : down.used()) {
        for (const Cut& x : across.used()) {
            list.PrimWriteVtx(
                {x.place, y.place}, {(left + x.texel) * scale.x, (top + y.texel) * scale.y}, colour);
        }
    }
    for (int row = 0; row + 1 < down.count; ++row) {
        for (int column = 0; column + 1 < across.count; ++column) {
            const int corner = row * across.count + column;
            for (const int step : {0, 1, across.count + 1, 0, across.count + 1, across.count}) {
                list.PrimWriteIdx(static_cast<ImDrawIdx>(base + static_cast<unsigned>(corner + step)));
            }
        }
    }
}

}  // namespace xueshi::ui

#include "web/ui/drawn_blocks.h"

#include <algorithm>

#include <imgui_internal.h>

namespace xueshi::ui {

// Glyphs move when the atlas grows or is packed anew, and each time it gets another texture.
int DrawnBlocks::texture_of(const ImDrawList& list) { return list._Data->FontAtlas->TexData->UniqueID; }

void DrawnBlocks::begin_frame(const SemanticTree& plane, const ImDrawList& list, std::uint64_t look) {
    ++frame_;
    look_ = look * 31 + static_cast<std::uint64_t>(list.Flags);
    touched_.clear();
    for (const NodeId id : {plane.hovered(), plane.pressed(), plane.focused()}) {
        if (id != 0) touched_.push_back(id);
    }
    for (const Input& input : plane.inputs()) {
        if (input.kind != Input::Kind::Scrolled && input.node != 0) touched_.push_back(input.node);
    }
}

DrawnBlocks::Block* DrawnBlocks::find(NodeId id) {
    for (Block& block : blocks_) {
        if (block.id == id) return &block;
    }
    return nullptr;
}

DrawnBlocks::Block& DrawnBlocks::room_for(NodeId id) {
    if (Block* known = find(id)) return *known;
    for (Block& block : blocks_) {
        if (block.frame + 1 < frame_) return block;
    }
    return blocks_.emplace_back();
}

bool DrawnBlocks::is_touched(const Block& block, const SemanticTree& plane) const {
    if (touched_.empty()) return false;
    const std::vector<Node>& nodes = block.frame == frame_ ? plane.nodes() : plane.last_nodes();
    for (std::size_t i = block.first_node; i < block.first_node + block.node_count; ++i) {
        if (std::find(touched_.begin(), touched_.end(), nodes[i].id) != touched_.end()) return true;
    }
    return false;
}

void DrawnBlocks::keep_nodes(NodeId parent, SemanticTree& plane) {
    kept_.clear();
    for (Block& block : blocks_) {
        const bool was_there = block.frame + 1 == frame_ && block.node_count > 0;
        if (was_there && plane.last_nodes()[block.first_node].parent == parent) kept_.push_back(&block);
    }
    std::sort(kept_.begin(), kept_.end(),
              [](const Block* a, const Block* b) { return a->first_node < b->first_node; });
    for (Block* block : kept_) {
        block->first_node = plane.keep(block->first_node, block->node_count);
        block->frame = frame_;
    }
}

bool DrawnBlocks::put_again(NodeId id,
                            std::uint64_t content,
                            const Place& place,
                            bool needs_nodes,
                            SemanticTree& plane,
                            ImDrawList& list) {
    Block* block = find(id);
    if (block == nullptr || !is_current(*block, content, plane)) return false;
    // The nodes of one that is there already, in this frame, cannot be had twice.
    if (needs_nodes && (!block->has_nodes || block->frame == frame_)) return false;
    if (place.is_seen && !can_paint(*block, list)) return false;
    if (needs_nodes) block->first_node = plane.keep(block->first_node, block->node_count);
    block->frame = frame_;
    if (place.is_seen) paint(*block, place, list);
    return true;
}

void DrawnBlocks::paint(const Block& block, const Place& place, ImDrawList& list) {
    list.PrimReserve(static_cast<int>(block.indices.size()), static_cast<int>(block.vertices.size()));
    const unsigned base = list._VtxCurrentIdx;
    ImDrawIdx* index = list._IdxWritePtr;
    for (const std::uint16_t each : block.indices) *index++ = static_cast<ImDrawIdx>(base + each);
    list._IdxWritePtr = index;
    const float dx = place.x - block.x, dy = place.y - block.y;
    ImDrawVert* vertex = list._VtxWritePtr;
    for (const ImDrawVert& each : block.vertices) {
        *vertex = each;
        vertex->pos.x += dx;
        vertex->pos.y += dy;
        ++vertex;
    }
    list._VtxWritePtr = vertex;
    list._VtxCurrentIdx += static_cast<unsigned>(block.vertices.size());
}

bool DrawnBlocks::is_current(const Block& block, std::uint64_t content, const SemanticTree& plane) const {
    return block.frame + 1 >= frame_ && block.content == content && block.look == look_ && block.is_still &&
           !is_touched(block, plane);
}

bool DrawnBlocks::can_paint(const Block& block, const ImDrawList& list) {
    return block.is_painted && block.texture == texture_of(list);
}

bool DrawnBlocks::begin(
    NodeId id, std::uint64_t content, const Place& place, const SemanticTree& plane, const ImDrawList& list) {
    Block& block = room_for(id);
    open_ = static_cast<std::size_t>(&block - blocks_.data());
    is_still_ = true;
    has_picture_ = block.id == id && is_current(block, content, plane) && can_paint(block, list);
    if (has_picture_) {
        place_ = place;
        if (!plane.is_muted()) block.first_node = plane.nodes().size();
        block.frame = frame_;
        return false;
    }
    block.id = id;
    block.content = content;
    block.look = look_;
    block.texture = texture_of(list);
    if (!plane.is_muted() || block.frame != frame_) {
        block.first_node = plane.nodes().size();
        block.node_count = 0;
    }
    block.frame = frame_;
    block.x = place.x;
    block.y = place.y;
    block.is_painted = place.is_seen;
    first_vertex_ = list.VtxBuffer.Size;
    first_index_ = list.IdxBuffer.Size;
    first_number_ = list._VtxCurrentIdx;
    commands_ = list.CmdBuffer.Size;
    return true;
}

void DrawnBlocks::end(bool has_nodes, const SemanticTree& plane, ImDrawList& list) {
    Block& block = blocks_[open_];
    open_ = kNone;
    // One that is painted only still has the nodes it kept.
    if (has_nodes) block.node_count = plane.nodes().size() - block.first_node;
    block.has_nodes = has_nodes;
    block.is_still = is_still_;
    if (has_picture_) {
        if (place_.is_seen) paint(block, place_, list);
        return;
    }
    // Numbered anew in between, clipped, or with glyphs of two textures: it cannot be put down as one piece.
    const auto made = static_cast<unsigned>(list.VtxBuffer.Size - first_vertex_);
    block.is_painted = block.is_painted && commands_ == list.CmdBuffer.Size &&
                       list._VtxCurrentIdx == first_number_ + made && block.texture == texture_of(list);
    block.vertices.clear();
    block.indices.clear();
    if (!block.is_painted) return;
    block.vertices.assign(list.VtxBuffer.begin() + first_vertex_, list.VtxBuffer.end());
    block.indices.assign(list.IdxBuffer.begin() + first_index_, list.IdxBuffer.end());
    for (std::uint16_t& index : block.indices) index = static_cast<std::uint16_t>(index - first_number_);
}

}  // namespace xueshi::ui

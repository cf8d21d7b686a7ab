// Parts of a picture that are put down again as they were drawn before, moved: a row of a scrolled list costs its
// words, shapes and nodes once, not once a frame.
//
//     if (frame.put_again(id, content, rect)) return;
//     const BlockScope block(frame, id, content, rect);
//     … draw and register nodes …
//
// `content` is a hash of everything the block shows; theme, sizes and glyphs are looked after here. A block
// is drawn anew as soon as anything was done to one of its nodes, and while something in it moves, hovers,
// is pressed or has the focus. Blocks do not nest. One that was not there in the last frame is forgotten.
#pragma once

#include <cstdint>
#include <vector>

#include <imgui.h>

#include "web/ui/semantics.h"

namespace xueshi::ui {

class DrawnBlocks {
  public:
    // `look`: a hash of what all drawing depends on; blocks of another look are not put down again.
    void begin_frame(const SemanticTree& plane, const ImDrawList& list, std::uint64_t look);

    // Where a block is: `x`, `y` of its coordinates' origin on the canvas; `is_seen`: some of it is within the
    // clip. What is seen in part is painted whole, so that it can be put down where more of it is seen.
    struct Place {
        float x = 0, y = 0;
        bool is_seen = false;
    };

    // False, and nothing done, when it must be drawn. Without `needs_nodes` only its picture is put down.
    bool put_again(NodeId id,
                   std::uint64_t content,
                   const Place& place,
                   bool needs_nodes,
                   SemanticTree& plane,
                   ImDrawList& list);
    // All blocks below `parent` keep the nodes they had in the last frame, in their order.
    void keep_nodes(NodeId parent, SemanticTree& plane);

    // False when only nodes are wanting: the picture is there, and is put down by end().
    [[nodiscard]] bool begin(
        NodeId id, std::uint64_t content, const Place& place, const SemanticTree& plane, const ImDrawList& list);
    void end(bool has_nodes, const SemanticTree& plane, ImDrawList& list);
    // Something in the open block, if there is one, will look different in the next frame.
    void note_motion() { is_still_ = false; }

  private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    struct Block {
        NodeId id = 0;
        std::uint64_t content = 0;
        std::uint64_t look = 0;
        int texture = 0;
        std::uint32_t frame = 0;  // that had it last
        std::size_t first_node = 0, node_count = 0;  // in that frame
        bool has_nodes = false;  // all of them
        float x = 0, y = 0;       // where it was painted
        bool is_still = false;    // nothing in it moved
        bool is_painted = false;  // not left out because nobody saw it
        std::vector<ImDrawVert> vertices;
        std::vector<std::uint16_t> indices;
    };

    Block* find(NodeId id);
    Block& room_for(NodeId id);
    bool is_current(const Block& block, std::uint64_t content, const SemanticTree& plane) const;
    static bool can_paint(const Block& block, const ImDrawList& list);
    static void paint(const Block& block, const Place& place, ImDrawList& list);
    bool is_touched(const Block& block, const SemanticTree& plane) const;
    static int texture_of(const ImDrawList& list);

    std::vector<Block> blocks_;
    std::vector<Block*> kept_;  // scratch of keep_nodes()
    std::vector<NodeId> touched_;  // nodes something was done to, or is being done to
    std::uint64_t look_ = 0;
    std::uint32_t frame_ = 1;

    // Of the block being drawn.
    std::size_t open_ = kNone;
    bool is_still_ = true;
    bool has_picture_ = false;
    Place place_;
    int first_vertex_ = 0, first_index_ = 0, commands_ = 0;
    unsigned first_number_ = 0;
};

}  // namespace xueshi::ui

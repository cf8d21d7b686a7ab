// The difference between two frames' semantic trees, as bytes the page applies to its elements.
//
// Only what changed is written, so an unchanged frame costs the page nothing. Little-endian,
// unaligned; a string is a u32 byte count and UTF-8; operations stand one after another:
//
//     1 Theme     u32 canvas, ink, placeholder, accent, scroll_thumb; u8 dark
//     2 Remove    u32 id
//     3 Node      u32 id, u16 fields, then each field whose bit is set, in the order of PatchField
//     4 Children  u32 parent (0 = the plane), u32 count, u32 ids…   whenever a list of children
//     changed 5 Focus     u32 id 6 Scroll    u32 id, f32 offset 7 Announce  u8 assertive, string
//
// A node unknown to the page starts from the defaults of ui::Node; rectangles are relative to the
// parent node (to its content for a scroll region). The page's reader is
// shell/bridges/plane_patch.js.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "web/ui/semantics.h"

namespace xueshi::ui {

enum class PatchOperation : std::uint8_t {
    Theme = 1,
    Remove,
    Node,
    Children,
    Focus,
    Scroll,
    Announce
};

enum PatchField : std::uint16_t {
    kPatchRole = 1,             // u8; only of a new node
    kPatchRect = 2,             // f32 x, y, width, height
    kPatchState = 4,            // u16
    kPatchName = 8,             // string
    kPatchValue = 16,           // string
    kPatchHint = 32,            // string
    kPatchAutocomplete = 64,    // string
    kPatchDescribedBy = 128,    // u32
    kPatchContentHeight = 256,  // f32
    kPatchFontPx = 512,         // f32
    kPatchPadding = 1024,       // f32 left, right
    kPatchRowCount = 2048,      // i32
    kPatchRowIndex = 4096,      // i32
    kPatchMaxLength = 8192,     // i32
    kPatchKeyboard = 16384      // u8
};

class PlanePatchWriter {
  public:
    // The patch from the tree written last to this one; empty when nothing changed. Takes the
    // tree's pending focus, scrolls and announcements. Valid until the next call. Of two nodes with
    // one id the first counts.
    //
    // The page's reader makes use of the order: all removals first, then nodes as they stand in the
    // tree, then lists of children.
    std::span<const std::uint8_t> write(SemanticTree& tree);

  private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    // An element of the page, as it was told last.
    struct Known {
        Node node;
        Rect rect;  // relative to the parent
        std::vector<NodeId> children;
        std::uint32_t frame = 0;  // that listed it last
        std::uint32_t at = 0;     // its place among that frame's nodes
        bool is_made = false;     // by this patch
    };

    std::size_t home_of(NodeId id) const;
    std::uint32_t slot_of(NodeId id) const;
    std::uint32_t take_slot();
    void index_slot(std::uint32_t slot);
    void index_slots();

    void list(const std::vector<Node>& nodes);
    void group_children(const std::vector<Node>& nodes);
    bool is_unchanged(const std::vector<Node>& nodes) const;
    void write_removals();
    void write_nodes(const std::vector<Node>& nodes);
    bool write_node(const Node& node,
                    const Rect& rect,
                    const Node& old,
                    const Rect& old_rect,
                    bool is_made);
    void write_children();
    void write_children_of(NodeId parent, std::size_t group, std::vector<NodeId>& told);
    void write_scrolls(SemanticTree& tree);

    void operation(PatchOperation kind);
    void bytes(const void* data, std::size_t size);
    template <typename T>
    void number(T value) {
        bytes(&value, sizeof value);
    }
    void string(const std::string& text);

    std::vector<Known> known_;         // by slot; slots of removed elements are used again
    std::vector<std::uint32_t> free_;  // slots
    std::vector<std::uint32_t> table_;  // open addressing by id: slots, a power of two of them
    unsigned table_shift_ = 32;
    std::vector<std::uint32_t> order_, last_order_;  // slots of the listed nodes, in their order
    std::vector<NodeId> root_children_;              // as told last
    std::uint32_t frame_ = 0;

    // Of this frame: children grouped by parent (0 = the plane, slot + 1 = a node).
    std::vector<std::uint32_t> parents_;  // of order_
    std::vector<std::uint32_t> first_child_, next_child_;
    std::vector<NodeId> children_;
    std::vector<bool> has_made_child_;

    PlaneTheme theme_;
    bool is_theme_written_ = false;
    std::vector<std::uint8_t> patch_;
};

}  // namespace xueshi::ui

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
    std::span<const std::uint8_t> write(SemanticTree& tree);

  private:
    struct Snapshot {
        std::vector<Node> nodes;
        std::vector<Rect> rects;           // relative to the parent
        std::vector<std::uint32_t> by_id;  // indices into nodes, sorted by id
        std::vector<std::uint32_t>
            first_child;  // per parent (0 = plane, i + 1 = nodes[i]) into children
        std::vector<NodeId> children;

        static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
        std::size_t index_of(NodeId id) const;
        std::span<const NodeId> children_of(std::size_t parent) const;
    };
    static Snapshot take(const SemanticTree& tree);

    void write_removals(const Snapshot& now);
    void write_node(const Node& node,
                    const Rect& rect,
                    const Node* before,
                    const Rect& before_rect);
    void write_children(const Snapshot& now);
    void write_scrolls(const Snapshot& now, SemanticTree& tree);

    void operation(PatchOperation kind);
    void bytes(const void* data, std::size_t size);
    template <typename T>
    void number(T value) {
        bytes(&value, sizeof value);
    }
    void string(const std::string& text);

    Snapshot last_;
    PlaneTheme theme_;
    bool is_theme_written_ = false;
    std::vector<std::uint8_t> patch_;
};

}  // namespace xueshi::ui

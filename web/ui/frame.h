// One frame of the interface: what every widget is handed.
//
// Two planes. A widget paints with ImDrawList and registers its node in the semantic tree; the DOM
// element made from the node is the only source of activation, focus, hover and text. All
// rectangles are CSS pixels in the coordinates of the innermost scroll region (from its content's
// top left), or of the canvas outside of any.
//
// A Frame lives on the stack of the frame loop; what must last from frame to frame is in the Stage:
//
//     Stage stage;                        // once
//     {
//         Frame frame(stage, setup);      // per frame, between the tree's begin_frame() and the
//         diff draw_screen(frame);
//     }                                   // paints the focus ring, settles animations
//     if (stage.wants_frame()) loop.request_frame();
//
// Dialogs, menus and toasts are drawn last, outside of scroll regions: what is drawn later is on
// top.
#pragma once

#include <string_view>
#include <vector>

#include "web/ui/animator.h"
#include "web/ui/drawn_blocks.h"
#include "web/ui/fonts.h"
#include "web/ui/layout.h"
#include "web/ui/metrics.h"
#include "web/ui/semantics.h"
#include "web/ui/shape_cache.h"
#include "web/ui/theme.h"

struct ImDrawList;

namespace xueshi::ui {

struct FrameSetup {
    const Theme* theme = nullptr;
    float em = 16;  // CSS px; × 1.6 on television already applied
    float device_pixel_ratio = 1;
    FormFactor form = FormFactor::Desktop;
    Rect viewport = {};  // the canvas, less the safe areas of the device
    SemanticTree* plane = nullptr;
    ImDrawList* draw = nullptr;
    Fonts fonts;
    float scrollbar = 0;    // what a scroll region's bar takes from its right, CSS px
    bool is_touch = false;  // coarse pointer: targets are at least 2.75 em
    bool has_reduced_motion = false;
    double seconds = 0;  // monotonic
};

class Frame;

// What lasts between frames: running animations, learnt heights of scrolled content, shapes, blocks.
class Stage {
  public:
    // True after a frame that needs another one: something moves, or a height was learnt.
    bool wants_frame() const { return wants_frame_; }
    // Seconds until a frame is needed though nothing moves; 0: none is.
    double wants_frame_in() const { return wants_frame_in_; }

  private:
    friend class Frame;
    friend class BlockScope;
    struct Scope {
        NodeId id;
        NodeId ordinal;
    };
    struct ContentHeight {
        NodeId id;
        float height;
        bool was_seen;
    };
    Animator animator_;
    ShapeCache shapes_;
    DrawnBlocks blocks_;
    std::vector<Scope> scopes_;
    std::vector<ContentHeight> heights_;
    NodeId scrolled_region_ = 0;  // the last one
    double scrolled_seconds_ = 0;
    bool wants_frame_ = false;
    double wants_frame_in_ = 0;
};

// How a node looks to the pointer and the keyboard, and whether it was activated since the last
// frame.
struct Interaction {
    bool is_activated = false;
    bool is_hovered = false;
    bool is_pressed = false;
    bool is_focused = false;  // focus that must be visible
    float hover = 0;          // 0…1, eased
};

class Frame {
  public:
    Frame(Stage& stage, const FrameSetup& setup);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    const Theme& theme;
    const float em;
    const float device_pixel;  // size of a device pixel in CSS px
    const FormFactor form;
    const Rect viewport;
    SemanticTree& plane;
    ImDrawList* const draw;
    ShapeCache& shapes;
    const Fonts fonts;
    const float scrollbar;
    const bool is_touch;
    const bool has_reduced_motion;
    const double seconds;

    float px(float ems) const { return ems * em; }
    bool is_phone() const { return form == FormFactor::Phone; }
    bool is_television() const { return form == FormFactor::Television; }
    // Rounds to whole device pixels: edges of fills and lines stay crisp.
    float snapped(float css_px) const;

    // --- ids: paths of names, hashed. A row pushes the id of its thing, never its index.
    NodeId id(std::string_view name) const;
    NodeId next_id();  // for nodes without a name: the ordinal within the scope
    void push_id(std::string_view name);
    void push_id(std::uint64_t number);
    void pop_id();

    // --- nodes
    struct NodeText {
        std::string_view name = {}, value = {}, hint = {};
    };
    NodeId add_node(
        NodeId id, Role role, const Rect& rect, const NodeText& text, unsigned state = 0);
    Interaction interact(NodeId id, bool is_enabled = true);
    // The rectangle a control answers to: grown about its middle to the touch minimum where it
    // applies.
    Rect target(const Rect& rect) const;
    // Remembers that `rect` shows the focus ring; painted on top when the frame ends.
    void show_focus(NodeId id, const Rect& rect, float radius);

    // --- coordinates
    Rect on_canvas(const Rect& rect) const { return moved(rect, origin_x_, origin_y_); }
    float origin_x() const { return origin_x_; }
    float origin_y() const { return origin_y_; }
    void set_origin(float x, float y);
    // False when nothing of `rect` can be seen, or it is painted already: painting may be left out (nodes
    // may not).
    bool is_visible(const Rect& rect) const;
    void push_clip(const Rect& rect);  // local coordinates
    void pop_clip();
    Rect clip() const;  // on the canvas

    // --- what stays as it was (drawn_blocks.h)
    // Puts down a block of the last frame; false when it must be drawn (BlockScope).
    bool put_again(NodeId block, std::uint64_t content, const Rect& rect);
    // From here on blocks are painted only; those of the last frame keep their nodes below `parent`, which
    // is open. For RowWindow.
    void defer_nodes(NodeId parent);
    void stop_deferring_nodes();
    double seconds_since_scroll(NodeId region) const;

    // --- motion
    float ease(NodeId id, float target, float rest = 0, double duration = metrics::kMotionFast);
    float follow(NodeId id, float target, double duration = metrics::kMotion);
    void request_frame();
    void request_frame_in(double seconds);

    // --- heights of scrolled content, as learnt in the last frame (0 when unknown)
    float learnt_height(NodeId id) const;
    void learn_height(NodeId id, float height);

  private:
    friend class BlockScope;
    enum class Painting : std::uint8_t { WhatIsSeen, Everything, Nothing };  // of a block: one of the latter
    DrawnBlocks::Place place_of(const Rect& rect) const;
    std::uint64_t look() const;
    void paint_focus_ring();

    Stage& stage_;
    float origin_x_ = 0, origin_y_ = 0;
    bool defers_nodes_ = false;
    Painting painting_ = Painting::WhatIsSeen;
    bool has_ring_ = false;
    Rect ring_ = {};
    Rect ring_clip_ = {};
    float ring_radius_ = 0;
};

class IdScope {
  public:
    IdScope(Frame& frame, std::string_view name) : frame_(frame) { frame.push_id(name); }
    IdScope(Frame& frame, std::uint64_t number) : frame_(frame) { frame.push_id(number); }
    ~IdScope() { frame_.pop_id(); }
    IdScope(const IdScope&) = delete;
    IdScope& operator=(const IdScope&) = delete;

  private:
    Frame& frame_;
};

// What is drawn and registered while it lives can be put down again in the next frame.
class BlockScope {
  public:
    BlockScope(Frame& frame, NodeId block, std::uint64_t content, const Rect& rect);
    ~BlockScope();
    BlockScope(const BlockScope&) = delete;
    BlockScope& operator=(const BlockScope&) = delete;

  private:
    Frame& frame_;
};

// A node whose children are what is drawn while it lives: a group, a list, the main region.
class NodeScope {
  public:
    NodeScope(
        Frame& frame, std::string_view id, Role role, const Rect& rect, std::string_view name);
    ~NodeScope();
    NodeScope(const NodeScope&) = delete;
    NodeScope& operator=(const NodeScope&) = delete;

    NodeId id() const { return id_; }

  private:
    Frame& frame_;
    NodeId id_;
};

}  // namespace xueshi::ui

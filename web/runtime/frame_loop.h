// One frame: take what happened, let the program decide, paint, hand the difference to the input
// plane.
//
//     inputs ─▶ client.update() ─▶ client.draw() ─▶ glyphs ─▶ paint ─▶ plane patch ─▶ update() if commanded
//
// What drawing finds commanded is decided, and on its way to the disk, at the end of the same frame: the next one
// waits for a screen, and on a slow device long.
// An activated link pushes its route before the update, so that views need not.
//
// Frames are run on demand only. Whatever changes something asks for one: an input, an answer of
// the server, a changed display, an animation that is not at its end. While the page is hidden,
// update() still runs (answers are stored, the outbox is flushed) and nothing is drawn.
#pragma once

#include "web/ports/clock.h"
#include "web/ports/display.h"
#include "web/ports/input_plane.h"
#include "web/ports/navigation.h"
#include "web/ui/paint_surface.h"
#include "web/ui/plane_patch.h"
#include "web/ui/semantics.h"

namespace xueshi::runtime {

// What the loop runs: the program of the composition root.
class FrameClient {
  public:
    virtual ~FrameClient() = default;
    // Logic only: drain ports and commands, fold events. Never draws.
    virtual void update(double now_ms) = 0;
    // False: there is nothing to show yet that the page's own first picture does not show better.
    virtual bool has_picture(double /*now_ms*/) const { return true; }
    // Draws one picture of the state and adds its nodes to the tree. Never changes the state.
    virtual void draw(double now_ms) = 0;
    // While drawing something was commanded that no update has decided yet.
    virtual bool has_commands() const { return false; }
};

class FrameLoop final : public ports::FrameRunner {
  public:
    struct Ports {
        ports::Display& display;
        ports::InputPlane& plane;
        ports::Navigation& navigation;
        ports::Clock& clock;
        ui::GlyphRasterizer& rasterizer;
    };

    // Everything given must outlive the loop.
    FrameLoop(Ports ports, FrameClient& client);
    FrameLoop(const FrameLoop&) = delete;
    FrameLoop& operator=(const FrameLoop&) = delete;

    // Allowed at any time, also while drawing (an animation): then the next frame follows this one.
    void request_frame() { ports_.display.request_frame(); }
    void request_frame_in(double ms) { ports_.display.request_frame_in(ms); }

    // Called by the display when a requested frame is due.
    bool run_frame(bool is_visible) override;

    ui::SemanticTree& tree() { return tree_; }
    const ui::Fonts& fonts() const { return surface_.fonts(); }
    // Painted with during draw().
    ImDrawList& draw_list() { return surface_.draw_list(); }
    const ports::DisplayState& display() const { return ports_.display.state(); }
    ports::InputPlane::Pointer pointer() const { return ports_.plane.pointer(); }

  private:
    void follow_links();
    void draw_frame(double now_ms);

    Ports ports_;
    FrameClient& client_;
    ui::PaintSurface surface_;
    ui::SemanticTree tree_;
    ui::PlanePatchWriter patch_writer_;
    std::vector<ui::Input> waiting_inputs_;  // arrived while nothing was drawn
    int settle_frames_ = 0;
};

}  // namespace xueshi::runtime

// The surface that is painted on, what is known about it, and the wish for a frame.
#pragma once

#include <cstdint>

struct ImDrawData;

namespace xueshi::ports {

// CSS pixels unless said. Read at the start of each frame; a change wakes the frame loop.
struct DisplayState {
    float width = 0;
    float height = 0;    // without the part a phone's keyboard covers
    float density = 1;   // device pixels per CSS pixel (capped on small devices)
    float base_px = 16;  // 1 em: the font size set in the browser
    float safe_top = 0;  // notches and system bars
    float safe_right = 0;
    float safe_bottom = 0;
    float safe_left = 0;
    float scrollbar = 0;  // width a scroll region's bar takes from its right; 0 where bars overlay
    bool dark = false;    // prefers-color-scheme
    bool reduced_motion = false;  // prefers-reduced-motion
    bool coarse_pointer = false;  // touch
    bool forced_colors = false;   // high contrast
};

// What a frame runs.
class FrameRunner {
  public:
    virtual ~FrameRunner() = default;
    // `is_visible` false runs the update half only. True: a picture was drawn.
    virtual bool run_frame(bool is_visible) = 0;
};

class Display {
  public:
    virtual ~Display() = default;
    virtual const DisplayState& state() const = 0;
    // One frame soon: many wishes make one frame, and without a wish there is none. While the page
    // is hidden only the update half of a frame is run.
    virtual void request_frame() = 0;
    // One frame after that many milliseconds, for what has its time (a retry, a notice that
    // leaves). Only the earliest wish is kept; ask again in that frame for a later one. Without a
    // wish there is no timer.
    virtual void request_frame_in(double ms) = 0;
    // Paints over a background (packed like ImU32). Answers false when nothing could be painted,
    // because the graphics context is lost; a frame is requested when it is back.
    virtual bool paint(ImDrawData& draw_data, std::uint32_t background) = 0;
};

}  // namespace xueshi::ports

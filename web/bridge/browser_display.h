#pragma once

#include "web/ports/display.h"

namespace xueshi::bridge {

// A canvas painted by WebGL2 (shell/bridges/painter.js) and the browser's frames (frames.js).
// Without WebGL2 nothing is painted and the input plane is shown instead.
class BrowserDisplay final : public ports::Display {
  public:
    const ports::DisplayState& state() const override;
    void request_frame() override;
    void request_frame_in(double ms) override;
    bool paint(ImDrawData& draw_data, std::uint32_t background) override;

    // Requests the first frame; from now on requested frames are run by `runner`, which stays for
    // ever. Call once, last thing in main().
    void start(ports::FrameRunner& runner);

  private:
    mutable ports::DisplayState state_;
    int context_ = 0;  // which graphics context the textures live in; each loss makes a new one
};

}  // namespace xueshi::bridge

#include "web/runtime/frame_loop.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace xueshi::runtime {

namespace {

// A command given while drawing is decided when all is drawn, and seen in the frame after it. Hover and press
// change looks only and are seen in their own frame.
constexpr int kSettleFrames = 2;

bool has_consequences(const ui::Input& input) {
    return input.kind != ui::Input::Kind::Hover && input.kind != ui::Input::Kind::Press &&
           input.kind != ui::Input::Kind::Scrolled;
}

}  // namespace

FrameLoop::FrameLoop(Ports ports, FrameClient& client)
    : ports_(ports), client_(client), surface_(ports.rasterizer) {}

bool FrameLoop::run_frame(bool is_visible) {
    const double now_ms = ports_.clock.monotonic_ms();
    std::vector<ui::Input> inputs = ports_.plane.take_inputs();
    waiting_inputs_.insert(waiting_inputs_.end(),
                           std::make_move_iterator(inputs.begin()),
                           std::make_move_iterator(inputs.end()));
    follow_links();
    client_.update(now_ms);
    const bool has_room = ports_.display.state().width > 0;  // the page is laid out
    if (!is_visible || !has_room || !client_.has_picture(now_ms)) return false;

    if (std::any_of(waiting_inputs_.begin(), waiting_inputs_.end(), has_consequences)) {
        settle_frames_ = kSettleFrames;
    }
    tree_.set_inputs(std::exchange(waiting_inputs_, {}));
    draw_frame(now_ms);
    ports_.plane.apply(patch_writer_.write(tree_));
    if (client_.has_commands()) client_.update(now_ms);
    if (settle_frames_ > 0) {
        --settle_frames_;
        request_frame();
    }
    return true;
}

void FrameLoop::follow_links() {
    for (const ui::Input& input : waiting_inputs_) {
        if (input.kind != ui::Input::Kind::Activate) continue;
        const ui::Node* node = tree_.find(input.node);
        if (node != nullptr && node->role == ui::Role::Link) ports_.navigation.push(node->value);
    }
}

void FrameLoop::draw_frame(double now_ms) {
    const ports::DisplayState& display = ports_.display.state();
    surface_.begin_frame(display.width, display.height, display.density);
    tree_.begin_frame();
    client_.draw(now_ms);
    if (surface_.end_frame()) request_frame();
    ports_.display.paint(surface_.draw_data(), tree_.theme().canvas);
}

}  // namespace xueshi::runtime

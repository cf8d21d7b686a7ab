#include "web/ui/frame.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <imgui.h>

#include "web/ui/content_hash.h"
#include "web/ui/paint.h"

namespace xueshi::ui {

namespace {

constexpr float kHeightTolerance = 0.25f;  // CSS px

}  // namespace

Frame::Frame(Stage& stage, const FrameSetup& setup)
    : theme(*setup.theme),
      em(setup.em),
      device_pixel(1.0f / std::max(0.25f, setup.device_pixel_ratio)),
      form(setup.form),
      viewport(setup.viewport),
      plane(*setup.plane),
      draw(setup.draw),
      shapes(stage.shapes_),
      fonts(setup.fonts),
      scrollbar(setup.scrollbar),
      is_touch(setup.is_touch),
      has_reduced_motion(setup.has_reduced_motion),
      seconds(setup.seconds),
      stage_(stage) {
    stage_.wants_frame_ = false;
    stage_.wants_frame_in_ = 0;
    stage_.animator_.begin_frame(seconds, has_reduced_motion);
    stage_.scopes_.assign(1, {0, 0});
    std::erase_if(stage_.heights_, [](const auto& height) { return !height.was_seen; });
    for (auto& height : stage_.heights_) height.was_seen = false;
    // Smooth edges over one device pixel, not over one CSS pixel.
    draw->_FringeScale = device_pixel;
    for (const Input& input : plane.inputs()) {
        if (input.kind != Input::Kind::Scrolled) continue;
        stage_.scrolled_region_ = input.node;
        stage_.scrolled_seconds_ = seconds;
    }
    stage_.blocks_.begin_frame(plane, *draw, look());
}

Frame::~Frame() {
    paint_focus_ring();
    if (stage_.animator_.is_moving()) stage_.wants_frame_ = true;
}

float Frame::snapped(float css_px) const {
    return std::floor(css_px / device_pixel + 0.5f) * device_pixel;
}

NodeId Frame::id(std::string_view name) const { return node_id(name, stage_.scopes_.back().id); }

NodeId Frame::next_id() {
    auto& scope = stage_.scopes_.back();
    ++scope.ordinal;
    const char bytes[] = {
        '#', static_cast<char>(scope.ordinal), static_cast<char>(scope.ordinal >> 8)};
    return node_id({bytes, sizeof bytes}, scope.id);
}

void Frame::push_id(std::string_view name) { stage_.scopes_.push_back({id(name), 0}); }

void Frame::push_id(std::uint64_t number) {
    char bytes[9] = {'n'};
    for (int i = 0; i < 8; ++i) bytes[i + 1] = static_cast<char>(number >> (8 * i));
    push_id(std::string_view(bytes, sizeof bytes));
}

void Frame::pop_id() { stage_.scopes_.pop_back(); }

NodeId Frame::add_node(
    NodeId node, Role role, const Rect& rect, const NodeText& text, unsigned state) {
    Node& made = plane.append(node, role);
    made.state = static_cast<std::uint16_t>(state);
    made.rect = rect;
    made.name = text.name;
    made.value = text.value;
    made.hint = text.hint;
    return node;
}

Rect Frame::target(const Rect& rect) const {
    if (!is_touch && form != FormFactor::Phone) return rect;
    const float least = px(metrics::kTouchTarget);
    return centred(rect, std::max(rect.width, least), std::max(rect.height, least));
}

Interaction Frame::interact(NodeId node, bool is_enabled) {
    Interaction result;
    result.is_focused = plane.focused() == node;
    if (!is_enabled) return result;
    result.is_activated = plane.was_activated(node);
    result.is_hovered = plane.hovered() == node;
    result.is_pressed = plane.pressed() == node;
    result.hover = ease(node, result.is_hovered ? 1.0f : 0.0f);
    if (result.is_activated || result.is_hovered || result.is_pressed) stage_.blocks_.note_motion();
    return result;
}

void Frame::show_focus(NodeId node, const Rect& rect, float radius) {
    if (plane.focused() != node) return;
    stage_.blocks_.note_motion();
    has_ring_ = true;
    ring_ = on_canvas(rect);
    ring_clip_ = clip();
    ring_radius_ = radius;
}

void Frame::paint_focus_ring() {
    if (!has_ring_) return;
    const bool far_away = form == FormFactor::Television;
    const float ring = px(far_away ? metrics::kFocusRingTelevision : metrics::kFocusRing);
    const float gap = px(far_away ? metrics::kFocusGapTelevision : metrics::kFocusGap);
    // The ring may reach out of the region that scrolls its control, but not far from it.
    const Rect room = expanded(ring_clip_, ring + gap);
    set_origin(0, 0);
    draw->PushClipRect({room.x, room.y}, {room.right(), room.bottom()}, false);
    outline(*this,
            expanded(ring_, ring + gap),
            theme.focus,
            ring,
            ring_radius_ > 0 ? ring_radius_ + ring + gap : 0);
    draw->PopClipRect();
}

void Frame::set_origin(float x, float y) {
    origin_x_ = x;
    origin_y_ = y;
}

Rect Frame::clip() const {
    const ImVec2 low = draw->GetClipRectMin();
    const ImVec2 high = draw->GetClipRectMax();
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

bool Frame::is_visible(const Rect& rect) const {
    if (painting_ != Painting::WhatIsSeen) return painting_ == Painting::Everything;
    const ImVec2 low = draw->GetClipRectMin();
    const ImVec2 high = draw->GetClipRectMax();
    return rect.x + origin_x_ < high.x && rect.right() + origin_x_ > low.x &&
           rect.y + origin_y_ < high.y && rect.bottom() + origin_y_ > low.y;
}

void Frame::push_clip(const Rect& rect) {
    const Rect here = on_canvas(rect);
    draw->PushClipRect(
        {snapped(here.x), snapped(here.y)}, {snapped(here.right()), snapped(here.bottom())}, true);
}

void Frame::pop_clip() { draw->PopClipRect(); }

float Frame::ease(NodeId node, float target_value, float rest, double duration) {
    const float value = stage_.animator_.ease(node, target_value, rest, duration);
    if (value != rest) stage_.blocks_.note_motion();
    return value;
}

float Frame::follow(NodeId node, float target_value, double duration) {
    const float value = stage_.animator_.follow(node, target_value, duration);
    // Forgotten where it stands when nobody asks for it, and so never put down again.
    stage_.blocks_.note_motion();
    return value;
}

void Frame::request_frame() {
    stage_.wants_frame_ = true;
    stage_.blocks_.note_motion();
}

void Frame::request_frame_in(double wait) {
    if (stage_.wants_frame_in_ == 0 || wait < stage_.wants_frame_in_) stage_.wants_frame_in_ = wait;
}

double Frame::seconds_since_scroll(NodeId region) const {
    if (region != stage_.scrolled_region_) return std::numeric_limits<double>::infinity();
    return seconds - stage_.scrolled_seconds_;
}

void Frame::defer_nodes(NodeId parent) {
    stage_.blocks_.keep_nodes(parent, plane);
    defers_nodes_ = true;
}

void Frame::stop_deferring_nodes() { defers_nodes_ = false; }

// What everything drawn depends on and no block needs to tell.
std::uint64_t Frame::look() const {
    ContentHash hash;
    for (const float number : {em, device_pixel, viewport.width, viewport.height, scrollbar}) hash.add(number);
    const Theme* colours = &theme;
    hash.add(colours).add(theme.canvas).add(theme.ink).add(form).add(is_touch).add(has_reduced_motion);
    return hash.add(fonts.regular).value();
}

DrawnBlocks::Place Frame::place_of(const Rect& rect) const {
    return {.x = origin_x_, .y = origin_y_, .is_seen = is_visible(rect)};
}

bool Frame::put_again(NodeId block, std::uint64_t content, const Rect& rect) {
    return stage_.blocks_.put_again(block, content, place_of(rect), !defers_nodes_, plane, *draw);
}

float Frame::learnt_height(NodeId node) const {
    for (const auto& height : stage_.heights_) {
        if (height.id == node) return height.height;
    }
    return 0;
}

void Frame::learn_height(NodeId node, float height) {
    for (auto& known : stage_.heights_) {
        if (known.id != node) continue;
        known.was_seen = true;
        // A layout that depends on its own height jitters by rounding; less than this nobody sees.
        if (std::abs(known.height - height) < kHeightTolerance) return;
        known.height = height;
        request_frame();
        return;
    }
    stage_.heights_.push_back({node, height, true});
    request_frame();
}

BlockScope::BlockScope(Frame& frame, NodeId block, std::uint64_t content, const Rect& rect) : frame_(frame) {
    if (frame.defers_nodes_) frame.plane.mute();
    const DrawnBlocks::Place place = frame.place_of(rect);
    const bool wants_picture = frame.stage_.blocks_.begin(block, content, place, frame.plane, *frame.draw);
    frame.painting_ = wants_picture && place.is_seen ? Frame::Painting::Everything : Frame::Painting::Nothing;
}

BlockScope::~BlockScope() {
    frame_.stage_.blocks_.end(!frame_.defers_nodes_, frame_.plane, *frame_.draw);
    frame_.plane.unmute();
    frame_.painting_ = Frame::Painting::WhatIsSeen;
}

NodeScope::NodeScope(
    Frame& frame, std::string_view id, Role role, const Rect& rect, std::string_view name)
    : frame_(frame), id_(frame.id(id)) {
    Node node;
    node.id = id_;
    node.role = role;
    node.rect = rect;
    node.name = name;
    frame.plane.open(std::move(node));
    frame.push_id(id);
}

NodeScope::~NodeScope() {
    frame_.pop_id();
    frame_.plane.close();
}

}  // namespace xueshi::ui

#include "web/ui/semantics.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace xueshi::ui {

void SemanticTree::begin_frame() {
    assert(open_.empty());
    std::swap(nodes_, last_nodes_);
    nodes_.clear();
    open_.clear();
}

NodeId SemanticTree::add(Node node) {
    if (is_muted_) return node.id;
    if (node.parent == 0 && !open_.empty()) node.parent = open_.back();
    nodes_.push_back(std::move(node));
    return nodes_.back().id;
}

Node& SemanticTree::append(NodeId id, Role role) {
    if (is_muted_) return forgotten_;
    Node& node = nodes_.emplace_back();
    node.id = id;
    node.role = role;
    if (!open_.empty()) node.parent = open_.back();
    return node;
}

NodeId SemanticTree::open(Node node) {
    const NodeId id = add(std::move(node));
    open_.push_back(id);
    return id;
}

void SemanticTree::close() {
    assert(!open_.empty());
    open_.pop_back();
}

std::size_t SemanticTree::keep(std::size_t first, std::size_t count) {
    const std::size_t begin = nodes_.size();
    for (std::size_t i = first; i < first + count; ++i) {
        nodes_.push_back(std::move(last_nodes_[i]));
        nodes_.back().is_kept = true;
    }
    return begin;
}

const Node* SemanticTree::find(NodeId id) const {
    for (const Node& node : nodes_) {
        if (node.id == id) return &node;
    }
    return nullptr;
}

void SemanticTree::set_inputs(std::vector<Input> inputs) {
    inputs_ = std::move(inputs);
    dropped_ = dropped_target_ = 0;
    for (const Input& input : inputs_) {
        switch (input.kind) {
            case Input::Kind::Focus:
                focused_ = input.node;
                break;
            case Input::Kind::Blur:
                // A blur that arrives after the next element's focus must not clear it.
                if (focused_ == input.node) focused_ = 0;
                break;
            case Input::Kind::Scrolled:
                scroll_state(input.node).offset = input.number;
                break;
            case Input::Kind::Hover:
                hovered_ = input.node;
                break;
            case Input::Kind::Press:
                pressed_ = input.node;
                break;
            case Input::Kind::Dragged:
                dragged_ = input.node;
                break;
            case Input::Kind::DraggedOver:
                drag_target_ = input.node;
                break;
            case Input::Kind::Dropped:
                dropped_ = std::exchange(dragged_, 0);
                dropped_target_ = input.node;
                drag_target_ = 0;
                break;
            case Input::Kind::Activate:
            case Input::Kind::TextChanged:
            case Input::Kind::Stepped:
            case Input::Kind::Dismiss:
                break;
        }
    }
}

NodeId SemanticTree::dropped_on(NodeId target) const {
    return dropped_target_ == target ? dropped_ : 0;
}

bool SemanticTree::was_activated(NodeId id) const {
    return std::any_of(inputs_.begin(), inputs_.end(), [id](const Input& input) {
        return input.kind == Input::Kind::Activate && input.node == id;
    });
}

int SemanticTree::steps(NodeId id) const {
    float sum = 0;
    for (const Input& input : inputs_) {
        if (input.kind == Input::Kind::Stepped && input.node == id) sum += input.number;
    }
    return static_cast<int>(sum);
}

bool SemanticTree::was_dismissed(NodeId id) const {
    return std::any_of(inputs_.begin(), inputs_.end(), [id](const Input& input) {
        return input.kind == Input::Kind::Dismiss && input.node == id;
    });
}

const std::string* SemanticTree::changed_text(NodeId id) const {
    const std::string* text = nullptr;
    for (const Input& input : inputs_) {
        if (input.kind == Input::Kind::TextChanged && input.node == id) text = &input.text;
    }
    return text;
}

SemanticTree::ScrollState& SemanticTree::scroll_state(NodeId id) {
    for (ScrollState& state : scrolls_) {
        if (state.id == id) return state;
    }
    scrolls_.push_back({id, 0, false});
    return scrolls_.back();
}

float SemanticTree::scroll_offset(NodeId id) const {
    for (const ScrollState& state : scrolls_) {
        if (state.id == id) return state.offset;
    }
    return 0;
}

void SemanticTree::set_scroll_offset(NodeId id, float offset) {
    ScrollState& state = scroll_state(id);
    if (state.offset == offset) return;
    state.offset = offset;
    state.wanted = true;
}

std::vector<SemanticTree::Scroll> SemanticTree::take_wanted_scrolls() {
    std::vector<Scroll> wanted;
    for (ScrollState& state : scrolls_) {
        if (!state.wanted || find(state.id) == nullptr) continue;
        state.wanted = false;
        wanted.push_back({state.id, state.offset});
    }
    return wanted;
}

NodeId SemanticTree::take_wanted_focus() {
    // A node that is only announced (a dialog opened by this frame's click) may appear a frame
    // later.
    if (wanted_focus_ == 0 || find(wanted_focus_) == nullptr) return 0;
    return std::exchange(wanted_focus_, 0);
}

void SemanticTree::announce(std::string text, bool assertive) {
    announcements_.push_back({std::move(text), assertive});
}

std::vector<Announcement> SemanticTree::take_announcements() {
    return std::exchange(announcements_, {});
}

}  // namespace xueshi::ui

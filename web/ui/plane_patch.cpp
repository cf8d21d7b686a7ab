#include "web/ui/plane_patch.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace xueshi::ui {
namespace {

bool is_same(const Node& a, const Node& b) {
    return a.parent == b.parent && a.state == b.state && a.rect == b.rect && a.name == b.name && a.value == b.value &&
           a.hint == b.hint && a.autocomplete == b.autocomplete && a.described_by == b.described_by &&
           a.content_height == b.content_height && a.font_px == b.font_px && a.pad_left == b.pad_left &&
           a.pad_right == b.pad_right && a.row_count == b.row_count && a.row_index == b.row_index &&
           a.max_length == b.max_length && a.keyboard == b.keyboard;
}

}  // namespace

// Where in the table the search for an id begins. Ids are FNV hashes of much the same names: their
// low bits fall into few places, the high bits of a product do not.
std::size_t PlanePatchWriter::home_of(NodeId id) const {
    return (id * 0x9E3779B1u) >> table_shift_;
}

std::uint32_t PlanePatchWriter::slot_of(NodeId id) const {
    if (table_.empty()) return kNone;
    const std::size_t mask = table_.size() - 1;
    for (std::size_t at = home_of(id);; at = (at + 1) & mask) {
        const std::uint32_t slot = table_[at];
        if (slot == kNone || known_[slot].node.id == id) return slot;
    }
}

void PlanePatchWriter::index_slot(std::uint32_t slot) {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = home_of(known_[slot].node.id);
    while (table_[at] != kNone) at = (at + 1) & mask;
    table_[at] = slot;
}

std::uint32_t PlanePatchWriter::take_slot() {
    if (free_.empty()) {
        known_.emplace_back();
        return static_cast<std::uint32_t>(known_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
}

void PlanePatchWriter::index_slots() {
    unsigned bits = 6;
    while ((std::size_t{1} << bits) < known_.size() * 3) ++bits;
    table_shift_ = 32 - bits;
    table_.assign(std::size_t{1} << bits, kNone);
    for (std::uint32_t slot = 0; slot < known_.size(); ++slot) {
        if (known_[slot].node.id != 0) index_slot(slot);
    }
}

// Finds each node's element. A later twin of a node does not exist.
void PlanePatchWriter::list(const std::vector<Node>& nodes) {
    ++frame_;
    std::swap(order_, last_order_);
    order_.clear();
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        if (node.id == 0) continue;
        // Most frames list what the last one did, in its order.
        const std::size_t next = order_.size();
        const bool is_next = next < last_order_.size() && known_[last_order_[next]].node.id == node.id;
        std::uint32_t slot = is_next ? last_order_[next] : slot_of(node.id);
        if (slot == kNone) {
            slot = take_slot();
            Known& fresh = known_[slot];
            fresh.node.id = node.id;
            fresh.is_made = true;
            if (table_.size() < known_.size() * 2) {
                index_slots();
            } else {
                index_slot(slot);
            }
        } else if (known_[slot].frame == frame_) {
            continue;
        } else {
            // Another role needs another element: the old one goes, a new one comes.
            known_[slot].is_made = known_[slot].node.role != node.role;
        }
        Known& known = known_[slot];
        known.frame = frame_;
        known.at = i;
        if (known.is_made) known.children.clear();
        order_.push_back(slot);
    }
}

// In order of appearance: counted, then placed.
void PlanePatchWriter::group_children(const std::vector<Node>& nodes) {
    first_child_.assign(known_.size() + 2, 0);
    has_made_child_.assign(known_.size() + 1, false);
    parents_.clear();
    NodeId last_id = 0;
    std::uint32_t last_group = 0;
    for (const std::uint32_t slot : order_) {
        const NodeId id = nodes[known_[slot].at].parent;
        if (id != last_id) {
            const std::uint32_t parent = id == 0 ? kNone : slot_of(id);
            const bool is_listed = parent != kNone && known_[parent].frame == frame_;
            last_id = id;
            last_group = is_listed ? parent + 1 : 0;
        }
        parents_.push_back(last_group);
        ++first_child_[last_group + 1];
        if (known_[slot].is_made) has_made_child_[last_group] = true;
    }
    std::partial_sum(first_child_.begin(), first_child_.end(), first_child_.begin());
    next_child_ = first_child_;
    children_.resize(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) {
        children_[next_child_[parents_[i]]++] = known_[order_[i]].node.id;
    }
}

std::span<const std::uint8_t> PlanePatchWriter::write(SemanticTree& tree) {
    patch_.clear();
    if (!is_theme_written_ || tree.theme() != theme_) {
        theme_ = tree.theme();
        is_theme_written_ = true;
        operation(PatchOperation::Theme);
        for (const std::uint32_t colour :
             {theme_.canvas, theme_.ink, theme_.placeholder, theme_.accent, theme_.scroll_thumb}) {
            number(colour);
        }
        number<std::uint8_t>(theme_.dark ? 1 : 0);
    }

    const std::vector<Node>& nodes = tree.nodes();
    list(nodes);
    if (!is_unchanged(nodes)) {
        group_children(nodes);
        write_removals();
        write_nodes(nodes);
        write_children();
    }
    write_scrolls(tree);

    if (const NodeId focus = tree.take_wanted_focus()) {
        operation(PatchOperation::Focus);
        number(focus);
    }
    for (const Announcement& announcement : tree.take_announcements()) {
        operation(PatchOperation::Announce);
        number<std::uint8_t>(announcement.assertive ? 1 : 0);
        string(announcement.text);
    }
    return patch_;
}

// Whether the same nodes stand in the same order, and those that were not kept have nothing to tell: what a
// frame that only scrolls comes to.
bool PlanePatchWriter::is_unchanged(const std::vector<Node>& nodes) const {
    if (order_ != last_order_) return false;
    for (const std::uint32_t slot : order_) {
        const Known& known = known_[slot];
        if (known.is_made) return false;
        const Node& node = nodes[known.at];
        if (!node.is_kept && !is_same(node, known.node)) return false;
    }
    return true;
}

void PlanePatchWriter::write_removals() {
    bool has_freed = false;
    for (const std::uint32_t slot : last_order_) {
        Known& known = known_[slot];
        if (known.frame == frame_ && !known.is_made) continue;
        operation(PatchOperation::Remove);
        number(known.node.id);
        if (known.frame == frame_) continue;
        known.node.id = 0;
        free_.push_back(slot);
        has_freed = true;
    }
    if (has_freed) index_slots();
}

void PlanePatchWriter::write_nodes(const std::vector<Node>& nodes) {
    static const Node kDefaults;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        Known& known = known_[order_[i]];
        const Node& node = nodes[known.at];
        Rect rect = node.rect;
        if (parents_[i] != 0) {
            const Node& parent = nodes[known_[parents_[i] - 1].at];
            if (parent.role != Role::ScrollRegion) {
                rect.x -= parent.rect.x;
                rect.y -= parent.rect.y;
            }
        }
        if (node.is_kept && !known.is_made && rect == known.rect) continue;
        const bool is_told = known.is_made ? write_node(node, rect, kDefaults, {}, true)
                                           : write_node(node, rect, known.node, known.rect, false);
        if (!is_told) continue;
        known.node = node;
        known.rect = rect;
    }
}

// Whether there was anything to tell.
bool PlanePatchWriter::write_node(const Node& node,
                                  const Rect& rect,
                                  const Node& old,
                                  const Rect& old_rect,
                                  bool is_made) {
    unsigned fields = 0;
    if (is_made) fields |= kPatchRole;
    if (!(rect == old_rect)) fields |= kPatchRect;
    if (node.state != old.state) fields |= kPatchState;
    if (node.name != old.name) fields |= kPatchName;
    if (node.value != old.value) fields |= kPatchValue;
    if (node.hint != old.hint) fields |= kPatchHint;
    if (node.autocomplete != old.autocomplete) fields |= kPatchAutocomplete;
    if (node.described_by != old.described_by) fields |= kPatchDescribedBy;
    if (node.content_height != old.content_height) fields |= kPatchContentHeight;
    if (node.font_px != old.font_px) fields |= kPatchFontPx;
    if (node.pad_left != old.pad_left || node.pad_right != old.pad_right) fields |= kPatchPadding;
    if (node.row_count != old.row_count) fields |= kPatchRowCount;
    if (node.row_index != old.row_index) fields |= kPatchRowIndex;
    if (node.max_length != old.max_length) fields |= kPatchMaxLength;
    if (node.keyboard != old.keyboard) fields |= kPatchKeyboard;
    if (fields == 0) return false;

    operation(PatchOperation::Node);
    number(node.id);
    number(static_cast<std::uint16_t>(fields));
    if (fields & kPatchRole) number(node.role);
    if (fields & kPatchRect) {
        for (const float side : {rect.x, rect.y, rect.width, rect.height}) number(side);
    }
    if (fields & kPatchState) number(node.state);
    if (fields & kPatchName) string(node.name);
    if (fields & kPatchValue) string(node.value);
    if (fields & kPatchHint) string(node.hint);
    if (fields & kPatchAutocomplete) string(node.autocomplete);
    if (fields & kPatchDescribedBy) number(node.described_by);
    if (fields & kPatchContentHeight) number(node.content_height);
    if (fields & kPatchFontPx) number(node.font_px);
    if (fields & kPatchPadding) {
        number(node.pad_left);
        number(node.pad_right);
    }
    if (fields & kPatchRowCount) number(node.row_count);
    if (fields & kPatchRowIndex) number(node.row_index);
    if (fields & kPatchMaxLength) number(node.max_length);
    if (fields & kPatchKeyboard) number(node.keyboard);
    return true;
}

void PlanePatchWriter::write_children() {
    write_children_of(0, 0, root_children_);
    for (const std::uint32_t slot : order_) {
        write_children_of(known_[slot].node.id, slot + 1, known_[slot].children);
    }
}

// A child whose element was replaced must be placed again, too.
void PlanePatchWriter::write_children_of(NodeId parent,
                                         std::size_t group,
                                         std::vector<NodeId>& told) {
    const NodeId* first = children_.data() + first_child_[group];
    const NodeId* last = children_.data() + first_child_[group + 1];
    if (!has_made_child_[group] && std::equal(told.begin(), told.end(), first, last)) return;
    told.assign(first, last);
    operation(PatchOperation::Children);
    number(parent);
    number(static_cast<std::uint32_t>(told.size()));
    for (const NodeId child : told) number(child);
}

void PlanePatchWriter::write_scrolls(SemanticTree& tree) {
    const auto write_scroll = [this](NodeId id, float offset) {
        operation(PatchOperation::Scroll);
        number(id);
        number(offset);
    };
    // A region that comes back (the person returned to a list) starts where it was left.
    for (const std::uint32_t slot : order_) {
        const Known& known = known_[slot];
        if (!known.is_made || known.node.role != Role::ScrollRegion) continue;
        const float offset = tree.scroll_offset(known.node.id);
        if (offset != 0) write_scroll(known.node.id, offset);
    }
    for (const SemanticTree::Scroll& scroll : tree.take_wanted_scrolls()) {
        write_scroll(scroll.id, scroll.offset);
    }
}

void PlanePatchWriter::operation(PatchOperation kind) { number(kind); }

void PlanePatchWriter::bytes(const void* data, std::size_t size) {
    const auto* from = static_cast<const std::uint8_t*>(data);
    patch_.insert(patch_.end(), from, from + size);
}

void PlanePatchWriter::string(const std::string& text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes(text.data(), text.size());
}

}  // namespace xueshi::ui

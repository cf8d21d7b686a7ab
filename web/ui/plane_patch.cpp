#include "web/ui/plane_patch.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace xueshi::ui {

std::size_t PlanePatchWriter::Snapshot::index_of(NodeId id) const {
    const auto found = std::lower_bound(
        by_id.begin(), by_id.end(), id, [this](std::uint32_t index, NodeId wanted) {
            return nodes[index].id < wanted;
        });
    return found != by_id.end() && nodes[*found].id == id ? *found : kNone;
}

std::span<const NodeId> PlanePatchWriter::Snapshot::children_of(std::size_t parent) const {
    if (parent + 1 >= first_child.size()) return {};
    return std::span(children).subspan(first_child[parent],
                                       first_child[parent + 1] - first_child[parent]);
}

PlanePatchWriter::Snapshot PlanePatchWriter::take(const SemanticTree& tree) {
    Snapshot now;
    now.nodes = tree.nodes();
    std::vector<Node>& nodes = now.nodes;

    now.by_id.resize(nodes.size());
    std::iota(now.by_id.begin(), now.by_id.end(), 0u);
    std::sort(now.by_id.begin(), now.by_id.end(), [&nodes](std::uint32_t a, std::uint32_t b) {
        return nodes[a].id == nodes[b].id ? a < b : nodes[a].id < nodes[b].id;
    });
    // Later twins are dropped from the index, and below from the children: they do not exist.
    now.by_id.erase(std::unique(now.by_id.begin(),
                                now.by_id.end(),
                                [&nodes](std::uint32_t a, std::uint32_t b) {
                                    return nodes[a].id == nodes[b].id;
                                }),
                    now.by_id.end());
    std::vector<bool> exists(nodes.size());
    for (const std::uint32_t index : now.by_id) exists[index] = nodes[index].id != 0;

    // Children grouped by parent in order of appearance: counted, then placed.
    std::vector<std::uint32_t> parent_of(nodes.size());
    now.first_child.assign(nodes.size() + 2, 0);
    now.rects.resize(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::size_t parent =
            nodes[i].parent == 0 ? Snapshot::kNone : now.index_of(nodes[i].parent);
        Rect rect = nodes[i].rect;
        if (parent != Snapshot::kNone && nodes[parent].role != Role::ScrollRegion) {
            rect.x -= nodes[parent].rect.x;
            rect.y -= nodes[parent].rect.y;
        }
        now.rects[i] = rect;
        parent_of[i] = parent == Snapshot::kNone ? 0 : static_cast<std::uint32_t>(parent) + 1;
        if (exists[i]) ++now.first_child[parent_of[i] + 1];
    }
    std::partial_sum(now.first_child.begin(), now.first_child.end(), now.first_child.begin());
    now.children.resize(now.first_child.back());
    std::vector<std::uint32_t> next(now.first_child.begin(), now.first_child.end());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (exists[i]) now.children[next[parent_of[i]]++] = nodes[i].id;
    }
    return now;
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

    Snapshot now = take(tree);
    write_removals(now);
    for (const std::uint32_t index : now.by_id) {
        const Node& node = now.nodes[index];
        if (node.id == 0) continue;
        const std::size_t before = last_.index_of(node.id);
        const bool is_known = before != Snapshot::kNone && last_.nodes[before].role == node.role;
        write_node(node,
                   now.rects[index],
                   is_known ? &last_.nodes[before] : nullptr,
                   is_known ? last_.rects[before] : Rect{});
    }
    write_children(now);
    write_scrolls(now, tree);
    last_ = std::move(now);

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

void PlanePatchWriter::write_removals(const Snapshot& now) {
    for (const std::uint32_t index : last_.by_id) {
        const Node& node = last_.nodes[index];
        const std::size_t still = now.index_of(node.id);
        // Another role needs another element: the old one goes, a new one comes.
        if (still != Snapshot::kNone && now.nodes[still].role == node.role) continue;
        operation(PatchOperation::Remove);
        number(node.id);
    }
}

void PlanePatchWriter::write_node(const Node& node,
                                  const Rect& rect,
                                  const Node* before,
                                  const Rect& before_rect) {
    static const Node kDefaults;
    const Node& old = before != nullptr ? *before : kDefaults;
    unsigned fields = 0;
    if (before == nullptr) fields |= kPatchRole;
    if (!(rect == before_rect)) fields |= kPatchRect;
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
    if (fields == 0) return;

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
}

void PlanePatchWriter::write_children(const Snapshot& now) {
    for (std::size_t parent = 0; parent <= now.nodes.size(); ++parent) {
        const NodeId id = parent == 0 ? 0 : now.nodes[parent - 1].id;
        // The list of a new element is new, even when the old element of this id had the same one.
        std::span<const NodeId> before;
        if (parent == 0) {
            before = last_.children_of(0);
        } else {
            const std::size_t index = last_.index_of(id);
            if (index != Snapshot::kNone && last_.nodes[index].role == now.nodes[parent - 1].role) {
                before = last_.children_of(index + 1);
            }
        }
        const std::span<const NodeId> after = now.children_of(parent);
        bool is_same = std::equal(before.begin(), before.end(), after.begin(), after.end());
        // A child whose element was replaced must be placed again, too.
        for (const NodeId child : after) {
            if (!is_same) break;
            const std::size_t old = last_.index_of(child);
            is_same = old != Snapshot::kNone &&
                      last_.nodes[old].role == now.nodes[now.index_of(child)].role;
        }
        if (is_same) continue;
        operation(PatchOperation::Children);
        number(id);
        number(static_cast<std::uint32_t>(after.size()));
        for (const NodeId child : after) number(child);
    }
}

void PlanePatchWriter::write_scrolls(const Snapshot& now, SemanticTree& tree) {
    const auto write_scroll = [this](NodeId id, float offset) {
        operation(PatchOperation::Scroll);
        number(id);
        number(offset);
    };
    // A region that comes back (the person returned to a list) starts where it was left.
    for (const std::uint32_t index : now.by_id) {
        const Node& node = now.nodes[index];
        if (node.role != Role::ScrollRegion || last_.index_of(node.id) != Snapshot::kNone) continue;
        const float offset = tree.scroll_offset(node.id);
        if (offset != 0) write_scroll(node.id, offset);
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

#include "core/plan/label_store.h"

#include <algorithm>
#include <cstring>

namespace xueshi::plan {

std::int64_t ChoiceForest::add(std::int64_t parent, Row row) {
    nodes_.push_back({static_cast<std::int32_t>(parent), row});
    return static_cast<std::int64_t>(nodes_.size()) - 1;
}

std::vector<Row> ChoiceForest::rows_of(std::int64_t node) const {
    std::vector<Row> rows;
    for (; node >= 0; node = nodes_[static_cast<std::size_t>(node)].parent) {
        rows.push_back(nodes_[static_cast<std::size_t>(node)].row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool ChoiceForest::is_before(std::int64_t a, std::int64_t b) {
    only_a_.clear();
    only_b_.clear();
    while (a != b) {  // children stand after their parents, so the larger index moves up
        std::int64_t& later = a > b ? a : b;
        const Node& node = nodes_[static_cast<std::size_t>(later)];
        (a > b ? only_a_ : only_b_).push_back(node.row);
        later = node.parent;
    }
    std::sort(only_a_.begin(), only_a_.end());
    std::sort(only_b_.begin(), only_b_.end());
    return only_a_ < only_b_;
}

std::int64_t* LabelLayer::append(const std::int64_t* label) {
    const std::size_t stride = shape_.stride();
    words_.resize((count_ + 1) * stride);
    hashes_.push_back(hash_of(label));
    std::int64_t* target = words_.data() + count_ * stride;
    std::memcpy(target, label, stride * sizeof(std::int64_t));
    ++count_;
    return target;
}

void LabelLayer::clear() {
    count_ = 0;
    words_.clear();
    hashes_.clear();
}

std::uint32_t LabelLayer::hash_of(const std::int64_t* label) const {
    std::uint64_t hash = 0x9e3779b97f4a7c15u;
    for (std::size_t w = shape_.needs_at(); w < shape_.bounds_at(); ++w) {
        hash = (hash ^ static_cast<std::uint64_t>(label[w])) * 0xff51afd7ed558ccdu;
        hash ^= hash >> 29;
    }
    return static_cast<std::uint32_t>(hash >> 16);
}

bool LabelLayer::has_equal_key(const std::int64_t* a, const std::int64_t* b) const {
    for (std::size_t w = shape_.needs_at(); w < shape_.bounds_at(); ++w) {
        if (a[w] != b[w]) return false;
    }
    return true;
}

int LabelLayer::compare(const std::int64_t* a, const std::int64_t* b, ChoiceForest& choices) const {
    bool a_lighter = true;
    bool b_lighter = true;
    for (std::size_t l = 0; l < shape_.limits; ++l) {
        if (limit_matters_[l] == 0) continue;
        a_lighter = a_lighter && a[LabelShape::kLimits + l] >= b[LabelShape::kLimits + l];
        b_lighter = b_lighter && b[LabelShape::kLimits + l] >= a[LabelShape::kLimits + l];
    }
    const std::int64_t cost_a = a[LabelShape::kCost];
    const std::int64_t cost_b = b[LabelShape::kCost];
    bool a_first = cost_a < cost_b;
    if (cost_a == cost_b && (a_lighter || b_lighter)) {
        a_first = choices.is_before(a[LabelShape::kNode], b[LabelShape::kNode]);
    }
    if (a_first && a_lighter) return -1;
    if (!a_first && b_lighter) return 1;
    return 0;
}

void LabelLayer::index() {
    std::size_t buckets = 64;
    while (buckets < 4 * count_) buckets *= 2;
    heads_.assign(buckets, kNone);
    next_.resize(count_);
    mask_ = static_cast<std::uint32_t>(buckets - 1);
    for (std::size_t i = 0; i < count_; ++i) {
        std::int32_t& head = heads_[hashes_[i] & mask_];
        next_[i] = head;
        head = static_cast<std::int32_t>(i);
    }
}

void LabelLayer::add_undominated(const std::int64_t* label, ChoiceForest& choices) {
    const std::uint32_t hash = hash_of(label);
    std::int32_t* link = &heads_[hash & mask_];
    while (*link != kNone) {
        const auto i = static_cast<std::size_t>(*link);
        std::int64_t* other = at(i);
        if (hashes_[i] == hash && has_equal_key(other, label)) {
            const int order = compare(other, label, choices);
            if (order < 0) return;
            if (order > 0) {  // out of the chain, so that it is never compared again
                kill(other);
                *link = next_[i];
                continue;
            }
        }
        link = &next_[i];
    }
    append(label);
    if (count_ * 2 > heads_.size()) {
        drop_dead();
        index();
        return;
    }
    next_.push_back(heads_[hash & mask_]);
    heads_[hash & mask_] = static_cast<std::int32_t>(count_ - 1);
}

void LabelLayer::drop_dead() {
    const std::size_t stride = shape_.stride();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count_; ++i) {
        if (is_dead(at(i))) continue;
        if (kept != i) {
            std::memcpy(at(kept), at(i), stride * sizeof(std::int64_t));
            hashes_[kept] = hashes_[i];
        }
        ++kept;
    }
    count_ = kept;
    words_.resize(kept * stride);
    hashes_.resize(kept);
}

}  // namespace xueshi::plan

// One layer of labels, flat in memory, and the choices that lead to each.
//
// A label is `stride` words: cost, node, rooms of the limits, the key (needs, meter rooms, hours
// room, used exclusions, distances), then the value of each bound. Equal keys mean equal
// completions.
#pragma once

#include <cstdint>
#include <vector>

#include "core/plan/search_model.h"

namespace xueshi::plan {

struct LabelShape {
    std::size_t limits = 0;
    std::size_t needs = 0;
    std::size_t rooms = 0;
    std::size_t hours = 0;  // 0 or 1
    std::size_t used = 0;
    std::size_t distances = 0;
    std::size_t bounds = 0;

    static constexpr std::size_t kCost = 0;
    static constexpr std::size_t kNode = 1;
    static constexpr std::size_t kLimits = 2;
    std::size_t needs_at() const { return kLimits + limits; }
    std::size_t rooms_at() const { return needs_at() + needs; }
    std::size_t hours_at() const { return rooms_at() + rooms; }
    std::size_t used_at() const { return hours_at() + hours; }
    std::size_t distances_at() const { return used_at() + used; }
    std::size_t bounds_at() const { return distances_at() + distances; }
    std::size_t stride() const { return bounds_at() + bounds; }
};

// The choices of all labels as a forest: a node is one chosen row and the node before it.
class ChoiceForest {
  public:
    std::int64_t add(std::int64_t parent, Row row);
    std::vector<Row> rows_of(std::int64_t node) const;  // ascending

    // Whether the first plan has the smaller ascending list of rows, both having the same number of
    // rows: the smallest row that only one of them holds decides.
    bool is_before(std::int64_t a, std::int64_t b);

  private:
    struct Node {
        std::int32_t parent;
        Row row;
    };
    std::vector<Node> nodes_;
    std::vector<Row> only_a_, only_b_;  // scratch of is_before
};

// The undominated labels of one layer.
class LabelLayer {
  public:
    LabelLayer(const LabelShape& shape, std::vector<std::uint8_t> limit_matters)
        : shape_(shape), limit_matters_(std::move(limit_matters)) {}

    std::size_t size() const { return count_; }
    std::int64_t* at(std::size_t index) { return words_.data() + index * shape_.stride(); }

    // Appends without looking for equals; the pointer is good until the next append.
    std::int64_t* append(const std::int64_t* label);
    void clear();

    // Makes `find_or_add` see the labels that stand in the layer now.
    void index();
    // Adds the label unless one here is as good; labels it beats are marked dead.
    void add_undominated(const std::int64_t* label, ChoiceForest& choices);

    static bool is_dead(const std::int64_t* label) { return label[LabelShape::kNode] == kDead; }
    static void kill(std::int64_t* label) { label[LabelShape::kNode] = kDead; }
    void drop_dead();

  private:
    static constexpr std::int64_t kDead = -2;

    std::uint32_t hash_of(const std::int64_t* label) const;
    bool has_equal_key(const std::int64_t* a, const std::int64_t* b) const;
    // -1: a is as good in everything; 1: b is; 0: neither.
    int compare(const std::int64_t* a, const std::int64_t* b, ChoiceForest& choices) const;

    LabelShape shape_;
    std::vector<std::uint8_t> limit_matters_;
    std::size_t count_ = 0;
    std::vector<std::int64_t> words_;
    std::vector<std::uint32_t> hashes_;
    std::vector<std::int32_t> next_;
    std::vector<std::int32_t> heads_;
    std::uint32_t mask_ = 0;
};

}  // namespace xueshi::plan

#include "core/plan/first_plan.h"

#include <algorithm>
#include <cstring>

namespace xueshi::plan {
namespace {

constexpr std::size_t kMostRememberedWords = std::size_t{1}
                                             << 20;  // 8 MB; beyond, nothing more is kept

// What failed: position, cost, limit rooms and key of each situation.
class FailedSituations {
  public:
    explicit FailedSituations(const LabelShape& shape)
        : shape_(shape), words_per_entry_(shape.bounds_at()), heads_(std::size_t{1} << 15, kNone) {}

    bool contains(std::size_t at, const std::int64_t* label) const {
        for (std::int32_t i = heads_[bucket_of(at, label)]; i != kNone;
             i = next_[static_cast<std::size_t>(i)]) {
            if (covers(entry(static_cast<std::size_t>(i)), at, label)) return true;
        }
        return false;
    }

    void add(std::size_t at, const std::int64_t* label) {
        if (words_.size() > kMostRememberedWords) return;
        std::int32_t& head = heads_[bucket_of(at, label)];
        next_.push_back(head);
        head = static_cast<std::int32_t>(next_.size()) - 1;
        const std::size_t start = words_.size();
        words_.insert(words_.end(), label, label + words_per_entry_);
        words_[start + LabelShape::kNode] = static_cast<std::int64_t>(at);
    }

  private:
    const std::int64_t* entry(std::size_t i) const { return words_.data() + i * words_per_entry_; }

    bool covers(const std::int64_t* failed, std::size_t at, const std::int64_t* label) const {
        if (failed[LabelShape::kNode] != static_cast<std::int64_t>(at)) return false;
        if (failed[LabelShape::kCost] > label[LabelShape::kCost]) return false;
        for (std::size_t l = 0; l < shape_.limits; ++l) {
            if (failed[LabelShape::kLimits + l] < label[LabelShape::kLimits + l]) return false;
        }
        return std::equal(
            failed + shape_.needs_at(), failed + shape_.bounds_at(), label + shape_.needs_at());
    }

    std::size_t bucket_of(std::size_t at, const std::int64_t* label) const {
        std::uint64_t hash = at + 0x9e3779b97f4a7c15u;
        for (std::size_t w = shape_.needs_at(); w < shape_.bounds_at(); ++w) {
            hash = (hash ^ static_cast<std::uint64_t>(label[w])) * 0xff51afd7ed558ccdu;
            hash ^= hash >> 29;
        }
        return static_cast<std::size_t>(hash >> 20) & (heads_.size() - 1);
    }

    LabelShape shape_;
    std::size_t words_per_entry_;
    std::vector<std::int64_t> words_;
    std::vector<std::int32_t> next_;
    std::vector<std::int32_t> heads_;
};

}  // namespace

std::optional<std::vector<Row>> find_first_plan(const SearchTask& task, std::int64_t& nodes) {
    enum class Step : std::uint8_t { Take, Skip, Leave };
    LabelRules rules(task);
    const std::size_t count = task.model.items.size();
    const std::size_t stride = rules.shape().stride();
    FailedSituations failed(rules.shape());
    std::vector<std::int64_t> labels((count + 1) * stride);
    std::vector<Step> next(count + 1, Step::Take);
    std::vector<std::uint8_t> took(count + 1, 0);        // whether the item is in the current plan
    std::vector<std::uint8_t> had_branch(count + 1, 0);  // whether taking it was tried
    const auto label_at = [&](std::size_t k) { return labels.data() + k * stride; };

    if (!rules.start(label_at(0))) return std::nullopt;
    std::size_t k = 0;
    while (true) {
        if (k == count) {
            std::int64_t cost = 0;
            if (rules.is_finished(label_at(k), cost)) break;
            if (k == 0) return std::nullopt;
            --k;
            continue;
        }
        if (next[k] == Step::Take) {
            next[k] = Step::Skip;
            had_branch[k] = 0;
            if (failed.contains(k, label_at(k))) {
                next[k] = Step::Leave;
            } else if (rules.take(k, label_at(k), label_at(k + 1))) {
                ++nodes;
                took[k] = 1;
                had_branch[k] = 1;
                next[++k] = Step::Take;
                continue;
            }
        }
        if (next[k] == Step::Skip) {
            next[k] = Step::Leave;
            took[k] = 0;
            std::memcpy(label_at(k + 1), label_at(k), stride * sizeof(std::int64_t));
            bool key_changed = false;
            if (rules.skip(k, label_at(k + 1), key_changed)) {
                next[++k] = Step::Take;
                continue;
            }
        }
        if (had_branch[k] != 0) failed.add(k, label_at(k));
        if (k == 0) return std::nullopt;
        --k;
    }
    std::vector<Row> rows;
    for (std::size_t i = 0; i < count; ++i) {
        if (took[i] != 0) rows.push_back(task.model.items[i].row);
    }
    return rows;
}

}  // namespace xueshi::plan

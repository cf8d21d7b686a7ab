// Undo and redo of what this device decided, without limit. Kept with the journal, so that both survive a reload.
//
// Steps are numbered over the life of the history; the first ones may have been lost with a damaged record, and then
// it begins later.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "core/codec/device_json.h"

namespace xueshi::runtime {

class UndoHistory {
  public:
    using Step = codec::HeldStep;

    UndoHistory() = default;
    UndoHistory(std::vector<Step> steps, std::uint64_t first, std::uint64_t place)
        : steps_(std::move(steps)),
          first_(first),
          position_(static_cast<std::size_t>(
              std::clamp<std::uint64_t>(place, first, first + steps_.size()) - first)) {}

    // A new step. Forgets what could be redone.
    void add(Step step) {
        steps_.resize(position_);
        steps_.push_back(std::move(step));
        position_ = steps_.size();
    }
    // What `later` did comes after what is done here; what could be redone here goes, unless nothing was done.
    void go_on_with(UndoHistory later) {
        if (later.steps_.empty()) return;
        steps_.resize(position_);
        std::move(later.steps_.begin(), later.steps_.end(), std::back_inserter(steps_));
        position_ += later.position_;
    }
    // The step that undo takes back, or redo does again; null when there is none.
    const Step* undoable() const { return position_ > 0 ? &steps_[position_ - 1] : nullptr; }
    const Step* redoable() const { return position_ < steps_.size() ? &steps_[position_] : nullptr; }
    void step_back() { --position_; }
    void step_forward() { ++position_; }

    const std::vector<Step>& steps() const { return steps_; }
    std::uint64_t first() const { return first_; }             // number of steps()[0]
    std::uint64_t place() const { return first_ + position_; }  // steps before it are done

  private:
    std::vector<Step> steps_;
    std::uint64_t first_ = 0;
    std::size_t position_ = 0;
};

}  // namespace xueshi::runtime

// Undo and redo of what this device decided, without limit for as long as the page lives.
#pragma once

#include <utility>
#include <vector>

#include "core/app/event.h"

namespace xueshi::runtime {

class UndoHistory {
  public:
    // A new step: the events done and those that take them back. Forgets what could be redone.
    void add(std::vector<app::Event> done, std::vector<app::Event> inverse) {
        if (inverse.empty()) return;
        steps_.resize(position_);
        steps_.push_back({std::move(done), std::move(inverse)});
        position_ = steps_.size();
    }
    bool can_undo() const { return position_ > 0; }
    bool can_redo() const { return position_ < steps_.size(); }
    // The events to record; empty when there is nothing to take back.
    std::vector<app::Event> undo() {
        return can_undo() ? steps_[--position_].inverse : std::vector<app::Event>{};
    }
    std::vector<app::Event> redo() {
        return can_redo() ? steps_[position_++].done : std::vector<app::Event>{};
    }
    void clear() {
        steps_.clear();
        position_ = 0;
    }

  private:
    struct Step {
        std::vector<app::Event> done;
        std::vector<app::Event> inverse;
    };
    std::vector<Step> steps_;
    std::size_t position_ = 0;  // steps before it are done
};

}  // namespace xueshi::runtime

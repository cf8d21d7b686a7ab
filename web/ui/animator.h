// Short eased changes of numbers, keyed by node. Entries exist only while something moves or rests
// away from its default, so an idle interface holds none and asks for no frames.
#pragma once

#include <vector>

#include "web/ui/semantics.h"

namespace xueshi::ui {

class Animator {
  public:
    // `is_still`: motion is reduced; every value is at its target at once.
    void begin_frame(double seconds, bool is_still);

    // Where the value of `id` is on its way to `target`. A value first seen starts at `rest`; one
    // that is back at `rest` is forgotten. Ease-out over `duration` seconds.
    float ease(NodeId id, float target, float rest, double duration);
    // The same for values without a rest (a bar, a dial): first seen, it stands at the target.
    float follow(NodeId id, float target, double duration);

    bool is_moving() const { return is_moving_; }

  private:
    struct Entry {
        NodeId id;
        float from, to, rest;
        double start;
        bool follows;
        bool was_seen;
    };
    Entry* find(NodeId id);
    float advance(Entry& entry, float target, double duration);

    std::vector<Entry> entries_;
    double now_ = 0;
    bool is_still_ = false;
    bool is_moving_ = false;
};

}  // namespace xueshi::ui

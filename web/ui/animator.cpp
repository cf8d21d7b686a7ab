#include "web/ui/animator.h"

#include <algorithm>

namespace xueshi::ui {

void Animator::begin_frame(double seconds, bool is_still) {
    now_ = seconds;
    is_still_ = is_still;
    is_moving_ = false;
    std::erase_if(entries_, [](const Entry& entry) {
        return !entry.was_seen ||
               (!entry.follows && entry.to == entry.rest && entry.from == entry.rest);
    });
    for (Entry& entry : entries_) entry.was_seen = false;
}

Animator::Entry* Animator::find(NodeId id) {
    for (Entry& entry : entries_) {
        if (entry.id == id) return &entry;
    }
    return nullptr;
}

float Animator::advance(Entry& entry, float target, double duration) {
    entry.was_seen = true;
    const auto value_now = [&] {
        if (is_still_ || duration <= 0) return entry.to;
        const double share = std::clamp((now_ - entry.start) / duration, 0.0, 1.0);
        // Exactly the target: from + (to - from) may miss it by a rounding, and would move for ever.
        if (share >= 1.0) return entry.to;
        const double left = 1.0 - share;
        return entry.from + (entry.to - entry.from) * static_cast<float>(1.0 - left * left * left);
    };
    float value = value_now();
    if (target != entry.to) {
        entry.from = value;
        entry.to = target;
        entry.start = now_;
        value = value_now();
    }
    if (value == entry.to) {
        entry.from = entry.to;
    } else {
        is_moving_ = true;
    }
    return value;
}

float Animator::ease(NodeId id, float target, float rest, double duration) {
    Entry* entry = find(id);
    if (entry == nullptr) {
        if (target == rest) return rest;
        entries_.push_back(Entry{id, rest, rest, rest, now_, false, true});
        entry = &entries_.back();
    }
    return advance(*entry, target, duration);
}

float Animator::follow(NodeId id, float target, double duration) {
    Entry* entry = find(id);
    if (entry == nullptr) {
        entries_.push_back(Entry{id, target, target, target, now_, true, true});
        return target;
    }
    return advance(*entry, target, duration);
}

}  // namespace xueshi::ui

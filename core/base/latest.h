// Latest<T>: a register that keeps the value with the greatest stamp.
//
// Offering the same writes in any order, any number of times, leaves the same register. State built from
// such registers needs no re-fold when a late event arrives (decision 0003).
#pragma once

#include <utility>

#include "core/base/stamp.h"

namespace xueshi {

template <class T>
struct Latest {
    T value{};
    Stamp stamp;  // the zero stamp: nothing written yet

    bool is_written() const { return !(stamp == Stamp{}); }

    // Takes the write when it is later than what is held; false when it lost or was seen before.
    bool offer(T offered, const Stamp& at) {
        if (!(stamp < at)) return false;
        value = std::move(offered);
        stamp = at;
        return true;
    }

    friend bool operator==(const Latest&, const Latest&) = default;
};

}  // namespace xueshi

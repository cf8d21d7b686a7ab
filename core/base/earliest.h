// Earliest<T>: a fact that is written once. Should it ever be written twice, the write with the smaller stamp stands,
// on every device and in any order of arrival.
#pragma once

#include <utility>

#include "core/base/stamp.h"

namespace xueshi {

template <class T>
struct Earliest {
    T value{};
    Stamp stamp;  // the zero stamp: nothing written yet

    bool is_written() const { return !(stamp == Stamp{}); }

    // Takes the write when there is none or a later one; false when it lost or was seen before.
    bool offer(T offered, const Stamp& at) {
        if (is_written() && !(at < stamp)) return false;
        value = std::move(offered);
        stamp = at;
        return true;
    }

    friend bool operator==(const Earliest&, const Earliest&) = default;
};

}  // namespace xueshi

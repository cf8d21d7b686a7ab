// Random numbers that are the same everywhere and for ever: equal seeds make equal cities, byte for
// byte.
//
// PCG32 with a stream number, so that teacher 4711 is the same person however
// many others are made. No distribution of the standard library is used: theirs differ between
// implementations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/base/pcg32.h"

namespace xueshi::sample {

class SampleRandom {
  public:
    explicit SampleRandom(std::uint64_t seed, std::uint64_t stream = 0)
        : generator_(seed, stream) {}

    std::uint32_t next() { return generator_.draw(); }
    // Even over 0 … count − 1; count must not be 0.
    std::uint32_t below(std::uint32_t count) { return generator_.draw_below(count); }
    // Even over low … high, both included.
    int between(int low, int high);
    bool chance(int percent);

    template <class T>
    const T& pick(std::span<const T> items) {
        return items[below(static_cast<std::uint32_t>(items.size()))];
    }
    template <class T>
    const T& pick(const std::vector<T>& items) {
        return pick(std::span<const T>(items));
    }
    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
        }
    }

  private:
    Pcg32 generator_;
};

}  // namespace xueshi::sample

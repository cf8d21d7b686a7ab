#include "server/sample/sample_random.h"

namespace xueshi::sample {

SampleRandom::SampleRandom(std::uint64_t seed, std::uint64_t stream)
    : increment_((stream << 1) | 1u) {
    next();
    state_ += seed;
    next();
}

std::uint32_t SampleRandom::next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005u + increment_;
    const auto mixed = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
    const auto rotation = static_cast<std::uint32_t>(old >> 59);
    return (mixed >> rotation) | (mixed << ((32 - rotation) & 31));
}

std::uint32_t SampleRandom::below(std::uint32_t count) {
    // Numbers in the last, incomplete round of `count` would favour small results.
    const std::uint32_t skipped = (0u - count) % count;
    for (;;) {
        const std::uint32_t number = next();
        if (number >= skipped) return number % count;
    }
}

int SampleRandom::between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1)));
}

bool SampleRandom::chance(int percent) { return below(100) < static_cast<std::uint32_t>(percent); }

}  // namespace xueshi::sample

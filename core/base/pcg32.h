// PCG32: a small generator of chance, specified to the bit, so that what is drawn on a device is
// drawn again the same on the server.
//
// The member of the PCG family called XSH-RR 64/32. The default stream has the increment
// 1442695040888963407; seeded with s its state is one step of the recurrence from s + increment:
// `pcg32(s)` of the authors' C++ library and `pcg32s_srandom_r(s)` of their C library, which agree.
// Seed 42 gives c2f57bd6 6b07c4a9 72b7b29b 44215383 f5af5ead 68beb632. Another stream is
// `pcg32_srandom_r(s, stream)` of the C library.
#pragma once

#include <cstdint>

namespace xueshi {

class Pcg32 {
  public:
    static constexpr std::uint64_t kDefaultStream = 721347520444481703;

    constexpr Pcg32() : Pcg32(0) {}
    constexpr explicit Pcg32(std::uint64_t seed, std::uint64_t stream = kDefaultStream)
        : increment_((stream << 1) | 1), state_(seed + increment_) {
        step();
    }

    // The next number, any of 2^32 equally likely.
    constexpr std::uint32_t draw() {
        const std::uint64_t before = state_;
        step();
        const auto mixed = static_cast<std::uint32_t>(((before >> 18) ^ before) >> 27);
        const auto turn = static_cast<unsigned>(before >> 59);
        return (mixed >> turn) | (mixed << (-turn & 31));
    }

    // A number below `bound` (from 1), all equally likely: numbers below 2^32 mod bound, which
    // would favour small results, are drawn anew. A bound of 1 draws one number too.
    constexpr std::uint32_t draw_below(std::uint32_t bound) {
        const std::uint32_t threshold = -bound % bound;
        while (true) {
            const std::uint32_t number = draw();
            if (number >= threshold) return number % bound;
        }
    }

    friend constexpr bool operator==(const Pcg32& a, const Pcg32& b) {
        return a.state_ == b.state_ && a.increment_ == b.increment_;
    }

  private:
    constexpr void step() { state_ = state_ * 6364136223846793005 + increment_; }

    std::uint64_t increment_;
    std::uint64_t state_;
};

}  // namespace xueshi

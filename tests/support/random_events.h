// Random event sets for property tests: every kind of event, few identities, so that they collide often.
#pragma once

#include <cstdint>
#include <vector>

#include "core/app/event.h"

namespace xueshi::testing {

// A small deterministic generator (xorshift64*), so that a seed printed by a test can be replayed.
class TestRandom {
  public:
    explicit TestRandom(std::uint64_t seed) : state_(seed * 2685821657736338717u + 1) {}
    std::uint64_t next() {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return state_ * 2685821657736338717u;
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

  private:
    std::uint64_t state_;
};

// Events of the `me` feed with unique stamps, in no particular order of time.
std::vector<app::StampedEvent> random_teacher_events(TestRandom& random, std::size_t count);
// Events of the shared feeds with unique sequences.
std::vector<app::StampedEvent> random_shared_events(TestRandom& random, std::size_t count);

}  // namespace xueshi::testing

// Sets of courses, years and requirements as bits. Internal to the search of placements.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/deci_hours.h"

namespace xueshi::allocation {

inline constexpr std::int32_t kAnyHours = 1 << 28;

constexpr std::uint64_t bit(std::size_t place) { return std::uint64_t{1} << place; }

inline bool has(std::uint32_t bits, std::size_t place) { return (bits >> place & 1U) != 0; }

inline std::uint32_t bits_of(const std::vector<std::size_t>& places) {
    std::uint32_t bits = 0;
    for (const std::size_t place : places) bits |= 1U << place;
    return bits;
}

inline std::int32_t narrow(DeciHours hours) { return static_cast<std::int32_t>(hours.tenths); }

// Calls `act` with the place of each bit, the lowest first.
template <class Act>
void for_each_bit(std::uint64_t bits, Act act) {
    for (; bits != 0; bits &= bits - 1) act(static_cast<std::size_t>(std::countr_zero(bits)));
}

}  // namespace xueshi::allocation

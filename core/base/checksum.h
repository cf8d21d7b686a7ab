// A checksum that tells a record damaged on a disk from a whole one. Not a defence against forgery.
#pragma once

#include <cstdint>
#include <string_view>

namespace xueshi {

// FNV-1a, 64 bits.
constexpr std::uint64_t checksum_of(std::string_view bytes) {
    std::uint64_t sum = 0xcbf29ce484222325;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        sum *= 0x100000001b3;
    }
    return sum;
}

}  // namespace xueshi

// Randomness for identities made on the device (device id, draft ids).
#pragma once

#include <cstdint>
#include <span>

namespace xueshi::ports {

class Entropy {
  public:
    virtual ~Entropy() = default;
    // Fills every byte with cryptographically strong randomness.
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

}  // namespace xueshi::ports

#pragma once

#include "web/ports/entropy.h"

namespace xueshi::bridge {

class BrowserEntropy final : public ports::Entropy {
  public:
    void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace xueshi::bridge

#pragma once

#include "web/ports/clock.h"

namespace xueshi::bridge {

class BrowserClock final : public ports::Clock {
  public:
    double monotonic_ms() const override;
    std::int64_t wall_ms() const override;
};

}  // namespace xueshi::bridge

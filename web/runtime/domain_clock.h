// The domain's time on the device: the server's last word plus what elapsed here since. The device's own
// wall clock is never asked; it may be years off.
#pragma once

#include <cstdint>

#include "core/base/civil_date.h"

namespace xueshi::runtime {

class DomainClock {
  public:
    // Before the server was heard, the clock stands at zero.
    void hear(std::int64_t domain_now_ms, double monotonic_ms) {
        heard_domain_ms_ = domain_now_ms;
        heard_at_ms_ = monotonic_ms;
        is_known_ = true;
    }
    bool is_known() const { return is_known_; }
    Instant now(double monotonic_ms) const {
        if (!is_known_) return {};
        return {heard_domain_ms_ + static_cast<std::int64_t>(monotonic_ms - heard_at_ms_)};
    }

  private:
    std::int64_t heard_domain_ms_ = 0;
    double heard_at_ms_ = 0;
    bool is_known_ = false;
};

}  // namespace xueshi::runtime

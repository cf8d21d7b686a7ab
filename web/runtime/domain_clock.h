// The domain's time on the device: the server's last word plus what elapsed here since. The device's own
// calendar only tells how long a page was closed, and only when that is plausible; it may be years off.
#pragma once

#include <cstdint>

#include "core/base/civil_date.h"

namespace xueshi::runtime {

// A page that was closed for longer than this by the device's calendar, or for less than nothing, tells more
// about the calendar than about time. A school year is ten months long; a calendar that is set wrong is most often
// wrong by whole years.
inline constexpr std::int64_t kLongestAbsenceMs = std::int64_t{300} * 24 * 60 * 60 * 1000;
inline constexpr std::int64_t kTurnedBackMs = 10 * 60 * 1000;

class DomainClock {
  public:
    // Before anything was heard, the clock stands at zero.
    void hear(std::int64_t domain_now_ms, double monotonic_ms) {
        heard_domain_ms_ = domain_now_ms;
        heard_at_ms_ = monotonic_ms;
        is_known_ = true;
        is_doubtful_ = false;
    }
    // At the start of a page without the server: what was heard then, by the device's calendar then and now.
    void resume(std::int64_t domain_then_ms, std::int64_t wall_then_ms, std::int64_t wall_now_ms, double monotonic_ms) {
        const std::int64_t absence = wall_now_ms - wall_then_ms;
        const bool is_plausible = absence >= -kTurnedBackMs && absence <= kLongestAbsenceMs;
        hear(domain_then_ms + (is_plausible && absence > 0 ? absence : 0), monotonic_ms);
        is_doubtful_ = !is_plausible;
    }
    bool is_known() const { return is_known_; }
    // The device's calendar cannot be right; time is counted from the server's last word without it.
    bool is_doubtful() const { return is_doubtful_; }
    Instant now(double monotonic_ms) const {
        if (!is_known_) return {};
        return {heard_domain_ms_ + static_cast<std::int64_t>(monotonic_ms - heard_at_ms_)};
    }

  private:
    std::int64_t heard_domain_ms_ = 0;
    double heard_at_ms_ = 0;
    bool is_known_ = false;
    bool is_doubtful_ = false;
};

}  // namespace xueshi::runtime

// The domain's clock: what day it is for deadlines, receipts and stamps.
//
// Without a set start it is the real time. With one (`--now`, the sample city's spring of 2017) it
// starts there, or at the latest moment the store has seen if that is later, and runs on with the
// monotonic clock. It moves nothing but the domain: sessions, cookies, limits and logs keep real
// time. Thread-safe.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "core/base/civil_date.h"

namespace xueshi::authority {

class AuthorityClock {
  public:
    using Elapsed =
        std::function<std::chrono::milliseconds()>;  // since the clock was made, monotonic

    // `start`: the domain time to begin at; `latest_stored`: never begin before this.
    static AuthorityClock starting_at(Instant start,
                                      Instant latest_stored,
                                      Elapsed elapsed = real_elapsed());
    static AuthorityClock real();

    Instant now() const { return now_(); }

    static Elapsed real_elapsed();

  private:
    explicit AuthorityClock(std::function<Instant()> now) : now_(std::move(now)) {}
    std::function<Instant()> now_;
};

}  // namespace xueshi::authority

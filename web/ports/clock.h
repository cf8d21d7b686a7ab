// Elapsed time, and the device's own calendar. Domain time is not read here: it is the server's last word plus
// what elapsed since.
#pragma once

#include <cstdint>

namespace xueshi::ports {

class Clock {
  public:
    virtual ~Clock() = default;
    // Milliseconds since an arbitrary moment; never goes back, goes on while the page is hidden.
    virtual double monotonic_ms() const = 0;
    // UTC milliseconds as the device believes them. May be years off and may jump: good only for telling how
    // long ago something was written here, and only within reason.
    virtual std::int64_t wall_ms() const = 0;
};

}  // namespace xueshi::ports

// Elapsed time. Domain time is not read here: it is the server's last word plus what elapsed since.
#pragma once

namespace xueshi::ports {

class Clock {
  public:
    virtual ~Clock() = default;
    // Milliseconds since an arbitrary moment; never goes back, goes on while the page is hidden.
    virtual double monotonic_ms() const = 0;
};

}  // namespace xueshi::ports

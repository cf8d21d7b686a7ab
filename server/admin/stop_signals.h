// SIGTERM and SIGINT as something a thread can wait for. A second signal ends the process at once,
// which is safe: what was confirmed is on disk.
#pragma once

#include <chrono>

namespace xueshi::admin {

class StopSignals {
  public:
    // Must be made before any other thread, so that all of them leave the signals to this one.
    StopSignals();

    // The signal that came.
    int wait();

    // From now on: a second signal, or the time running out, ends the process with `exit_code`.
    static void end_at_once_on_next(std::chrono::seconds at_the_latest, int exit_code);
};

}  // namespace xueshi::admin

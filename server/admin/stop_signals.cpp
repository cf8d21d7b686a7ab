#include "server/admin/stop_signals.h"

#include <csignal>
#include <thread>

#include <unistd.h>

namespace xueshi::admin {
namespace {

sigset_t stop_set() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

}  // namespace

StopSignals::StopSignals() {
    const sigset_t signals = stop_set();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);  // a peer that hangs up is a failed write, not our end
}

int StopSignals::wait() {
    const sigset_t signals = stop_set();
    int signal = 0;
    sigwait(&signals, &signal);
    return signal;
}

void StopSignals::end_at_once_on_next(std::chrono::seconds at_the_latest, int exit_code) {
    std::thread([at_the_latest, exit_code] {
        const sigset_t signals = stop_set();
        const timespec patience{static_cast<time_t>(at_the_latest.count()), 0};
        sigtimedwait(&signals, nullptr, &patience);
        _exit(exit_code);
    }).detach();
}

}  // namespace xueshi::admin

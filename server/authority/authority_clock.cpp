#include "server/authority/authority_clock.h"

#include <algorithm>
#include <utility>

namespace xueshi::authority {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

AuthorityClock AuthorityClock::starting_at(Instant start, Instant latest_stored, Elapsed elapsed) {
    const Instant begin = std::max(start, latest_stored);
    return AuthorityClock([begin, elapsed = std::move(elapsed)] {
        return Instant{begin.utc_ms + elapsed().count()};
    });
}

AuthorityClock AuthorityClock::real() {
    return AuthorityClock([] {
        const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
        return Instant{duration_cast<milliseconds>(since_epoch).count()};
    });
}

AuthorityClock::Elapsed AuthorityClock::real_elapsed() {
    const auto begin = std::chrono::steady_clock::now();
    return
        [begin] { return duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin); };
}

}  // namespace xueshi::authority

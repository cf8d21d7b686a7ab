#include "server/auth/attempt_limiter.h"

namespace xueshi::auth {

AttemptLimiter::AttemptLimiter(AttemptLimit limit, std::size_t most_keys)
    : limit_(limit), most_keys_(most_keys) {}

void AttemptLimiter::drop_old(std::deque<std::int64_t>& times, std::int64_t now_ms) const {
    while (!times.empty() && times.front() + limit_.window_ms <= now_ms) times.pop_front();
}

std::int64_t AttemptLimiter::wait_ms(const std::string& key, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    const auto found = failures_.find(key);
    if (found == failures_.end()) return 0;
    drop_old(found->second, now_ms);
    if (found->second.size() < limit_.most) return 0;
    return found->second.front() + limit_.window_ms - now_ms;
}

void AttemptLimiter::note_failure(const std::string& key, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    if (failures_.size() >= most_keys_ && !failures_.contains(key)) make_room(now_ms);
    auto& times = failures_[key];
    times.push_back(now_ms);
    if (times.size() > limit_.most) times.pop_front();
}

void AttemptLimiter::forget(const std::string& key) {
    const std::lock_guard lock(mutex_);
    failures_.erase(key);
}

// A flood of made-up names must not grow the memory: what has run out goes first, then everything.
void AttemptLimiter::make_room(std::int64_t now_ms) {
    for (auto entry = failures_.begin(); entry != failures_.end();) {
        drop_old(entry->second, now_ms);
        entry = entry->second.empty() ? failures_.erase(entry) : std::next(entry);
    }
    if (failures_.size() >= most_keys_) failures_.clear();
}

}  // namespace xueshi::auth

// Counts failed attempts per key (an account, an address) within a sliding window of real time.
//
// Slows guessing without locking anyone out for long: a school sits behind one address, and a
// stranger must not be able to shut a teacher out. Kept in memory: a restart forgets, which costs
// an attacker more than it gives. Thread-safe; the number of keys is bounded.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>

namespace xueshi::auth {

struct AttemptLimit {
    std::size_t most = 5;
    std::int64_t window_ms = 5 * 60 * 1000;
};

class AttemptLimiter {
  public:
    explicit AttemptLimiter(AttemptLimit limit, std::size_t most_keys = 50'000);

    // Milliseconds until another attempt is allowed; 0: allowed now.
    std::int64_t wait_ms(const std::string& key, std::int64_t now_ms);

    void note_failure(const std::string& key, std::int64_t now_ms);
    void forget(const std::string& key);

  private:
    void drop_old(std::deque<std::int64_t>& times, std::int64_t now_ms) const;
    void make_room(std::int64_t now_ms);

    const AttemptLimit limit_;
    const std::size_t most_keys_;
    std::mutex mutex_;
    std::unordered_map<std::string, std::deque<std::int64_t>> failures_;  // oldest first
};

}  // namespace xueshi::auth

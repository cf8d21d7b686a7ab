// Passwords: Argon2id with OWASP's floor (19 MiB, two passes), and a gate that keeps hashing from
// taking the whole machine.
//
// One hash costs about 20 ms of a core and 19 MiB. The gate lets as many run as there are cores; a
// bounded number waits, and everyone beyond is told to come back, which is better than a server
// that answers nobody.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace xueshi::auth {

inline constexpr std::size_t kLongestPasswordBytes = 1024;

// Encoded with its salt and cost ("$argon2id$v=19$…").
std::string hash_password(std::string_view password);

class PasswordGate {
  public:
    explicit PasswordGate(unsigned at_once, unsigned most_waiting = 64);

    // Whether the password belongs to the credential; nullopt when too many wait already. An empty
    // credential costs the same time as a real one and is always wrong: who exists stays unknown.
    std::optional<bool> matches(std::string_view password, const std::string& credential);

  private:
    bool enter();
    void leave();

    const std::string nobody_;  // the credential compared against when there is none
    const unsigned at_once_;
    const unsigned most_waiting_;
    unsigned running_ = 0;
    unsigned waiting_ = 0;
    std::mutex mutex_;
    std::condition_variable free_;
};

}  // namespace xueshi::auth

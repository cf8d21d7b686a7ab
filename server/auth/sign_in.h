// Signing in and out, and finding out who makes a request.
//
// All times are real: sessions do not follow the domain's clock. Thread-safe.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "server/auth/attempt_limiter.h"
#include "server/auth/password_hash.h"
#include "server/store/event_store.h"

namespace xueshi::auth {

inline constexpr ErrorCode kWrongCredentials{
    "WrongCredentials"};                                         // which half was wrong is not said
inline constexpr ErrorCode kTooManyAttempts{"TooManyAttempts"};  // detail: seconds to wait
inline constexpr ErrorCode kBusy{"Busy"};                        // too many sign-ins at once
inline constexpr ErrorCode kNotSignedIn{"NotSignedIn"};          // no session was presented
inline constexpr ErrorCode kSessionExpired{"SessionExpired"};    // one was presented and is over

struct SessionLifetimes {
    std::int64_t idle_ms = 8ll * 3600 * 1000;           // a working day without use
    std::int64_t absolute_ms = 7ll * 24 * 3600 * 1000;  // whatever happens
};

struct SignedIn {
    std::string token;
    store::AccountRecord account;
};

struct SignInOptions {
    std::function<std::int64_t()> real_now_ms;  // UTC
    SessionLifetimes lifetimes;
    unsigned hashes_at_once = 2;
};

class SignIn {
  public:
    SignIn(store::EventStore& event_store, SignInOptions options);

    // `replaced_token` (may be empty) is the session the browser had before; it ends with success.
    Result<SignedIn> sign_in(const std::string& login,
                             std::string_view password,
                             const std::string& address,
                             std::string_view replaced_token);

    // The account behind a token, and later idle time for the session. kNotSignedIn for an empty
    // token.
    Result<store::AccountRecord> account_of(std::string_view token);

    // Afterwards the token opens nothing. Unknown tokens are fine.
    Outcome sign_out(std::string_view token);

    const SessionLifetimes& lifetimes() const { return options_.lifetimes; }

  private:
    Outcome check_attempts(const std::string& login,
                           const std::string& address,
                           std::int64_t now_ms);
    void note_failure(const std::string& login, const std::string& address, std::int64_t now_ms);
    bool is_time_to_sweep(std::int64_t now_ms);

    store::EventStore& store_;
    const SignInOptions options_;
    PasswordGate gate_;
    AttemptLimiter per_pair_;     // one account from one address
    AttemptLimiter per_account_;  // one account from anywhere
    AttemptLimiter per_address_;  // anyone from one address
    std::atomic<std::int64_t> swept_at_ms_{0};
};

}  // namespace xueshi::auth

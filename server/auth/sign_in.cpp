#include "server/auth/sign_in.h"

#include <algorithm>
#include <utility>

#include "server/auth/session_token.h"

namespace xueshi::auth {
namespace {

constexpr std::int64_t kWindowMs = 5 * 60 * 1000;
constexpr AttemptLimit kPairLimit{5, kWindowMs};
constexpr AttemptLimit kAccountLimit{50, kWindowMs};
constexpr AttemptLimit kAddressLimit{300, kWindowMs};  // a whole school may share one address

// Use moves the idle end forward, but not with a write for every request.
constexpr std::int64_t kRenewAfterMs = 5 * 60 * 1000;

// Ended sessions open nothing; removing them is tidiness, and reads the whole table.
constexpr std::int64_t kSweepEveryMs = 10 * 60 * 1000;

std::string pair_key(const std::string& login, const std::string& address) {
    return address + '\n' + login;
}

}  // namespace

SignIn::SignIn(store::EventStore& event_store, SignInOptions options)
    : store_(event_store),
      options_(std::move(options)),
      gate_(options_.hashes_at_once),
      per_pair_(kPairLimit),
      per_account_(kAccountLimit),
      per_address_(kAddressLimit) {}

Outcome SignIn::check_attempts(const std::string& login,
                               const std::string& address,
                               std::int64_t now_ms) {
    const std::int64_t wait_ms = std::max({per_pair_.wait_ms(pair_key(login, address), now_ms),
                                           per_account_.wait_ms(login, now_ms),
                                           per_address_.wait_ms(address, now_ms)});
    if (wait_ms == 0) return Done{};
    return make_error(kTooManyAttempts, {}, std::to_string((wait_ms + 999) / 1000));
}

void SignIn::note_failure(const std::string& login,
                          const std::string& address,
                          std::int64_t now_ms) {
    per_pair_.note_failure(pair_key(login, address), now_ms);
    per_account_.note_failure(login, now_ms);
    per_address_.note_failure(address, now_ms);
}

// Asked by the store's writer only, one job at a time.
bool SignIn::is_time_to_sweep(std::int64_t now_ms) {
    if (now_ms - swept_at_ms_ < kSweepEveryMs) return false;
    swept_at_ms_ = now_ms;
    return true;
}

Result<SignedIn> SignIn::sign_in(const std::string& login,
                                 std::string_view password,
                                 const std::string& address,
                                 std::string_view replaced_token) {
    const std::int64_t now_ms = options_.real_now_ms();
    if (const auto allowed = check_attempts(login, address, now_ms); !allowed)
        return allowed.error();

    std::optional<store::AccountRecord> account;
    store_.read([&](store::StoreView& view) { account = view.find_account_by_login(login); });
    const auto matches = gate_.matches(password, account ? account->credential : std::string{});
    if (!matches) return make_error(kBusy);
    if (!*matches) {
        note_failure(login, address, now_ms);
        return make_error(kWrongCredentials);
    }
    per_pair_.forget(pair_key(login, address));

    std::string token = new_session_token();
    const store::SessionRecord session{hash_of_token(token),
                                       account->id,
                                       now_ms + options_.lifetimes.idle_ms,
                                       now_ms + options_.lifetimes.absolute_ms};
    const Outcome kept = store_.write([&](store::Transaction& transaction) -> Outcome {
        if (is_time_to_sweep(now_ms)) transaction.remove_sessions_ended_by(now_ms);
        if (!replaced_token.empty()) transaction.remove_session(hash_of_token(replaced_token));
        transaction.put_session(session);
        return Done{};
    });
    if (!kept) return kept.error();
    return SignedIn{std::move(token), std::move(*account)};
}

Result<store::AccountRecord> SignIn::account_of(std::string_view token) {
    if (token.empty()) return make_error(kNotSignedIn);
    if (!is_session_token(token)) return make_error(kSessionExpired);

    const std::int64_t now_ms = options_.real_now_ms();
    std::optional<store::SessionRecord> session;
    std::optional<store::AccountRecord> account;
    store_.read([&](store::StoreView& view) {
        session = view.find_session(hash_of_token(token));
        if (session) account = view.find_account(session->account_id);
    });
    if (!session || !account || session->idle_until_ms <= now_ms ||
        session->absolute_until_ms <= now_ms) {
        return make_error(kSessionExpired);
    }
    const std::int64_t renewed = now_ms + options_.lifetimes.idle_ms;
    if (renewed - session->idle_until_ms >= kRenewAfterMs) {
        session->idle_until_ms = renewed;
        // A renewal that finds the store busy is simply made by the next request.
        [[maybe_unused]] const Outcome kept =
            store_.write([&](store::Transaction& transaction) -> Outcome {
                if (transaction.find_session(session->token_hash))
                    transaction.put_session(*session);
                return Done{};
            });
    }
    return std::move(*account);
}

Outcome SignIn::sign_out(std::string_view token) {
    if (!is_session_token(token)) return Done{};
    const store::Digest hash = hash_of_token(token);
    return store_.write([&](store::Transaction& transaction) -> Outcome {
        transaction.remove_session(hash);
        return Done{};
    });
}

}  // namespace xueshi::auth

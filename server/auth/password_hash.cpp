#include "server/auth/password_hash.h"

#include <algorithm>
#include <new>

#include <sodium.h>

#include "server/auth/session_token.h"

namespace xueshi::auth {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemoryBytes = 19u << 20;

}  // namespace

std::string hash_password(std::string_view password) {
    char encoded[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(encoded,
                              password.data(),
                              password.size(),
                              kPasses,
                              kMemoryBytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();  // the only way it fails
    }
    return encoded;
}

namespace {

// Made once a process: hashing is slow on purpose.
const std::string& credential_of_nobody() {
    static const std::string credential = hash_password(random_hex(16));
    return credential;
}

}  // namespace

PasswordGate::PasswordGate(unsigned at_once, unsigned most_waiting)
    : nobody_(credential_of_nobody()),
      at_once_(std::max(at_once, 1u)),
      most_waiting_(most_waiting) {}

std::optional<bool> PasswordGate::matches(std::string_view password,
                                          const std::string& credential) {
    if (!enter()) return std::nullopt;
    const std::string& against = credential.empty() ? nobody_ : credential;
    const bool is_equal =
        crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    leave();
    return is_equal && !credential.empty();
}

bool PasswordGate::enter() {
    std::unique_lock lock(mutex_);
    if (running_ >= at_once_ && waiting_ >= most_waiting_) return false;
    ++waiting_;
    free_.wait(lock, [&] { return running_ < at_once_; });
    --waiting_;
    ++running_;
    return true;
}

void PasswordGate::leave() {
    {
        const std::lock_guard lock(mutex_);
        --running_;
    }
    free_.notify_one();
}

}  // namespace xueshi::auth

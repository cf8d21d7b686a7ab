#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sodium.h>

#include "server/auth/attempt_limiter.h"
#include "server/auth/password_hash.h"
#include "server/auth/session_token.h"

namespace xueshi::auth {
namespace {

class Auth : public ::testing::Test {
  protected:
    Auth() { EXPECT_GE(sodium_init(), 0); }
};
using Password = Auth;
using SessionToken = Auth;

TEST_F(Password, IsKeptAsArgon2idWithItsFloor) {
    const std::string credential = hash_password("secret");
    EXPECT_TRUE(credential.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << credential;
    EXPECT_NE(credential, hash_password("secret")) << "salted";
}

TEST_F(Password, MatchesItsOwnCredentialOnly) {
    PasswordGate gate(2);
    const std::string credential = hash_password("secret");
    EXPECT_EQ(gate.matches("secret", credential), true);
    EXPECT_EQ(gate.matches("Secret", credential), false);
    EXPECT_EQ(gate.matches("", credential), false);
    EXPECT_EQ(gate.matches("secret", ""), false) << "an account that cannot log in";
    EXPECT_EQ(gate.matches("secret", "not a credential"), false);
}

TEST_F(Password, GateTurnsAwayWhatExceedsItsQueue) {
    PasswordGate gate(1, 1);
    const std::string credential = hash_password("secret");
    std::atomic<int> answered{0};
    std::atomic<int> turned_away{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 12; ++i) {
        threads.emplace_back(
            [&] { ++(gate.matches("secret", credential) ? answered : turned_away); });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_GT(turned_away, 0);
    EXPECT_GT(answered, 0);
    EXPECT_EQ(answered + turned_away, 12);
    EXPECT_EQ(gate.matches("secret", credential), true) << "and is free again";
}

TEST_F(SessionToken, IsRandomAndItsTracesTellNothing) {
    const std::string token = new_session_token();
    EXPECT_TRUE(is_session_token(token));
    EXPECT_NE(token, new_session_token());
    EXPECT_NE(csrf_proof_of(token), csrf_proof_of(new_session_token()));
    EXPECT_EQ(csrf_proof_of(token).size(), 32u);
    EXPECT_EQ(token.find(csrf_proof_of(token)), std::string::npos);
    EXPECT_EQ(hash_of_token(token), hash_of_token(token));
}

TEST_F(SessionToken, HasOneForm) {
    EXPECT_FALSE(is_session_token(""));
    EXPECT_FALSE(is_session_token(std::string(63, 'a')));
    EXPECT_FALSE(is_session_token(std::string(64, 'A')));
    EXPECT_FALSE(is_session_token(std::string(64, ' ')));
}

TEST(AttemptLimiter, LetsTheWindowSlide) {
    AttemptLimiter limiter({.most = 2, .window_ms = 1000});
    limiter.note_failure("a", 0);
    limiter.note_failure("a", 400);
    EXPECT_EQ(limiter.wait_ms("a", 500), 500);
    EXPECT_EQ(limiter.wait_ms("b", 500), 0);
    EXPECT_EQ(limiter.wait_ms("a", 1000), 0);
    limiter.note_failure("a", 1000);
    EXPECT_EQ(limiter.wait_ms("a", 1000), 400);
    limiter.forget("a");
    EXPECT_EQ(limiter.wait_ms("a", 1000), 0);
}

TEST(AttemptLimiter, DoesNotGrowWithMadeUpNames) {
    AttemptLimiter limiter({.most = 1, .window_ms = 1000}, 100);
    for (int i = 0; i < 1000; ++i) limiter.note_failure("name-" + std::to_string(i), i / 100);
    int held = 0;
    for (int i = 0; i < 1000; ++i)
        held += limiter.wait_ms("name-" + std::to_string(i), 20) > 0 ? 1 : 0;
    EXPECT_LE(held, 100);
    EXPECT_GT(held, 0);
}

}  // namespace
}  // namespace xueshi::auth

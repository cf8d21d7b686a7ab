#include "server/auth/session_token.h"

#include <algorithm>
#include <vector>

#include <sodium.h>

namespace xueshi::auth {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::string_view kCsrfKey = "xueshi csrf proof, version 1";

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hex_of(const unsigned char* bytes, std::size_t count) {
    std::vector<char> text(2 * count + 1);
    sodium_bin2hex(text.data(), text.size(), bytes, count);
    return {text.data(), 2 * count};
}

}  // namespace

std::string random_hex(std::size_t bytes) {
    std::vector<unsigned char> drawn(bytes);
    randombytes_buf(drawn.data(), drawn.size());
    return hex_of(drawn.data(), drawn.size());
}

std::string new_session_token() { return random_hex(kTokenBytes); }

bool is_session_token(std::string_view text) {
    return text.size() == 2 * kTokenBytes && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

store::Digest digest_of(std::string_view bytes) {
    store::Digest digest;
    crypto_generichash(digest.data(), digest.size(), bytes_of(bytes), bytes.size(), nullptr, 0);
    return digest;
}

store::Digest hash_of_token(std::string_view token) { return digest_of(token); }

std::string csrf_proof_of(std::string_view token) {
    unsigned char proof[16];
    crypto_generichash(
        proof, sizeof proof, bytes_of(token), token.size(), bytes_of(kCsrfKey), kCsrfKey.size());
    return hex_of(proof, sizeof proof);
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace xueshi::auth

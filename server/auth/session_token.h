// Session tokens: what the browser's cookie holds, what the store keeps of it, and what proves that
// a request was made by our own pages.
//
// A token is 256 random bits, written as 64 hexadecimal digits. The store keeps its BLAKE2b-256
// hash only, so a copied database opens no session. The CSRF proof is a keyed hash of the token: a
// page of another origin can make the browser send the cookie, but can neither read the token nor
// compute the proof.
#pragma once

#include <string>
#include <string_view>

#include "server/store/records.h"

namespace xueshi::auth {

std::string new_session_token();
bool is_session_token(std::string_view text);  // 64 lower-case hexadecimal digits

store::Digest hash_of_token(std::string_view token);
std::string csrf_proof_of(std::string_view token);

// Takes the same time whatever the texts hold.
bool equal_in_constant_time(std::string_view a, std::string_view b);

// BLAKE2b-256 of any bytes.
store::Digest digest_of(std::string_view bytes);

// `bytes` random bytes in hexadecimal.
std::string random_hex(std::size_t bytes);

}  // namespace xueshi::auth

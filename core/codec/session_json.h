// The session document: who is signed in, what they may pull, and what time it is in the domain.
//
// GET /api/v1/session answers it with 200 whether or not there is a session, so that the first page load
// never logs an error to the console.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/organisation/post.h"

namespace xueshi::codec {

struct SessionAccount {
    AccountId id;
    std::string display_name;
    std::vector<organisation::OrgRole> roles;
    UnitId unit_id;
    std::string unit_name;
    std::vector<organisation::Post> deputy_posts = {};  // in which it stands in for somebody, today

    friend bool operator==(const SessionAccount&, const SessionAccount&) = default;
};

struct SessionDocument {
    std::int64_t domain_now_ms = 0;
    bool is_sample = false;                 // a sample city: shown as 示例数据 everywhere
    std::optional<SessionAccount> account;  // empty: not signed in; the rest is then empty too
    std::string csrf;                       // goes into the X-Xueshi-Csrf header of every change
    std::vector<std::string> feeds;         // names of the feeds the account may pull
    std::string epoch;

    friend bool operator==(const SessionDocument&, const SessionDocument&) = default;
};

std::string encode_session(const SessionDocument& session);
Result<SessionDocument> decode_session(std::string_view bytes);

struct SignInRequest {
    std::string login;
    std::string password;
};

inline constexpr std::size_t kMaxLoginBytes = 64;
inline constexpr std::size_t kMaxPasswordBytes = 256;

std::string encode_sign_in(const SignInRequest& request);
Result<SignInRequest> decode_sign_in(std::string_view bytes);

// problem+json of a refused request: the stable code and what it names.
struct Problem {
    int status = 0;
    std::string code;
    std::string subject;
};
// Never fails: an answer that is no problem document becomes code "Malformed".
Problem decode_problem(std::string_view bytes, int status);

}  // namespace xueshi::codec

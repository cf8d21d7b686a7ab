// Finds out who calls, and makes sure a change was asked for by our own pages.
//
// A state-changing call must be application/json, come from our own origin as far as the browser
// says (Origin, Sec-Fetch-Site), and carry the session's proof in X-Xueshi-Csrf. Any one of the
// three would do; together they hold when one of them is misconfigured.
#pragma once

#include <string>

#include "core/base/result.h"
#include "server/auth/sign_in.h"
#include "server/http/http_message.h"

namespace xueshi::http {

struct Caller {
    store::AccountRecord account;
    std::string token;
};

class SessionGuard {
  public:
    SessionGuard(auth::SignIn& sign_in, bool is_secure)
        : sign_in_(sign_in), is_secure_(is_secure) {}

    // kNotSignedIn or kSessionExpired.
    Result<Caller> caller_of(const Request& request) const;

    // kCsrfRejected or kUnsupportedMediaType. For the sign-in itself there is no proof yet.
    static Outcome check_own_origin(const Request& request);
    static Outcome check_json(const Request& request);
    // caller_of, origin and proof together: for every change after sign-in.
    Result<Caller> changing_caller_of(const Request& request) const;

    std::string token_of(const Request& request) const;  // empty when no cookie came
    std::string cookie_for(const std::string& token) const;
    std::string cookie_that_clears() const;

  private:
    std::string cookie_name() const;
    std::string cookie(const std::string& value, std::int64_t max_age_s) const;

    auth::SignIn& sign_in_;
    const bool is_secure_;
};

}  // namespace xueshi::http

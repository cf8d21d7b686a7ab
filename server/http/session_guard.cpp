#include "server/http/session_guard.h"

#include "server/auth/session_token.h"
#include "server/http/problem.h"

namespace xueshi::http {
namespace {

constexpr std::string_view kProofHeader = "X-Xueshi-Csrf";

// "https://example.org:8443" → "example.org:8443"; empty for "null" and anything else.
std::string_view host_of(std::string_view origin) {
    for (const std::string_view scheme :
         {std::string_view("https://"), std::string_view("http://")}) {
        if (origin.starts_with(scheme)) return origin.substr(scheme.size());
    }
    return {};
}

}  // namespace

std::string SessionGuard::cookie_name() const {
    // The prefix makes browsers insist on Secure, on Path=/ and on this very host.
    return is_secure_ ? "__Host-xueshi_session" : "xueshi_session";
}

std::string SessionGuard::cookie(const std::string& value, std::int64_t max_age_s) const {
    return cookie_name() + '=' + value + "; Path=/; Max-Age=" + std::to_string(max_age_s) +
           "; HttpOnly; SameSite=Strict" + (is_secure_ ? "; Secure" : "");
}

std::string SessionGuard::cookie_for(const std::string& token) const {
    return cookie(token, sign_in_.lifetimes().absolute_ms / 1000);
}

std::string SessionGuard::cookie_that_clears() const { return cookie("", 0); }

std::string SessionGuard::token_of(const Request& request) const {
    return request.cookie(cookie_name());
}

Result<Caller> SessionGuard::caller_of(const Request& request) const {
    std::string token = token_of(request);
    auto account = sign_in_.account_of(token);
    if (!account) return account.error();
    return Caller{*std::move(account), std::move(token)};
}

Outcome SessionGuard::check_own_origin(const Request& request) {
    const std::string_view site = request.header("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin") return make_error(kCsrfRejected, "Sec-Fetch-Site");
    const std::string_view origin = request.header("Origin");
    if (!origin.empty() && host_of(origin) != request.header("Host")) {
        return make_error(kCsrfRejected, "Origin");
    }
    return Done{};
}

Outcome SessionGuard::check_json(const Request& request) {
    std::string_view type = request.header("Content-Type");
    type = type.substr(0, type.find(';'));
    while (type.ends_with(' ')) type.remove_suffix(1);
    if (equal_ignoring_case(type, "application/json")) return Done{};
    return make_error(kUnsupportedMediaType, "Content-Type");
}

Result<Caller> SessionGuard::changing_caller_of(const Request& request) const {
    auto caller = caller_of(request);
    if (!caller) return caller;
    if (const auto own = check_own_origin(request); !own) return own.error();
    if (!auth::equal_in_constant_time(request.header(kProofHeader),
                                      auth::csrf_proof_of(caller->token))) {
        return make_error(kCsrfRejected, std::string(kProofHeader));
    }
    return caller;
}

}  // namespace xueshi::http

#include "server/http/xapi_handlers.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <sodium.h>

#include "core/codec/rule_pack_json.h"
#include "server/auth/platform_tokens.h"
#include "server/auth/session_token.h"
#include "server/http/problem.h"
#include "server/http/session_guard.h"
#include "server/http/xapi_statements.h"

namespace xueshi::http {
namespace {

constexpr std::string_view kVersionHeader = "X-Experience-API-Version";
constexpr auth::AttemptLimit kGuesses{.most = 20, .window_ms = 5 * 60 * 1000};
constexpr auth::AttemptLimit kCalls{.most = 600, .window_ms = 60 * 1000};
constexpr std::size_t kMostCredentialBytes = 512;

struct Credential {
    std::string name;  // of Basic alone
    std::string token;
};

Credential credential_of(std::string_view header) {
    constexpr std::string_view kBearer = "Bearer ";
    constexpr std::string_view kBasic = "Basic ";
    if (header.size() > kMostCredentialBytes) return {};
    if (equal_ignoring_case(header.substr(0, kBearer.size()), kBearer)) return {{}, std::string(header.substr(kBearer.size()))};
    if (!equal_ignoring_case(header.substr(0, kBasic.size()), kBasic)) return {};
    header.remove_prefix(kBasic.size());
    std::string both(header.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(both.data()), both.size(), header.data(), header.size(), nullptr,
                          &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0) {
        return {};
    }
    both.resize(length);
    const std::size_t colon = both.find(':');
    if (colon == std::string::npos || colon == 0) return {};
    return {both.substr(0, colon), both.substr(colon + 1)};
}

Error too_many(std::int64_t wait_ms) { return make_error(auth::kTooManyAttempts, {}, std::to_string((wait_ms + 999) / 1000)); }

std::string hex_of(const store::Digest& digest) {
    char text[2 * sizeof digest + 1];
    sodium_bin2hex(text, sizeof text, digest.data(), digest.size());
    return text;
}

Response answered(Response response) {
    response.set_header(kVersionHeader, "2.0.0");
    if (response.status == 401) response.set_header("WWW-Authenticate", "Bearer, Basic realm=\"statements\"");
    return response;
}

}  // namespace

XapiHandlers::XapiHandlers(const Services& services)
    : services_(services), recorder_(codec::built_in_rules()), guesses_(kGuesses), calls_(kCalls) {}

Result<std::string> XapiHandlers::platform_of(const Request& request) {
    const std::int64_t now_ms = services_.real_now_ms();
    if (const std::int64_t wait = guesses_.wait_ms(request.remote_address, now_ms); wait > 0) return too_many(wait);
    const Credential credential = credential_of(request.header("Authorization"));
    std::optional<std::string> platform;
    if (!credential.token.empty()) {
        services_.event_store.read([&](store::StoreView& view) { platform = auth::platform_of_token(view, credential.token); });
    }
    const bool is_known = platform && (credential.name.empty() || credential.name == *platform);
    if (!is_known) {
        if (!credential.token.empty()) guesses_.note_failure(request.remote_address, now_ms);
        return make_error(auth::kNotSignedIn, "Authorization");
    }
    if (const std::int64_t wait = calls_.wait_ms(*platform, now_ms); wait > 0) return too_many(wait);
    return *std::move(platform);
}

Outcome XapiHandlers::check_head(const Request& request) const {
    if (const auto json = SessionGuard::check_json(request); !json) return json.error();
    const std::string_view version = request.header(kVersionHeader);
    const bool is_spoken = version.starts_with("1.0.") || version.starts_with("2.0.") || version == "1.0" || version == "2.0";
    return is_spoken ? Outcome(Done{}) : make_error(kXapiVersionUnsupported, std::string(kVersionHeader));
}

std::optional<Response> XapiHandlers::refuse(const Request& request) {
    const auto platform = platform_of(request);
    if (!platform) return answered(problem(platform.error()));
    if (const Outcome head = check_head(request); !head) return answered(problem(head.error()));
    return std::nullopt;
}

Response XapiHandlers::take(const Request& request) {
    const auto platform = platform_of(request);
    if (!platform) return answered(problem(platform.error()));
    calls_.note_failure(*platform, services_.real_now_ms());
    Response response = answered(keep(*platform, request));
    response.account_id = "platform:" + *platform;
    return response;
}

Response XapiHandlers::keep(const std::string& platform, const Request& request) {
    if (const Outcome head = check_head(request); !head) return problem(head.error());
    const auto statements = read_statements(request.body, platform);
    if (!statements) return problem(statements.error());
    const Instant now = services_.clock.now();
    const Outcome kept = services_.event_store.write([&](store::Transaction& transaction) -> Outcome {
        recorder_.begin(transaction);
        for (const XapiStatement& statement : *statements) {
            const std::string key = "statement:" + platform + '/' + statement.id;
            const std::string content = hex_of(auth::digest_of(statement.content));
            const auto before = transaction.meta(key);
            if (before && *before != content) return make_error(kStatementRewritten, statement.id);
            if (before) continue;
            const auto effect = recorder_.record(transaction, statement.completion, now);
            if (!effect) return effect.error();
            transaction.put_meta(key, content);
        }
        return Done{};
    });
    if (!kept) return problem(kept.error());
    return json_response(200, statement_ids(*statements));
}

}  // namespace xueshi::http

#include "server/http/certificate_handlers.h"

#include "server/authority/authorize.h"
#include "server/http/problem.h"

namespace xueshi::http {
namespace {

constexpr auth::AttemptLimit kMostIssued{.most = 60, .window_ms = 60 * 60 * 1000};
// A revoked key is known to be revoked within that time.
constexpr std::string_view kKeysLast = "public, max-age=300";

}  // namespace

CertificateHandlers::CertificateHandlers(const Services& services, const SessionGuard& guard)
    : services_(services), guard_(guard), issued_(kMostIssued) {}

Response CertificateHandlers::issue(const Request& request) {
    const auto caller = guard_.changing_caller_of(request);
    if (!caller) return problem(caller.error());
    Response response = issue_to(*caller, request);
    response.account_id = caller->account.id.text;
    return response;
}

Response CertificateHandlers::issue_to(const Caller& caller, const Request& request) {
    if (const auto json = SessionGuard::check_json(request); !json) return problem(json.error());
    const AccountId& account_id = caller.account.id;
    if (!authority::authorize(caller.account, authority::Action::CertifyHours, account_id.text)) {
        return problem(make_error(authority::kForbidden, "certificate"));
    }
    const auto asked = codec::decode_certificate_request(request.body);
    if (!asked) return problem(asked.error());
    const std::int64_t now_ms = services_.real_now_ms();
    if (issued_.wait_ms(account_id.text, now_ms) > 0) return problem(make_error(kTooManyCertificates));
    issued_.note_failure(account_id.text, now_ms);
    if (services_.certificates == nullptr) return problem(make_error(certificates::kCertificatesUnavailable));
    const auto certificate = services_.certificates->issue(account_id, *asked);
    if (!certificate) return problem(certificate.error());
    return json_response(200, codec::encode_signed_certificate(*certificate));
}

Response CertificateHandlers::show_keys() const {
    if (services_.certificates == nullptr) return problem(make_error(certificates::kCertificatesUnavailable));
    Response response = json_response(200, services_.certificates->published_keys());
    response.set_header("Cache-Control", kKeysLast);
    return response;
}

}  // namespace xueshi::http

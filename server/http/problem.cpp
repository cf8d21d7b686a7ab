#include "server/http/problem.h"

#include <array>
#include <string>

#include "core/codec/json_writer.h"
#include "core/sync/envelope.h"
#include "core/sync/operation.h"
#include "server/auth/sign_in.h"
#include "server/authority/authorize.h"
#include "server/http/certificate_handlers.h"
#include "server/http/clean_text.h"
#include "server/http/xapi_handlers.h"
#include "server/store/event_store.h"

namespace xueshi::http {
namespace {

struct StatusOfCode {
    ErrorCode code;
    int status;
};

constexpr std::array kStatuses = {
    StatusOfCode{kMalformed, 400},
    StatusOfCode{kUnknownField, 400},
    StatusOfCode{kOutOfRange, 400},
    StatusOfCode{kXapiVersionUnsupported, 400},
    StatusOfCode{auth::kWrongCredentials, 401},
    StatusOfCode{auth::kNotSignedIn, 401},
    StatusOfCode{auth::kSessionExpired, 401},
    StatusOfCode{kCsrfRejected, 403},
    StatusOfCode{authority::kForbidden, 403},
    StatusOfCode{sync::kDeviceOfAnother, 403},
    StatusOfCode{kNotFound, 404},
    StatusOfCode{sync::kUnknownFeed, 404},
    StatusOfCode{kMethodNotAllowed, 405},
    StatusOfCode{sync::kSequenceGap, 409},
    StatusOfCode{kStatementRewritten, 409},
    StatusOfCode{kLengthRequired, 411},
    StatusOfCode{kTooLarge, 413},
    StatusOfCode{kTargetTooLong, 414},
    StatusOfCode{kUnsupportedMediaType, 415},
    StatusOfCode{kUnknownFileType, 415},
    StatusOfCode{kRangeNotSatisfiable, 416},
    StatusOfCode{sync::kCursorFromTheFuture, 422},
    StatusOfCode{sync::kOperationRewritten, 422},
    StatusOfCode{auth::kTooManyAttempts, 429},
    StatusOfCode{kTooManyUploads, 429},
    StatusOfCode{kTooManyCertificates, 429},
    StatusOfCode{kInternal, 500},
    StatusOfCode{store::kStoreFailed, 500},
    StatusOfCode{auth::kBusy, 503},
    StatusOfCode{store::kStoreBusy, 503},
    StatusOfCode{store::kStoreReadOnly, 503},
    StatusOfCode{certificates::kCertificatesUnavailable, 503},
};

// "TooManyAttempts" → "Too many attempts".
std::string title_of(std::string_view code) {
    std::string title;
    for (const char c : code) {
        const bool is_capital = c >= 'A' && c <= 'Z';
        if (is_capital && !title.empty()) title += ' ';
        title += is_capital && !title.empty() ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return title;
}

std::string retry_after(const Error& error) {
    if (error.code == auth::kTooManyAttempts) return error.detail;  // seconds, as the limiter says
    if (error.code == kTooManyUploads || error.code == kTooManyCertificates) return "3600";
    return status_of(error.code) == 503 ? "2" : "";
}

}  // namespace

int status_of(ErrorCode code) {
    for (const StatusOfCode& known : kStatuses) {
        if (known.code == code) return known.status;
    }
    return 422;
}

Response problem(const Error& error) {
    const int status = status_of(error.code);
    const std::string code(error.code.name());
    codec::JsonWriter json;
    json.object([&] {
        json.member("type", "urn:xueshi:problem:" + code);
        json.member("title", title_of(code));
        json.member("status", status);
        json.member("code", code);
        if (!error.subject.empty()) json.member("subject", clean_text(error.subject));
    });

    Response response = json_response(status, json.take());
    response.set_header("Content-Type", "application/problem+json");
    if (const std::string seconds = retry_after(error); !seconds.empty()) {
        response.set_header("Retry-After", seconds);
    }
    response.error_code = code;
    return response;
}

Response problem_of_status(int status) {
    switch (status) {
        case 404:
            return problem(make_error(kNotFound));
        case 411:
            return problem(make_error(kLengthRequired, "Content-Length"));
        case 413:
            return problem(make_error(kTooLarge, "body"));
        case 414:
            return problem(make_error(kTargetTooLong));
        case 415:
            return problem(make_error(kUnsupportedMediaType));
        case 416:
            return problem(make_error(kRangeNotSatisfiable, "Range"));
        case 500:
            return problem(make_error(kInternal));
        default:
            return problem(make_error(kMalformed));
    }
}

}  // namespace xueshi::http

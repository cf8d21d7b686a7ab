// Every refusal on the wire is an application/problem+json document (RFC 9457) with a stable
// `code`.
//
// Here, and nowhere else, codes become HTTP statuses. A code the table does not know is the
// caller's mistake: 422. Details meant for logs are never sent.
#pragma once

#include "core/base/error.h"
#include "server/http/http_message.h"

namespace xueshi::http {

inline constexpr ErrorCode kTooLarge{"TooLarge"};
inline constexpr ErrorCode kTargetTooLong{"TargetTooLong"};
inline constexpr ErrorCode kRangeNotSatisfiable{"RangeNotSatisfiable"};
inline constexpr ErrorCode kLengthRequired{"LengthRequired"};
inline constexpr ErrorCode kUnsupportedMediaType{"UnsupportedMediaType"};
inline constexpr ErrorCode kUnknownFileType{"UnknownFileType"};  // neither PDF, JPEG nor PNG
inline constexpr ErrorCode kTooManyUploads{"TooManyUploads"};    // by this account in the last hour
inline constexpr ErrorCode kNotFound{"NotFound"};
inline constexpr ErrorCode kMethodNotAllowed{"MethodNotAllowed"};
inline constexpr ErrorCode kCsrfRejected{"CsrfRejected"};
inline constexpr ErrorCode kInternal{"Internal"};

int status_of(ErrorCode code);

Response problem(const Error& error);

// For refusals the HTTP library makes by itself, before a request is understood.
Response problem_of_status(int status);

}  // namespace xueshi::http

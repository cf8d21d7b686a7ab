// POST /api/v1/xapi/statements: what course platforms say of teachers' learning.
//
// Known by a platform's token, as Bearer or as Basic's password with the platform's name; without it nothing is read.
// All statements of a call or none. Thread-safe.
#pragma once

#include <optional>
#include <string>

#include "server/auth/attempt_limiter.h"
#include "server/authority/completion_recording.h"
#include "server/http/router.h"
#include "server/http/services.h"

namespace xueshi::http {

inline constexpr std::size_t kMostStatementBytes = 1 << 20;

// No X-Experience-API-Version, or one we do not speak: 1.0.x and 2.0.x.
inline constexpr ErrorCode kXapiVersionUnsupported{"XapiVersionUnsupported"};
// A statement of this id was sent before and said something else.
inline constexpr ErrorCode kStatementRewritten{"StatementRewritten"};

class XapiHandlers {
  public:
    explicit XapiHandlers(const Services& services);

    // What the head alone says against a call, before its body is read.
    std::optional<Response> refuse(const Request& request);
    Response take(const Request& request);

  private:
    Result<std::string> platform_of(const Request& request);
    Outcome check_head(const Request& request) const;
    Response keep(const std::string& platform, const Request& request);

    const Services& services_;
    authority::CompletionRecorder recorder_;
    auth::AttemptLimiter guesses_;  // wrong tokens, by address
    auth::AttemptLimiter calls_;    // by platform
};

}  // namespace xueshi::http

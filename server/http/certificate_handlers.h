// POST /api/v1/certificates: a teacher's own certificate of a year. GET /api/v1/certificate-keys: what it is checked
// with, for everybody. Thread-safe.
#pragma once

#include "server/auth/attempt_limiter.h"
#include "server/http/services.h"
#include "server/http/session_guard.h"

namespace xueshi::http {

inline constexpr ErrorCode kTooManyCertificates{"TooManyCertificates"};  // by this account in the last hour

class CertificateHandlers {
  public:
    CertificateHandlers(const Services& services, const SessionGuard& guard);

    Response issue(const Request& request);
    Response show_keys() const;

  private:
    Response issue_to(const Caller& caller, const Request& request);

    const Services& services_;
    const SessionGuard& guard_;
    auth::AttemptLimiter issued_;  // by account
};

}  // namespace xueshi::http

// /api/v1/session: who am I (always 200), sign in, sign out.
#pragma once

#include "server/http/router.h"
#include "server/http/services.h"
#include "server/http/session_guard.h"

namespace xueshi::http {

class SessionHandlers {
  public:
    SessionHandlers(const Services& services, const SessionGuard& guard)
        : services_(services), guard_(guard) {}

    Response show(const Request& request) const;
    Response sign_in(const Request& request) const;
    Response sign_out(const Request& request) const;

  private:
    Response document(const store::AccountRecord* account, const std::string& token) const;

    const Services& services_;
    const SessionGuard& guard_;
};

}  // namespace xueshi::http

// POST /api/v1/attachments: a file's bytes as they are. GET /api/v1/attachments/{attachment}: the bytes back.
//
// What a file is, is told by its first bytes and by nothing the caller says. Nobody learns whether an attachment they
// may not read exists.
#pragma once

#include <optional>

#include "server/authority/authorize.h"
#include "server/http/services.h"
#include "server/http/session_guard.h"

namespace xueshi::http {

class AttachmentHandlers {
  public:
    AttachmentHandlers(const Services& services, const SessionGuard& guard) : services_(services), guard_(guard) {}

    // What the head alone says against an upload, before its body is read.
    std::optional<Response> refuse(const Request& request) const;
    Response take(const Request& request) const;
    Response show(const Request& request) const;

  private:
    authority::Person person_of(const store::AccountRecord& account) const;
    Result<Caller> uploader_of(const Request& request) const;
    Response keep(const Caller& caller, const Request& request) const;

    const Services& services_;
    const SessionGuard& guard_;
};

}  // namespace xueshi::http

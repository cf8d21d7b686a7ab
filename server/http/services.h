// What the handlers work with. Owned by the composition root (serve_command); everything outlives
// them.
#pragma once

#include <functional>
#include <string>

#include "server/auth/sign_in.h"
#include "server/authority/authority_clock.h"
#include "server/authority/deputy_book.h"
#include "server/authority/operation_runner.h"
#include "server/certificates/certificate_office.h"
#include "server/http/json_log.h"
#include "server/http/static_files.h"
#include "server/store/attachment_files.h"
#include "server/store/event_store.h"

namespace xueshi::http {

struct Services {
    store::EventStore& event_store;
    auth::SignIn& sign_in;
    authority::OperationRunner& operations;
    authority::DeputyBook& deputies;
    const authority::AuthorityClock& clock;
    const StaticFiles& files;
    JsonLog& log;
    store::AttachmentFiles* attachments = nullptr;  // null: nothing can be attached
    certificates::CertificateOffice* certificates = nullptr;  // null: none are issued
    // Real time, for what happens in no domain.
    std::function<std::int64_t()> real_now_ms = http::real_now_ms;
    bool is_secure = false;     // the public address is HTTPS
    bool is_sample = false;     // a sample city: the client says so everywhere
    bool behind_proxy = false;  // the caller's address is the last one in X-Forwarded-For
};

}  // namespace xueshi::http

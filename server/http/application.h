// The whole server as one function from request to response: routes, static files, and what every
// answer has in common (security headers, caching, problem documents, one log line).
//
// Thread-safe; never throws: what goes wrong inside is a 500 with a request id, and the reason is
// logged.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "server/http/attachment_handlers.h"
#include "server/http/certificate_handlers.h"
#include "server/http/feed_handler.h"
#include "server/http/router.h"
#include "server/http/services.h"
#include "server/http/session_guard.h"
#include "server/http/session_handlers.h"
#include "server/http/xapi_handlers.h"

namespace xueshi::http {

class Application {
  public:
    explicit Application(const Services& services);
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    Response answer(Request request);

    // Whether the body of such a request is wanted; others are answered without reading it.
    bool reads_body(std::string_view method, std::string_view path) const;
    std::size_t most_body_bytes(std::string_view method, std::string_view path) const;
    // The answer to a request whose body need not be read, as its head says already; or nothing.
    std::optional<Response> answer_head(const Request& request);

    // Headers and log line for a refusal made before a request could be understood.
    Response answer_unread(int status);

    const Router& router() const { return router_; }

  private:
    void add_routes();
    Response route(Request& request, std::string& pattern);
    Response answer_path(const Request& request, const RouteMatch& match) const;
    Response health() const;
    void finish(Response& response, bool is_api, const std::string& request_id) const;
    void log_request(const Request& request,
                     const Response& response,
                     const std::string& pattern,
                     const std::string& request_id,
                     std::int64_t microseconds) const;
    std::string next_request_id();

    const Services services_;
    SessionGuard guard_;
    SessionHandlers session_handlers_;
    FeedHandler feed_handler_;
    AttachmentHandlers attachment_handlers_;
    XapiHandlers xapi_handlers_;
    CertificateHandlers certificate_handlers_;
    Router router_;
    const std::string run_id_;  // tells the request ids of two runs apart
    std::atomic<std::uint64_t> requests_{0};
};

}  // namespace xueshi::http

#include "server/http/application.h"

#include <chrono>
#include <exception>
#include <utility>

#include "core/codec/json_writer.h"
#include "server/auth/session_token.h"
#include "server/embedded_texts.h"
#include "server/http/problem.h"
#include "server/http/push_handler.h"
#include "server/http/security_headers.h"

namespace xueshi::http {
namespace {

constexpr std::string_view kApiPrefix = "/api/";

bool is_api_path(std::string_view path) { return path.starts_with(kApiPrefix) || path == "/api"; }

std::string address_before_proxy(const Request& request) {
    std::string_view chain = request.header("X-Forwarded-For");
    chain = chain.substr(chain.rfind(',') + 1);  // npos + 1 is 0
    while (chain.starts_with(' ')) chain.remove_prefix(1);
    return chain.empty() ? request.remote_address : std::string(chain.substr(0, 64));
}

}  // namespace

Application::Application(const Services& services)
    : services_(services),
      guard_(services.sign_in, services.is_secure),
      session_handlers_(services_, guard_),
      feed_handler_(services_, guard_),
      attachment_handlers_(services_, guard_),
      xapi_handlers_(services_),
      certificate_handlers_(services_, guard_),
      run_id_(auth::random_hex(4)) {
    add_routes();
}

void Application::add_routes() {
    router_.add(
        "GET", "/api/v1/session", [this](const Request& r) { return session_handlers_.show(r); });
    router_.add("POST", "/api/v1/session", [this](const Request& r) {
        return session_handlers_.sign_in(r);
    });
    router_.add("DELETE", "/api/v1/session", [this](const Request& r) {
        return session_handlers_.sign_out(r);
    });
    router_.add("POST", "/api/v1/push", [this](const Request& r) {
        return push_operations(services_, guard_, r);
    });
    router_.add(
        "GET", "/api/v1/feeds/{feed}", [this](const Request& r) { return feed_handler_.show(r); });
    router_.add({.method = "POST",
                 .pattern = "/api/v1/attachments",
                 .handler = [this](const Request& r) { return attachment_handlers_.take(r); },
                 .most_body_bytes = store::kMostAttachmentBytes,
                 .gate = [this](const Request& r) { return attachment_handlers_.refuse(r); }});
    router_.add("GET", "/api/v1/attachments/{attachment}", [this](const Request& r) {
        return attachment_handlers_.show(r);
    });
    router_.add({.method = "POST",
                 .pattern = "/api/v1/xapi/statements",
                 .handler = [this](const Request& r) { return xapi_handlers_.take(r); },
                 .most_body_bytes = kMostStatementBytes,
                 .gate = [this](const Request& r) { return xapi_handlers_.refuse(r); }});
    router_.add("POST", "/api/v1/certificates", [this](const Request& r) { return certificate_handlers_.issue(r); });
    router_.add("GET", "/api/v1/certificate-keys", [this](const Request&) { return certificate_handlers_.show_keys(); });
    router_.add("GET", "/api/v1/health", [this](const Request&) { return health(); });
    router_.add("GET", "/api/v1/openapi.json", [](const Request&) {
        return json_response(200, std::string(embedded_text("http/openapi.json")));
    });
}

bool Application::reads_body(std::string_view method, std::string_view path) const {
    return method == "POST" && router_.find(method, path).route != nullptr;
}

std::size_t Application::most_body_bytes(std::string_view method, std::string_view path) const {
    const RouteMatch match = router_.find(method, path);
    return match.route == nullptr ? 0 : match.route->most_body_bytes;
}

std::optional<Response> Application::answer_head(const Request& request) {
    const RouteMatch match = router_.find(request.method, request.path);
    if (match.route == nullptr || !match.route->gate) return std::nullopt;
    std::optional<Response> refusal = match.route->gate(request);
    if (!refusal) return std::nullopt;
    const std::string request_id = next_request_id();
    finish(*refusal, true, request_id);
    log_request(request, *refusal, match.route->pattern, request_id, 0);
    return refusal;
}

Response Application::answer(Request request) {
    const auto begin = std::chrono::steady_clock::now();
    const std::string request_id = next_request_id();
    if (services_.behind_proxy) request.remote_address = address_before_proxy(request);

    std::string pattern;
    Response response;
    try {
        response = route(request, pattern);
    } catch (const std::exception& failure) {
        services_.log.line(LogLevel::Error,
                           "failure",
                           {{"request_id", request_id}, {"reason", std::string(failure.what())}});
        response = problem(make_error(kInternal));
    }
    finish(response, is_api_path(request.path), request_id);
    const auto took = std::chrono::steady_clock::now() - begin;
    log_request(request,
                response,
                pattern,
                request_id,
                std::chrono::duration_cast<std::chrono::microseconds>(took).count());
    return response;
}

Response Application::route(Request& request, std::string& pattern) {
    RouteMatch match = router_.find(request.method, request.path);
    if (match.route == nullptr) return answer_path(request, match);
    pattern = match.route->pattern;
    request.route_parameter = std::move(match.parameter);
    return match.route->handler(request);
}

// What no route takes: a file, a page of the application, or nothing.
Response Application::answer_path(const Request& request, const RouteMatch& match) const {
    std::string allowed = match.allowed;
    if (allowed.empty() && !is_api_path(request.path)) {
        if (auto file = services_.files.find(request)) {
            if (request.is_reading()) return *std::move(file);
            allowed = "GET, HEAD";
        }
    }
    if (allowed.empty()) return problem(make_error(kNotFound));
    Response response = problem(make_error(kMethodNotAllowed, request.method));
    response.set_header("Allow", allowed);
    return response;
}

Response Application::health() const {
    const bool is_writable = services_.event_store.is_writable();
    codec::JsonWriter json;
    json.object([&] { json.member("status", is_writable ? "ready" : "read_only"); });
    return json_response(is_writable ? 200 : 503, json.take());
}

Response Application::answer_unread(int status) {
    Response response = problem_of_status(status);
    const std::string request_id = next_request_id();
    finish(response, true, request_id);
    log_request({}, response, {}, request_id, 0);
    return response;
}

void Application::finish(Response& response, bool is_api, const std::string& request_id) const {
    add_security_headers(response, services_.is_secure);
    const bool may_be_kept = response.status < 400 && !response.header("Cache-Control").empty();
    if (response.status >= 400 || (is_api && !may_be_kept)) response.set_header("Cache-Control", "no-store");
    response.set_header("X-Request-Id", request_id);
}

void Application::log_request(const Request& request,
                              const Response& response,
                              const std::string& pattern,
                              const std::string& request_id,
                              std::int64_t microseconds) const {
    LogFields fields = {{"request_id", request_id},
                        {"method", request.method},
                        {"route", pattern.empty() ? "(file)" : pattern},
                        {"status", std::int64_t{response.status}},
                        {"us", microseconds}};
    if (response.body)
        fields.emplace_back("bytes", static_cast<std::int64_t>(response.body->size()));
    if (!response.account_id.empty()) fields.emplace_back("account", response.account_id);
    if (!response.error_code.empty()) fields.emplace_back("code", response.error_code);
    const LogLevel level = response.status >= 500   ? LogLevel::Error
                           : response.status >= 400 ? LogLevel::Warning
                                                    : LogLevel::Info;
    services_.log.line(level, "request", fields);
}

std::string Application::next_request_id() { return run_id_ + '-' + std::to_string(++requests_); }

}  // namespace xueshi::http

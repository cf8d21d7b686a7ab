#include "server/http/http_server.h"

#include <utility>

#include <httplib.h>

#include "server/http/connection_pool.h"
#include "server/http/problem.h"

namespace xueshi::http {
namespace {

// Bodies up to this size are written together with the head; larger ones are streamed without a
// copy.
constexpr std::size_t kWriteTogether = 16 * 1024;

Request read_request(const httplib::Request& from) {
    Request request;
    request.method = from.method;
    request.path = from.path;
    request.query.assign(from.params.begin(), from.params.end());
    request.headers.assign(from.headers.begin(), from.headers.end());
    request.body = from.body;
    request.remote_address = from.remote_addr;
    return request;
}

void write_response(const Response& response, httplib::Response& to) {
    to.status = response.status;
    std::string type = "application/octet-stream";
    for (const auto& [name, value] : response.headers) {
        if (equal_ignoring_case(name, "Content-Type")) {
            type = value;
        } else {
            to.set_header(name, value);
        }
    }
    if (!response.body) return;
    if (response.body->size() <= kWriteTogether) {
        to.set_content(*response.body, type);
        return;
    }
    to.set_content_provider(
        response.body->size(),
        type,
        [body = response.body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
            return sink.write(body->data() + offset, length);
        });
}

class LibraryQueue final : public httplib::TaskQueue {
  public:
    explicit LibraryQueue(const ServerLimits& limits)
        : pool_(limits.threads, limits.most_waiting) {}
    bool enqueue(std::function<void()> serve) override { return pool_.take(std::move(serve)); }
    void shutdown() override { pool_.finish(); }

  private:
    ConnectionPool pool_;
};

// A body without a length would have to be read until the connection ends.
bool has_no_length(const httplib::Request& request) {
    return !request.has_header("Content-Length") && !request.has_header("Transfer-Encoding");
}

}  // namespace

class HttpServer::Library {
  public:
    Library(Application& application, ServerLimits limits) : application_(application) {
        server_.new_task_queue = [limits] { return new LibraryQueue(limits); };
        server_.set_payload_max_length(limits.payload_bytes);
        server_.set_read_timeout(limits.transfer_timeout_s);
        server_.set_write_timeout(limits.transfer_timeout_s);
        server_.set_keep_alive_timeout(limits.idle_timeout_s);
        server_.set_keep_alive_max_count(limits.requests_per_connection);
        server_.set_tcp_nodelay(true);
        // The library would share the port with another server (SO_REUSEPORT); ours must fail
        // instead.
        server_.set_socket_options(
            [](socket_t socket) { httplib::set_socket_opt(socket, SOL_SOCKET, SO_REUSEADDR, 1); });
        add_handlers();
    }

    httplib::Server server_;

  private:
    using Handled = httplib::Server::HandlerResponse;

    // Everything whose body nobody reads is answered before the library's own routing, which would
    // match paths by regular expressions; routes with a body are registered by their literal paths.
    void add_handlers() {
        const auto answer = [this](const httplib::Request& from, httplib::Response& to) {
            write_response(application_.answer(read_request(from)), to);
        };
        const auto answer_with_body = [this](const httplib::Request& from, httplib::Response& to,
                                             const httplib::ContentReader& reader) { read_and_answer(from, to, reader); };
        server_.set_pre_routing_handler([this, answer](const auto& from, auto& to) {
            if (application_.reads_body(from.method, from.path)) {
                // Forms of several parts would be taken apart by the library; ours are none.
                if (from.is_multipart_form_data()) {
                    answer(from, to);
                } else if (has_no_length(from)) {
                    write_response(application_.answer_unread(411), to);
                } else if (const auto refusal = application_.answer_head(read_request(from))) {
                    write_response(*refusal, to);
                } else {
                    return Handled::Unhandled;
                }
                return Handled::Handled;
            }
            answer(from, to);
            return Handled::Handled;
        });
        for (const Route& route : application_.router().routes()) {
            if (application_.reads_body(route.method, route.pattern))
                server_.Post(route.pattern, answer_with_body);
        }
        server_.set_error_handler([this](const httplib::Request&, httplib::Response& to) {
            if (!to.body.empty()) return Handled::Unhandled;  // a problem document of ours
            to.headers.clear();
            write_response(application_.answer_unread(to.status), to);
            return Handled::Handled;
        });
        server_.set_exception_handler([this](const httplib::Request&, httplib::Response& to, auto) {
            write_response(application_.answer_unread(500), to);
        });
    }

    // Reads to the end what is too large, without keeping it, so that the connection is left as it should be.
    void read_and_answer(const httplib::Request& from, httplib::Response& to, const httplib::ContentReader& reader) {
        Request request = read_request(from);
        const std::size_t most = application_.most_body_bytes(from.method, from.path);
        bool is_too_large = false;
        const bool is_read = reader([&](const char* bytes, std::size_t count) {
            is_too_large = is_too_large || count > most - request.body.size();
            if (is_too_large) {
                request.body = {};
            } else {
                request.body.append(bytes, count);
            }
            return true;
        });
        if (is_too_large || !is_read) {
            const int status = is_too_large ? 413 : to.status >= 400 ? to.status : 400;
            return write_response(application_.answer_unread(status), to);
        }
        write_response(application_.answer(std::move(request)), to);
    }

    Application& application_;
};

HttpServer::HttpServer(Application& application, ServerLimits limits)
    : library_(std::make_unique<Library>(application, limits)) {}

HttpServer::~HttpServer() = default;

int HttpServer::bind(const std::string& host, int port) {
    if (port == 0) return std::max(library_->server_.bind_to_any_port(host), 0);
    return library_->server_.bind_to_port(host, port) ? port : 0;
}

void HttpServer::run() { library_->server_.listen_after_bind(); }

void HttpServer::stop() {
    library_->server_.wait_until_ready();
    library_->server_.stop();
}

}  // namespace xueshi::http

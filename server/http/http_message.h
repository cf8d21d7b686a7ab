// Requests and responses as plain values: what handlers see, and what tests build without a socket.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xueshi::http {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Request {
    std::string method;  // "GET", "POST" … as sent
    std::string path;    // percent-decoded, without the query
    Fields query;        // decoded, in the order sent
    Fields headers;
    std::string body;
    std::string remote_address;
    std::string route_parameter;  // what the route's {…} matched; set by the router

    // The first header of that name, in any letter case; empty when there is none.
    std::string_view header(std::string_view name) const;
    std::optional<std::string_view> query_value(std::string_view name) const;
    std::string cookie(std::string_view name) const;  // empty when there is none
    // GET or HEAD: HEAD is answered like GET, and the body is left out when it is written.
    bool is_reading() const { return method == "GET" || method == "HEAD"; }
};

// Shared, so that a file of the web client is not copied for each request.
using Body = std::shared_ptr<const std::string>;

struct Response {
    int status = 200;
    Fields headers;
    Body body;

    // For the log only; never sent.
    std::string account_id;
    std::string error_code;

    void set_header(std::string_view name, std::string_view value);  // replaces one of that name
    std::string_view header(std::string_view name) const;
    std::string_view body_text() const {
        return body ? std::string_view(*body) : std::string_view();
    }
};

Response json_response(int status, std::string body);

bool equal_ignoring_case(std::string_view a, std::string_view b);

// Whether an Accept-Encoding header lets us send `coding` ("br", "gzip"): named, and not with q=0.
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);

// Whether an If-None-Match header names the tag (weak comparison), or is "*".
bool matches_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace xueshi::http

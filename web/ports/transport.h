// Requests to the own server. Nothing blocks and nothing calls back: answers are collected until
// the frame loop's update takes them; an arriving answer wakes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xueshi::ports {

using RequestId = std::uint32_t;

struct HttpHeader {
    std::string name;  // lower case in answers
    std::string value;
};

struct HttpRequest {
    std::string method = "GET";
    std::string path;  // "/api/v1/session"
    std::vector<HttpHeader> headers;
    std::string body;  // sent as application/json when not empty
    double timeout_ms = 15000;
};

struct HttpResponse {
    enum class Outcome : std::uint8_t {
        Answered,     // the server said something: see status
        Unreachable,  // no answer: offline, refused, cut; the server may or may not have acted
        TimedOut      // likewise
    };

    RequestId request = 0;
    Outcome outcome = Outcome::Unreachable;
    int status = 0;
    std::vector<HttpHeader> headers;
    std::string body;

    // The header's value, or empty; `name` in lower case.
    std::string_view header(std::string_view name) const {
        for (const HttpHeader& candidate : headers) {
            if (candidate.name == name) return candidate.value;
        }
        return {};
    }
};

class Transport {
  public:
    virtual ~Transport() = default;
    // Cookies of the own origin go along. Ids are never 0 and never used twice.
    virtual RequestId send(HttpRequest request) = 0;
    // No answer of this request will be taken any more; the server may have acted all the same.
    virtual void cancel(RequestId request) = 0;
    // Answers since the last call, in order of arrival.
    virtual std::vector<HttpResponse> take_responses() = 0;
};

}  // namespace xueshi::ports

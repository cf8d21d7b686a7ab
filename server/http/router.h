// The table of routes: literal paths, or a literal path with one last segment "{name}" left open.
//
// No patterns and no regular expressions: what a path means is a look-up, whatever a stranger makes
// of it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/http_message.h"

namespace xueshi::http {

using Handler = std::function<Response(const Request&)>;

inline constexpr std::size_t kMostDocumentBytes = 192 * 1024;

struct Route {
    std::string method;
    std::string pattern;  // "/api/v1/push", "/api/v1/feeds/{feed}"
    Handler handler;
    std::size_t most_body_bytes = kMostDocumentBytes;  // of a POST
    // Asked with the head alone, so that a stranger's body is not even read; a refusal, or nothing.
    std::function<std::optional<Response>(const Request&)> gate = {};
};

struct RouteMatch {
    const Route* route = nullptr;  // null: see `allowed`
    std::string parameter;
    std::string allowed;  // methods the path has, for the Allow header; empty: no such path
};

class Router {
  public:
    void add(std::string method, std::string pattern, Handler handler);
    void add(Route route) { routes_.push_back(std::move(route)); }

    // HEAD finds the route of GET.
    RouteMatch find(std::string_view method, std::string_view path) const;

    const std::vector<Route>& routes() const { return routes_; }

  private:
    std::vector<Route> routes_;
};

}  // namespace xueshi::http

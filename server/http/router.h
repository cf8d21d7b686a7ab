// The table of routes: literal paths, or a literal path with one last segment "{name}" left open.
//
// No patterns and no regular expressions: what a path means is a look-up, whatever a stranger makes
// of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/http_message.h"

namespace xueshi::http {

using Handler = std::function<Response(const Request&)>;

struct Route {
    std::string method;
    std::string pattern;  // "/api/v1/push", "/api/v1/feeds/{feed}"
    Handler handler;
};

struct RouteMatch {
    const Route* route = nullptr;  // null: see `allowed`
    std::string parameter;
    std::string allowed;  // methods the path has, for the Allow header; empty: no such path
};

class Router {
  public:
    void add(std::string method, std::string pattern, Handler handler);

    // HEAD finds the route of GET.
    RouteMatch find(std::string_view method, std::string_view path) const;

    const std::vector<Route>& routes() const { return routes_; }

  private:
    std::vector<Route> routes_;
};

}  // namespace xueshi::http

#include "server/http/router.h"

#include <optional>
#include <utility>

namespace xueshi::http {
namespace {

// What the open segment holds; an empty text for a literal pattern; nullopt when the path is
// another.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path) {
    const std::size_t open = pattern.find('{');
    if (open == std::string_view::npos) {
        return pattern == path ? std::optional<std::string_view>("") : std::nullopt;
    }
    if (!path.starts_with(pattern.substr(0, open))) return std::nullopt;
    const std::string_view segment = path.substr(open);
    if (segment.empty() || segment.find('/') != std::string_view::npos) return std::nullopt;
    return segment;
}

}  // namespace

void Router::add(std::string method, std::string pattern, Handler handler) {
    add(Route{.method = std::move(method), .pattern = std::move(pattern), .handler = std::move(handler)});
}

RouteMatch Router::find(std::string_view method, std::string_view path) const {
    RouteMatch found;
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    for (const Route& route : routes_) {
        const auto parameter = match(route.pattern, path);
        if (!parameter) continue;
        if (route.method == wanted) return RouteMatch{&route, std::string(*parameter), {}};
        if (!found.allowed.empty()) found.allowed += ", ";
        found.allowed += route.method == "GET" ? "GET, HEAD" : route.method;
    }
    return found;
}

}  // namespace xueshi::http

#include "server/http/security_headers.h"

namespace xueshi::http {
namespace {

// Our own files only; WebAssembly may be compiled, text is never run as script, nobody may frame
// us.
constexpr std::string_view kContentPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' "
    "data:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; font-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'; object-src 'none'";

constexpr std::string_view kPermissions =
    "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

}  // namespace

void add_security_headers(Response& response, bool is_secure) {
    response.set_header("Content-Security-Policy", kContentPolicy);
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    response.set_header("Permissions-Policy", kPermissions);
    if (is_secure)
        response.set_header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

}  // namespace xueshi::http

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

// What a worker of ours may do; in a page, a script obeys the page's policy.
constexpr std::string_view kScriptPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

constexpr std::string_view kPermissions =
    "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

// Styles, programs and pictures obey the policy of the document that loads them; sending it again with
// each would only be bytes. A script may be a worker's, which has the policy of its own response.
bool is_script(std::string_view content_type) { return content_type.starts_with("text/javascript"); }
bool is_part_of_a_document(std::string_view content_type) {
    return content_type.starts_with("text/css") || content_type.starts_with("application/wasm") ||
           content_type.starts_with("image/");
}

}  // namespace

void add_security_headers(Response& response, bool is_secure) {
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    const std::string_view type = response.header("Content-Type");
    // What people have uploaded brings a policy of its own.
    if (!is_part_of_a_document(type) && response.header("Content-Security-Policy").empty()) {
        response.set_header("Content-Security-Policy",
                            is_script(type) ? kScriptPolicy : kContentPolicy);
    }
    if (!is_part_of_a_document(type) && !is_script(type)) {
        response.set_header("Referrer-Policy", "no-referrer");
        response.set_header("Cross-Origin-Opener-Policy", "same-origin");
        response.set_header("Permissions-Policy", kPermissions);
    }
    if (is_secure)
        response.set_header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

}  // namespace xueshi::http

// What every response says to the browser about trust.
#pragma once

#include "server/http/http_message.h"

namespace xueshi::http {

// `is_secure`: the public address is HTTPS, so browsers may be told to insist on it.
void add_security_headers(Response& response, bool is_secure);

}  // namespace xueshi::http

// Makes any bytes safe to write into a reply or a log line.
#pragma once

#include <string>
#include <string_view>

namespace xueshi::http {

// Valid UTF-8: what is not becomes U+FFFD. Longer texts end after about `most_bytes` with "…".
std::string clean_text(std::string_view text, std::size_t most_bytes = 256);

}  // namespace xueshi::http

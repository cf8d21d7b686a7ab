// Compresses what is made at run time (pages of feeds). Files of the web client come compressed
// already.
#pragma once

#include <string>
#include <string_view>

namespace xueshi::http {

enum class ContentCoding { Identity, Gzip, Brotli };

std::string_view coding_name(ContentCoding coding);  // "br", "gzip", "" for identity

// The best coding the header accepts.
ContentCoding choose_coding(std::string_view accept_encoding);

// `is_kept`: the result will be served many times, so more work on it pays.
std::string compress(ContentCoding coding, std::string_view bytes, bool is_kept);

}  // namespace xueshi::http

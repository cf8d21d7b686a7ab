// Base64url without padding (RFC 4648, section 5), one text for each sequence of bytes.
#include "core/certificate/certificate_bytes.h"

namespace xueshi::certificate {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string encode_base64url(std::string_view bytes) {
    std::string text;
    unsigned held = 0;
    int bits = 0;
    for (const char each : bytes) {
        held = (held << 8) | static_cast<unsigned char>(each);
        for (bits += 8; bits >= 6;) {
            bits -= 6;
            text += kDigits[(held >> bits) & 63];
        }
        held &= (1u << bits) - 1;
    }
    if (bits > 0) text += kDigits[(held << (6 - bits)) & 63];
    return text;
}

std::optional<std::string> decode_base64url(std::string_view text) {
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (const char each : text) {
        const std::size_t digit = kDigits.find(each);
        if (digit == std::string_view::npos) return std::nullopt;
        held = (held << 6) | static_cast<unsigned>(digit);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits);
        held &= (1u << bits) - 1;
    }
    if (held != 0) return std::nullopt;
    return bytes;
}

}  // namespace xueshi::certificate

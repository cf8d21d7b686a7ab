#include "core/certificate/signing_key.h"

namespace xueshi::certificate {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

}  // namespace

std::string key_id_text(const KeyId& id) {
    std::string text;
    for (const unsigned char byte : id) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::optional<KeyId> parse_key_id(std::string_view text) {
    KeyId id{};
    if (text.size() != 2 * id.size()) return std::nullopt;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const std::size_t high = kDigits.find(text[2 * i]);
        const std::size_t low = kDigits.find(text[2 * i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        id[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return id;
}

}  // namespace xueshi::certificate

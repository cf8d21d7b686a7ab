#include "core/base/deci_hours.h"

namespace xueshi {
namespace {

constexpr std::int64_t kLargestTenths = 10'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string format_hours(DeciHours hours) {
    const bool negative = hours.tenths < 0;
    const std::int64_t magnitude = negative ? -hours.tenths : hours.tenths;
    std::string text = (negative ? "-" : "") + std::to_string(magnitude / 10);
    if (magnitude % 10 != 0) {
        text += '.';
        text += static_cast<char>('0' + magnitude % 10);
    }
    return text;
}

std::optional<DeciHours> parse_hours(std::string_view text) {
    std::size_t at = 0;
    std::int64_t tenths = 0;
    while (at < text.size() && is_digit(text[at])) {
        tenths = tenths * 10 + (text[at] - '0');
        if (tenths > kLargestTenths) return std::nullopt;
        ++at;
    }
    if (at == 0) return std::nullopt;
    tenths *= 10;
    if (at < text.size()) {
        if (text[at] != '.' || at + 1 >= text.size() || !is_digit(text[at + 1])) return std::nullopt;
        tenths += text[at + 1] - '0';
        for (at += 2; at < text.size(); ++at) {
            if (text[at] != '0') return std::nullopt;
        }
    }
    if (tenths > kLargestTenths) return std::nullopt;
    return DeciHours{tenths};
}

}  // namespace xueshi

#include "server/exchange/real_numbers.h"

#include <array>
#include <charconv>
#include <cmath>

namespace xueshi::exchange {

std::string shortest_real(double value) {
    std::array<char, 32> buffer = {};
    const auto [end, problem] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return problem == std::errc{} ? std::string(buffer.data(), end) : std::string("0");
}

std::optional<double> parse_finite(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) return std::nullopt;
    }
    double value = 0;
    const char* last = text.data() + text.size();
    const auto [end, problem] = std::from_chars(text.data(), last, value);
    if (problem != std::errc{} || end != last || !std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace xueshi::exchange

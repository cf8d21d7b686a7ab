#include "core/base/stamp.h"

#include <charconv>
#include <limits>

#include "core/base/ids.h"

namespace xueshi {
namespace {

// Reads a whole non-negative number that fills `text` entirely.
template <class Number>
std::optional<Number> whole_number(std::string_view text) {
    Number value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

Stamp next_stamp(const Stamp& last, std::int64_t now_ms, std::string_view node) {
    if (now_ms > last.wall_ms) return Stamp{now_ms, 0, std::string(node)};
    if (last.counter == std::numeric_limits<std::uint32_t>::max()) {
        return Stamp{last.wall_ms + 1, 0, std::string(node)};
    }
    return Stamp{last.wall_ms, last.counter + 1, std::string(node)};
}

std::string format_stamp(const Stamp& stamp) {
    return std::to_string(stamp.wall_ms) + '-' + std::to_string(stamp.counter) + '-' + stamp.node;
}

std::optional<Stamp> parse_stamp(std::string_view text) {
    const std::size_t first = text.find('-');
    if (first == std::string_view::npos) return std::nullopt;
    const std::size_t second = text.find('-', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto wall_ms = whole_number<std::int64_t>(text.substr(0, first));
    const auto counter = whole_number<std::uint32_t>(text.substr(first + 1, second - first - 1));
    const std::string_view node = text.substr(second + 1);
    if (!wall_ms || *wall_ms < 0 || !counter || !is_valid_id_text(node)) return std::nullopt;
    return Stamp{*wall_ms, *counter, std::string(node)};
}

}  // namespace xueshi

#include "core/base/written_cell.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace xueshi {
namespace {

bool is_number_part(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

}  // namespace

std::string_view trimmed_cell(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r\n";
    constexpr std::string_view kWideBlank = "　";
    for (;;) {
        if (!text.empty() && kSpaces.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
        else if (!text.empty() && kSpaces.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
        else if (text.starts_with(kWideBlank)) text.remove_prefix(kWideBlank.size());
        else if (text.ends_with(kWideBlank)) text.remove_suffix(kWideBlank.size());
        else return text;
    }
}

std::optional<int> parse_whole(std::string_view text) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = problem == std::errc{} && end == text.data() + text.size() && !text.empty() && text.front() != '-';
    return is_whole ? std::optional(number) : std::nullopt;
}

bool is_login_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_number_part);
}

std::vector<std::string> login_numbers_in(std::string_view text) {
    std::vector<std::string> numbers;
    std::string number;
    for (const char c : text) {
        if (is_number_part(c)) {
            number += c;
        } else if (!number.empty()) {
            numbers.push_back(std::exchange(number, {}));
        }
    }
    if (!number.empty()) numbers.push_back(std::move(number));
    return numbers;
}

std::optional<CivilDate> parse_written_date(std::string_view text) {
    using Separators = std::array<std::string_view, 3>;
    for (const auto& separators :
         {Separators{"-", "-", ""}, Separators{"/", "/", ""}, Separators{".", ".", ""}, Separators{"年", "月", "日"}}) {
        std::string_view rest = text;
        std::array<int, 3> parts{};
        bool is_good = true;
        for (std::size_t i = 0; i < parts.size() && is_good; ++i) {
            const std::size_t end = separators[i].empty() ? rest.size() : rest.find(separators[i]);
            const auto number = end == std::string_view::npos ? std::nullopt : parse_whole(rest.substr(0, end));
            is_good = number.has_value();
            if (!is_good) break;
            parts[i] = *number;
            rest.remove_prefix(end + separators[i].size());
        }
        if (is_good && rest.empty()) return make_date(parts[0], parts[1], parts[2]);
    }
    return std::nullopt;
}

}  // namespace xueshi

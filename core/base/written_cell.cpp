#include "core/base/written_cell.h"

#include <array>
#include <charconv>

namespace xueshi {
namespace {

std::optional<int> whole_of(std::string_view text) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = problem == std::errc{} && end == text.data() + text.size() && !text.empty() && text.front() != '-';
    return is_whole ? std::optional(number) : std::nullopt;
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

std::optional<CivilDate> parse_written_date(std::string_view text) {
    using Separators = std::array<std::string_view, 3>;
    for (const auto& separators :
         {Separators{"-", "-", ""}, Separators{"/", "/", ""}, Separators{".", ".", ""}, Separators{"年", "月", "日"}}) {
        std::string_view rest = text;
        std::array<int, 3> parts{};
        bool is_good = true;
        for (std::size_t i = 0; i < parts.size() && is_good; ++i) {
            const std::size_t end = separators[i].empty() ? rest.size() : rest.find(separators[i]);
            const auto number = end == std::string_view::npos ? std::nullopt : whole_of(rest.substr(0, end));
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

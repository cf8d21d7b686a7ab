#include "server/tables/cell_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

#include "core/base/civil_date.h"
#include "server/exchange/xml_document.h"

namespace xueshi::tables {
namespace {

using exchange::attribute_of;
using exchange::child_of;
using exchange::children_of;

constexpr int kFirstOwnFormat = 164;
constexpr double kMostExact = 1e15;

// Built-in formats by their numbers, those of Chinese spreadsheets with them.
bool is_built_in_date(int format) {
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
           (format >= 50 && format <= 54) || format == 57 || format == 58;
}

// A day, month or year outside quotes and brackets. "m" alone may be minutes, so a year or a day must be there.
bool is_date_code(std::string_view code) {
    bool is_quoted = false;
    bool is_bracketed = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (c == '\\' || c == '_') {
            ++i;
            continue;
        }
        if (c == '[') is_bracketed = true;
        if (c == ']') is_bracketed = false;
        if (!is_bracketed && (c == 'y' || c == 'Y' || c == 'd' || c == 'D')) return true;
    }
    return false;
}

int whole_of(const std::string& text) {
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<double> real_of(const std::string& text) {
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

}  // namespace

std::vector<bool> date_styles(const pugi::xml_document& styles) {
    const pugi::xml_node root = styles.document_element();
    std::map<int, bool> own;
    for (const pugi::xml_node format : children_of(child_of(root, "numFmts"), "numFmt")) {
        own[whole_of(attribute_of(format, "numFmtId"))] = is_date_code(format.attribute("formatCode").value());
    }
    std::vector<bool> dates;
    for (const pugi::xml_node style : children_of(child_of(root, "cellXfs"), "xf")) {
        const int format = whole_of(attribute_of(style, "numFmtId"));
        const auto found = own.find(format);
        dates.push_back(found != own.end() ? found->second : format < kFirstOwnFormat && is_built_in_date(format));
    }
    return dates;
}

std::string date_of_serial(const std::string& number, bool is_1904) {
    // Day 60 is 1900-02-29, which never was: what comes after it counts from 1899-12-30.
    constexpr double kFirstSound = 61;
    constexpr double kLast = 401'768;  // the end of the year 2999
    const auto serial = real_of(number);
    if (!serial || *serial < (is_1904 ? 0 : kFirstSound) || *serial >= kLast) return plain_number(number);
    const CivilDate origin = is_1904 ? *make_date(1904, 1, 1) : *make_date(1900, 3, 1);
    const auto days = static_cast<std::int32_t>(std::floor(*serial)) - (is_1904 ? 0 : static_cast<std::int32_t>(kFirstSound));
    return format_date(CivilDate{origin.days + days});
}

std::string plain_number(const std::string& number) {
    const bool is_plain = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_plain) return number;
    const auto real = real_of(number);
    if (!real || *real != std::floor(*real) || std::fabs(*real) >= kMostExact) return number;
    return std::to_string(static_cast<std::int64_t>(*real));
}

}  // namespace xueshi::tables

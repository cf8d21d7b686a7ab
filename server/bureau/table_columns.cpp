#include "server/bureau/table_columns.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "server/tables/table_files.h"

namespace xueshi::bureau {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::string_view trimmed(std::string_view text) {
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

Result<std::vector<std::size_t>> find_columns(const tables::TableRow& names, std::span<const ColumnSpec> specs) {
    std::vector<std::size_t> places(specs.size(), kNowhere);
    for (std::size_t i = 0; i < names.cells.size(); ++i) {
        const std::string_view name = trimmed(names.cells[i]);
        for (std::size_t column = 0; column < specs.size(); ++column) {
            if (name != specs[column].name && name != specs[column].other_name) continue;
            if (places[column] != kNowhere) return make_error(kColumnRepeated, std::string(specs[column].name));
            places[column] = i;
        }
    }
    for (std::size_t column = 0; column < specs.size(); ++column) {
        if (specs[column].is_required && places[column] == kNowhere) return make_error(kColumnMissing, std::string(specs[column].name));
    }
    return places;
}

std::optional<int> whole_of(std::string_view text) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = problem == std::errc{} && end == text.data() + text.size() && !text.empty() && text.front() != '-';
    return is_whole ? std::optional(number) : std::nullopt;
}

std::optional<CivilDate> day_of(std::string_view text) {
    for (const auto& separators : {std::array<std::string_view, 3>{"-", "-", ""}, {"/", "/", ""}, {"年", "月", "日"}}) {
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

}  // namespace

std::string RowReader::text_or_none(std::size_t column) const {
    const std::size_t place = places_[column];
    return place < row_.cells.size() ? std::string(trimmed(row_.cells[place])) : std::string();
}

std::string RowReader::text(std::size_t column) {
    std::string found = text_or_none(column);
    if (found.empty()) complain(column, kCellMissing);
    return found;
}

AllocatedYear RowReader::year(std::size_t column) {
    const auto number = whole_of(text(column));
    if (!number || *number < 1900 || *number > 2999) complain(column, kCellUnreadable);
    return {number.value_or(0)};
}

CivilDate RowReader::day(std::size_t column) {
    const auto found = day_of(text(column));
    if (!found) complain(column, kCellUnreadable);
    return found.value_or(CivilDate{});
}

void RowReader::complain(std::size_t column, ErrorCode code) {
    if (!error_) error_ = RowError{row_.line, std::string(specs_[column].name), code};
}

Outcome read_columns(std::string_view bytes, std::span<const ColumnSpec> specs,
                     const std::function<void(RowReader&, std::size_t line)>& take) {
    std::optional<std::vector<std::size_t>> places;
    const Outcome outcome = tables::read_table(bytes, {}, [&](const tables::TableRow& row) -> Outcome {
        if (!places) {
            auto found = find_columns(row, specs);
            if (!found) return found.error();
            places = *std::move(found);
            return Done{};
        }
        RowReader reader(row, specs, *places);
        take(reader, row.line);
        return Done{};
    });
    if (!outcome) return outcome;
    if (!places) return make_error(kColumnMissing, std::string(specs.front().name));
    return Done{};
}

}  // namespace xueshi::bureau

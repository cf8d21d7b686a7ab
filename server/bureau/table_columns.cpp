#include "server/bureau/table_columns.h"

#include <algorithm>

#include "core/base/written_cell.h"
#include "server/tables/table_files.h"

namespace xueshi::bureau {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

Result<std::vector<std::size_t>> find_columns(const tables::TableRow& names, std::span<const ColumnSpec> specs) {
    std::vector<std::size_t> places(specs.size(), kNowhere);
    for (std::size_t i = 0; i < names.cells.size(); ++i) {
        const std::string_view name = trimmed_cell(names.cells[i]);
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

}  // namespace

std::string RowReader::text_or_none(std::size_t column) const {
    const std::size_t place = places_[column];
    return place < row_.cells.size() ? std::string(trimmed_cell(row_.cells[place])) : std::string();
}

std::string RowReader::text(std::size_t column) {
    std::string found = text_or_none(column);
    if (found.empty()) complain(column, kCellMissing);
    return found;
}

AllocatedYear RowReader::year(std::size_t column) {
    const auto number = parse_whole(text(column));
    if (!number || *number < 1900 || *number > 2999) complain(column, kCellUnreadable);
    return {number.value_or(0)};
}

CivilDate RowReader::day(std::size_t column) {
    const auto found = parse_written_date(text(column));
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

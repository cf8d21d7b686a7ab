// A table by its columns' names: which column is which, and what a cell says.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/result.h"
#include "server/bureau/import_run.h"
#include "server/tables/plain_table.h"

namespace xueshi::bureau {

// Of the table: a column is not there, or twice. The subject is its name.
inline constexpr ErrorCode kColumnMissing{"ColumnMissing"};
inline constexpr ErrorCode kColumnRepeated{"ColumnRepeated"};
// Of a row: the column's cell is empty, or does not say what the column asks for; another row says the same thing's.
inline constexpr ErrorCode kCellMissing{"CellMissing"};
inline constexpr ErrorCode kCellUnreadable{"CellUnreadable"};
inline constexpr ErrorCode kRowRepeated{"RowRepeated"};
// A day that is not over yet, or lies before the year it speaks of.
inline constexpr ErrorCode kDayImpossible{"DayImpossible"};

struct ColumnSpec {
    std::string_view name;  // as we write it and name it in errors
    std::string_view other_name;
    bool is_required = true;
};

// Reads the cells of one row; the first complaint is kept.
class RowReader {
  public:
    RowReader(const tables::TableRow& row, std::span<const ColumnSpec> specs, const std::vector<std::size_t>& places)
        : row_(row), specs_(specs), places_(places) {}

    std::string text(std::size_t column);  // without blanks around it; kCellMissing when it is empty
    std::string text_or_none(std::size_t column) const;
    AllocatedYear year(std::size_t column);
    CivilDate day(std::size_t column);  // as parse_written_date reads it
    void complain(std::size_t column, ErrorCode code);

    const std::optional<RowError>& error() const { return error_; }

  private:
    const tables::TableRow& row_;
    std::span<const ColumnSpec> specs_;
    const std::vector<std::size_t>& places_;
    std::optional<RowError> error_;
};

// Calls `take` for each row below the names. What read_table refuses, kColumnMissing (subject: the name, of an empty
// table the first), kColumnRepeated.
Outcome read_columns(std::string_view bytes, std::span<const ColumnSpec> specs, const std::function<void(RowReader&, std::size_t line)>& take);

}  // namespace xueshi::bureau

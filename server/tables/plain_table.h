// A plain table: rows of text cells, as it comes from a file of whatever kind, and as it is written to one.
//
// Files come from strangers: everything read is held to TableLimits, and what is above them is refused before it takes memory.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace xueshi::tables {

// Larger than the limits: bytes, rows, columns or a cell. The subject says which, with the line where there is one.
inline constexpr ErrorCode kTableTooLarge{"TableTooLarge"};
// Neither UTF-8 nor GB18030, or with a NUL byte.
inline constexpr ErrorCode kTableNotText{"TableNotText"};
// A quote that does not end, a workbook that is not whole, XML that nothing should be built from.
inline constexpr ErrorCode kTableBroken{"TableBroken"};
// Not there, or not readable.
inline constexpr ErrorCode kTableMissing{"TableMissing"};

struct TableLimits {
    std::size_t most_bytes = 64u << 20;           // of the file
    std::size_t most_unpacked_bytes = 256u << 20;  // of a workbook's parts together
    std::size_t most_rows = 500'000;
    std::size_t most_columns = 256;
    std::size_t most_cell_bytes = 8'192;
};

struct TableRow {
    std::size_t line = 0;            // from 1, as an editor or a spreadsheet counts; of a row over several lines the first
    std::vector<std::string> cells;  // UTF-8; as many as the row has
};

// Called for each row that holds anything, in order. An error it answers ends the reading.
using RowVisitor = std::function<Outcome(const TableRow&)>;

// A cell to be written. A number is one of our own ("18", "4.5"); every other text stays the text it is.
struct Cell {
    std::string text;
    bool is_number = false;
};

class TableWriter {
  public:
    virtual ~TableWriter() = default;
    // Throws std::runtime_error when the disk takes nothing.
    virtual void write(const std::vector<Cell>& row) = 0;
    // Puts the whole table in its place in one step; without it nothing is left behind.
    virtual void finish() = 0;
};

}  // namespace xueshi::tables

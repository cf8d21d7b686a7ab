// Tables as files: whatever kind is read by its first bytes; written as CSV or as an XLSX workbook.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "server/tables/charset.h"
#include "server/tables/plain_table.h"

namespace xueshi::tables {

enum class TableFormat : std::uint8_t { Csv, Xlsx };

// XLSX when the bytes begin as a zip, else CSV. What the readers refuse.
Outcome read_table(std::string_view bytes, const TableLimits& limits, const RowVisitor& visitor);

// The bytes of a file, at most the limits'. kTableMissing, kTableTooLarge.
Result<std::string> table_bytes(const std::filesystem::path& file, const TableLimits& limits);

// Written beside its place and moved there by finish(). CSV in UTF-8 begins with the mark by which spreadsheets know it;
// in a workbook the charset means nothing. Throws std::runtime_error.
std::unique_ptr<TableWriter> write_table(const std::filesystem::path& file, TableFormat format, Charset charset);

}  // namespace xueshi::tables

// A table as an XLSX workbook of one sheet, written row by row in little memory.
#pragma once

#include <filesystem>
#include <memory>

#include "server/tables/plain_table.h"

namespace xueshi::tables {

// Throws std::runtime_error. Control characters, which XML cannot say, become blanks.
std::unique_ptr<TableWriter> write_workbook(const std::filesystem::path& file);

}  // namespace xueshi::tables

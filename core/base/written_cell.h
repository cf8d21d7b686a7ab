// What people write into the cells of a table: spreadsheets that are read, rows that are pasted.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/civil_date.h"

namespace xueshi {

// Without blanks around it, the wide ones of Chinese text among them.
std::string_view trimmed_cell(std::string_view text);

// "2017-08-01", "2017-8-1", "2017/8/1", "2017.8.1" or "2017年8月1日"; nothing for anything else.
std::optional<CivilDate> parse_written_date(std::string_view text);

}  // namespace xueshi

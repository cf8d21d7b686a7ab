// What people write into the cells of a table: spreadsheets that are read, rows that are pasted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"

namespace xueshi {

// Without blanks around it, the wide ones of Chinese text among them.
std::string_view trimmed_cell(std::string_view text);

// "2017-08-01", "2017-8-1", "2017/8/1", "2017.8.1" or "2017年8月1日"; nothing for anything else.
std::optional<CivilDate> parse_written_date(std::string_view text);

// "2017"; nothing for a sign, a fraction or anything else.
std::optional<int> parse_whole(std::string_view text);

// Whether it can be what somebody logs in with: digits, ASCII letters, "-" and "_".
bool is_login_number(std::string_view text);

// All such numbers in a pasted list, whatever stands between them; in their order.
std::vector<std::string> login_numbers_in(std::string_view text);

}  // namespace xueshi

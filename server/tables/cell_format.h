// What a workbook's styles say of numbers: which of them are dates; and numbers as texts.
#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

namespace xueshi::tables {

// For each style index whether it shows a date. Times of day without a date are none.
std::vector<bool> date_styles(const pugi::xml_document& styles);

// A day count as "2017-08-01"; the text as it is when it is no day. `is_1904`: counted from 1904 (older Macintosh).
std::string date_of_serial(const std::string& number, bool is_1904);

// "20170042318" of "2.0170042318E10": a whole number in full, others as they were written.
std::string plain_number(const std::string& number);

}  // namespace xueshi::tables

// The generated table: a line for each character, ascending by code point, "4e00 yi\n".
#pragma once

#include <string_view>

namespace xueshi::readings {

std::string_view reading_table();

}  // namespace xueshi::readings

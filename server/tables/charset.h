// UTF-8 and GB18030, told apart and turned into each other by the C library's iconv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "server/tables/plain_table.h"

namespace xueshi::tables {

enum class Charset : std::uint8_t { Utf8, Gb18030 };

inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// The text as UTF-8 without a mark: UTF-8 when the bytes are that, else GB18030. kTableNotText when they are neither,
// hold a NUL, or have UTF-8's mark and are not UTF-8.
Result<std::string> text_of_bytes(std::string_view bytes);

// UTF-8 as GB18030, which knows every character. kTableNotText for what is no UTF-8.
Result<std::string> to_gb18030(std::string_view text);

}  // namespace xueshi::tables

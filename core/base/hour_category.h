// The three kinds of credit hours (domain.md section 2). A record has exactly one.
#pragma once

#include <cstdint>

namespace xueshi {

enum class HourCategory : std::uint8_t { Public, Professional, Elective };

}  // namespace xueshi

// What the subcommands on documents have in common: reading, answering, and complaining in one
// line.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace xueshi::admin {

inline constexpr int kExitAnswered = 0;
inline constexpr int kExitUnwritten = 1;  // standard output took no answer
inline constexpr int kExitMalformed = 2;  // a document or the arguments are wrong

// To the end of it; none when reading fails.
std::optional<std::string> read_all(std::FILE* file);
// None when there is no such file or it cannot be read.
std::optional<std::string> read_file(const std::string& path);

// "xueshi plan: subject: detail" as one line on standard error, whatever stands in the texts.
// Answers kExitMalformed.
int complain(std::string_view subcommand, std::string_view subject, std::string_view detail);
int complain(std::string_view subcommand, const Error& error);

// The text and a line's end on standard output: kExitAnswered or kExitUnwritten.
int answer_with(std::string text);

}  // namespace xueshi::admin

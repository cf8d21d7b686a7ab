// Files as wholes: read within a limit, and written so that a reader sees all of it or nothing.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "server/exchange/package_writer.h"

namespace xueshi::exchange {

// Not there, no ordinary file, or not readable.
inline constexpr ErrorCode kFileUnreadable{"FileUnreadable"};

// kFileUnreadable, or kXmlTooLarge above `most_bytes`; nothing of a larger file is read.
Result<std::string> read_whole_file(const std::filesystem::path& file, std::size_t most_bytes);

// In a file beside it first, which then takes its place. Throws std::runtime_error; what was there
// stays.
void write_whole_file(const std::filesystem::path& file, std::string_view bytes);

// A folder that is not there yet, or is empty. Throws std::runtime_error and leaves nothing behind.
void write_whole_folder(const std::filesystem::path& folder, const PackageFiles& files);

}  // namespace xueshi::exchange

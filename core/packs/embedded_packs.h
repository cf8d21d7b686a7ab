#pragma once

#include <span>
#include <string_view>

// The JSON files of this folder, compiled into the program: rule packs and what ships with them.
// The bytes are exactly those of the files and live as long as the program.
namespace xueshi::packs {

struct EmbeddedFile {
    std::string_view path;  // below core/packs, with '/', e.g. "guangzhou-2017/rules.json"
    std::string_view bytes;
};

// Sorted by path.
std::span<const EmbeddedFile> embedded_files();

// Empty bytes when there is no such file; an embedded file is never empty.
std::string_view embedded_file(std::string_view path);

}  // namespace xueshi::packs

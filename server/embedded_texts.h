// Text files of the server's folder that are compiled into the program: schema migrations, the
// OpenAPI document, the retiring worker. The bytes are exactly those of the files and live as long as
// the program.
#pragma once

#include <span>
#include <string_view>

namespace xueshi {

struct EmbeddedText {
    std::string_view path;  // below server/, e.g. "store/migrations/0001_feeds.sql"
    std::string_view bytes;
};

// Sorted by path.
std::span<const EmbeddedText> embedded_texts();

// Empty bytes when there is no such file; an embedded file is never empty.
std::string_view embedded_text(std::string_view path);

}  // namespace xueshi

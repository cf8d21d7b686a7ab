// The diagnostic's framework and every version of its banks (core/packs), compiled into the
// program: the server scores again what devices finished.
#pragma once

#include <span>
#include <string_view>

namespace xueshi {

struct EmbeddedQuestions {
    std::string_view path;  // below core/packs, e.g. "frameworks/it-capability-2014.json"
    std::string_view bytes;
};

// Sorted by path: the framework comes first.
std::span<const EmbeddedQuestions> embedded_question_files();

// Empty bytes when there is no such file; an embedded file is never empty.
std::string_view embedded_question_file(std::string_view path);

}  // namespace xueshi

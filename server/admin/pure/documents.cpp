#include "server/admin/pure/documents.h"

#include <algorithm>

namespace xueshi::admin {

std::optional<std::string> read_all(std::FILE* file) {
    std::string bytes;
    char buffer[65536];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file))
        bytes.append(buffer, count);
    if (std::ferror(file) != 0) return std::nullopt;
    return bytes;
}

std::optional<std::string> read_file(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return std::nullopt;
    auto bytes = read_all(file);
    std::fclose(file);
    return bytes;
}

int complain(std::string_view subcommand, std::string_view subject, std::string_view detail) {
    std::string line = "xueshi ";
    line.append(subcommand).append(": ").append(subject).append(": ").append(detail);
    // Ids are the caller's text: a line break in one must not make two lines.
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    std::fprintf(stderr, "%s\n", line.c_str());
    return kExitMalformed;
}

int complain(std::string_view subcommand, const Error& error) {
    const std::string_view detail = error.detail.empty() ? error.code.name() : error.detail;
    return complain(
        subcommand, error.subject.empty() ? "document" : std::string_view(error.subject), detail);
}

int answer_with(std::string text) {
    text += '\n';
    const bool is_written =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return is_written ? kExitAnswered : kExitUnwritten;
}

}  // namespace xueshi::admin

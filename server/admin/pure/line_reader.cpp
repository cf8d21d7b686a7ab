#include "server/admin/pure/line_reader.h"

namespace xueshi::admin {

bool LineReader::read_more() {
    constexpr std::size_t kChunk = 1 << 16;
    if (is_at_end_) return false;
    bytes_.erase(0, at_);
    at_ = 0;
    const std::size_t before = bytes_.size();
    bytes_.resize(before + kChunk);
    const std::size_t count = std::fread(bytes_.data() + before, 1, kChunk, file_);
    bytes_.resize(before + count);
    if (count == 0) is_at_end_ = true;
    if (std::ferror(file_) != 0) is_whole_ = false;
    return count > 0;
}

std::optional<std::string_view> LineReader::next() {
    if (!is_whole_) return std::nullopt;
    std::size_t searched = 0;
    for (;;) {
        const std::size_t end = bytes_.find('\n', at_ + searched);
        if (end != std::string::npos) {
            const std::string_view line = std::string_view(bytes_).substr(at_, end - at_);
            at_ = end + 1;
            ++count_;
            return line;
        }
        searched = bytes_.size() - at_;
        if (searched > most_bytes_) is_whole_ = false;
        if (!is_whole_) return std::nullopt;
        if (read_more()) continue;
        if (!is_whole_ || searched == 0) return std::nullopt;
        const std::string_view rest = std::string_view(bytes_).substr(at_);
        at_ = bytes_.size();
        ++count_;
        return rest;
    }
}

}  // namespace xueshi::admin

// Reading of files of words: what stands before a mark, piece after piece.
#pragma once

#include <string_view>

namespace xueshi::locale {

// What stands before the mark; the rest begins behind it, or is empty.
inline std::string_view take_until(std::string_view& rest, char mark) {
    const std::size_t at = rest.find(mark);
    const std::string_view part = rest.substr(0, at);
    rest.remove_prefix(at == rest.npos ? rest.size() : at + 1);
    return part;
}

}  // namespace xueshi::locale

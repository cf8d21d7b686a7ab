#include "server/tables/charset.h"

#include <cerrno>
#include <memory>

#include <iconv.h>

namespace xueshi::tables {
namespace {

struct CloseConversion {
    void operator()(void* conversion) const { iconv_close(static_cast<iconv_t>(conversion)); }
};

// Nothing when a byte does not belong to the charset it is said to be in, or the text ends within a character.
Result<std::string> convert(std::string_view bytes, const char* from, const char* to) {
    const iconv_t opened = iconv_open(to, from);
    if (opened == reinterpret_cast<iconv_t>(-1)) {
        return make_error(kTableNotText, from, "the system does not know this charset");
    }
    const std::unique_ptr<void, CloseConversion> conversion(opened);
    std::string converted(bytes.size() + bytes.size() / 2 + 16, '\0');
    char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
    std::size_t in_left = bytes.size();
    std::size_t filled = 0;
    while (in_left > 0) {
        char* out = converted.data() + filled;
        std::size_t out_left = converted.size() - filled;
        const std::size_t answer = iconv(opened, &in, &in_left, &out, &out_left);
        filled = converted.size() - out_left;
        if (answer != static_cast<std::size_t>(-1)) break;
        if (errno != E2BIG) {
            return make_error(kTableNotText, "byte " + std::to_string(bytes.size() - in_left + 1), "not in " + std::string(from));
        }
        converted.resize(converted.size() * 2);
    }
    converted.resize(filled);
    return converted;
}

}  // namespace

Result<std::string> text_of_bytes(std::string_view bytes) {
    const bool has_mark = bytes.starts_with(kUtf8Mark);
    if (has_mark) bytes.remove_prefix(kUtf8Mark.size());
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        return make_error(kTableNotText, "byte " + std::to_string(nul + 1), "a NUL byte");
    }
    auto text = convert(bytes, "UTF-8", "UTF-8");
    if (text || has_mark) return text;
    return convert(bytes, "GB18030", "UTF-8");
}

Result<std::string> to_gb18030(std::string_view text) { return convert(text, "UTF-8", "GB18030"); }

}  // namespace xueshi::tables

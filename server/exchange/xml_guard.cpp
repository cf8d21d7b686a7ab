#include "server/exchange/xml_guard.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace xueshi::exchange {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// How many bytes the character at the front takes; 0 when it is none that XML may hold.
std::size_t character_length(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) return first >= 0x20 || is_space(bytes[0]) ? 1 : 0;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || bytes.size() < length) return 0;
    std::uint32_t code = first & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0u) != 0x80u) return 0;
        code = code << 6 | (byte(i) & 0x3Fu);
    }
    constexpr std::array<std::uint32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    const bool is_none = code == 0xFFFE || code == 0xFFFF || code > 0x10FFFF;
    return code < kLeast[length] || is_surrogate || is_none ? 0 : length;
}

// What stands between "&" and ";": one of the five names every parser knows, or a character by its
// number.
bool is_known_reference(std::string_view name) {
    constexpr std::array<std::string_view, 5> kNames = {"amp", "lt", "gt", "quot", "apos"};
    if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) return true;
    if (!name.starts_with('#')) return false;
    name.remove_prefix(1);
    const unsigned base = name.starts_with('x') ? 16 : 10;
    if (base == 16) name.remove_prefix(1);
    if (name.empty() || name.size() > 8) return false;
    std::uint64_t code = 0;
    for (const char digit : name) {
        const auto c = static_cast<unsigned char>(digit);
        if (base == 16 ? std::isxdigit(c) == 0 : std::isdigit(c) == 0) return false;
        code = code * base + (std::isdigit(c) != 0 ? c - '0' : (c | 0x20u) - 'a' + 10u);
    }
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    const bool is_control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
    return !is_control && !is_surrogate && code != 0xFFFE && code != 0xFFFF && code <= 0x10FFFF;
}

// Goes through the markup once, without building anything.
class Guard {
  public:
    explicit Guard(std::string_view bytes) : bytes_(bytes) {
        if (bytes_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
    }

    Outcome run() {
        while (at_ < bytes_.size()) {
            const char c = bytes_[at_];
            Outcome outcome = Done{};
            if (c == '<') {
                outcome = pass_markup();
            } else if (depth_ == 0 && !is_space(c)) {
                outcome = refuse("text outside the root element");
            } else if (c == '&') {
                outcome = pass_reference();
            } else {
                ++at_;
            }
            if (!outcome) return outcome;
        }
        return Done{};
    }

  private:
    Error refuse(std::string detail) const { return refuse(kXmlNotWellFormed, std::move(detail)); }
    Error refuse(ErrorCode code, std::string detail) const {
        return make_error(code, place_in(bytes_, at_), std::move(detail));
    }

    bool is_at(std::string_view text) const { return bytes_.substr(at_).starts_with(text); }

    Outcome pass_until(std::string_view end, std::string_view what) {
        const std::size_t found = bytes_.find(end, at_);
        if (found == kNone) return refuse(std::string(what) + " that does not end");
        at_ = found + end.size();
        return Done{};
    }

    Outcome pass_markup() {
        if (is_at("<!--")) {
            at_ += 4;
            return pass_until("-->", "a comment");
        }
        if (is_at("<![CDATA[")) {
            if (depth_ == 0) return refuse("text outside the root element");
            return pass_until("]]>", "a CDATA section");
        }
        if (is_at("<!")) return refuse(kXmlDoctypeRefused, "a document type is not read");
        if (is_at("<?")) return pass_instruction();
        return is_at("</") ? pass_end_tag() : pass_start_tag();
    }

    Outcome pass_instruction() {
        const std::size_t begin = at_;
        if (Outcome outcome = pass_until("?>", "an instruction"); !outcome) return outcome;
        const std::string_view text = bytes_.substr(begin, at_ - begin);
        const std::size_t name = text.find("encoding");
        if (!text.starts_with("<?xml ") || name == kNone) return Done{};
        const std::size_t open = text.find_first_of("'\"", name);
        const std::size_t close = open == kNone ? kNone : text.find(text[open], open + 1);
        if (close == kNone) return Done{};  // The parser's complaint.
        std::string encoding(text.substr(open + 1, close - open - 1));
        std::transform(encoding.begin(), encoding.end(), encoding.begin(), [](char c) {
            return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        });
        if (encoding == "utf-8" || encoding == "us-ascii") return Done{};
        at_ = begin;
        return refuse(kXmlNotUtf8, "the encoding is said to be " + encoding);
    }

    Outcome pass_end_tag() {
        if (Outcome outcome = pass_until(">", "a tag"); !outcome) return outcome;
        --depth_;
        return Done{};
    }

    Outcome pass_start_tag() {
        if (depth_ <= 0 && has_root_) return refuse("a second root element");
        has_root_ = true;
        const std::size_t begin = at_;
        char quote = 0;
        for (++at_; at_ < bytes_.size(); ++at_) {
            const char c = bytes_[at_];
            if (c == '<') return refuse("\"<\" within a tag");
            if (c == '&') {
                if (Outcome outcome = pass_reference(); !outcome) return outcome;
                --at_;
            } else if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                break;
            }
        }
        if (at_ == bytes_.size()) {
            at_ = begin;
            return refuse("a tag that does not end");
        }
        const bool is_empty = bytes_[at_ - 1] == '/';
        ++at_;
        if (is_empty || ++depth_ <= kMostXmlDepth) return Done{};
        at_ = begin;
        return refuse(kXmlTooDeep,
                      "nested deeper than " + std::to_string(kMostXmlDepth) + " elements");
    }

    Outcome pass_reference() {
        constexpr std::size_t kLongestReference = 12;
        const std::string_view ahead = bytes_.substr(at_ + 1, kLongestReference);
        const std::size_t end = ahead.find(';');
        if (end == kNone || !is_known_reference(ahead.substr(0, end))) {
            return refuse("\"&\" that begins no known reference");
        }
        at_ += end + 2;
        return Done{};
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool has_root_ = false;
};

}  // namespace

Outcome guard_xml(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = character_length(bytes.substr(at));
        if (length > 0) {
            at += length;
            continue;
        }
        const auto byte = static_cast<unsigned char>(bytes[at]);
        // UTF-16 begins with a mark that is no UTF-8, or has a NUL in every second byte.
        if (byte >= 0x80 || byte == 0) {
            return make_error(kXmlNotUtf8, place_in(bytes, at), "the bytes are not UTF-8");
        }
        return make_error(kXmlNotWellFormed, place_in(bytes, at), "a control character");
    }
    return Guard(bytes).run();
}

std::string place_in(std::string_view bytes, std::size_t offset) {
    const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n');
    const std::size_t column = start == kNone ? before.size() : before.size() - start - 1;
    return "line " + std::to_string(lines + 1) + ", byte " + std::to_string(column + 1);
}

}  // namespace xueshi::exchange

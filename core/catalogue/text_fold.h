// Text as search sees it: case, width, spaces and punctuation make no difference.
//
// Pure. Bytes that are no UTF-8 become U+FFFD one by one, so ranges always stay inside the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xueshi::catalogue {

// One character that counts in a comparison, and where it stands in the source text.
struct FoldedCharacter {
    char32_t code = 0;        // ASCII letters lower case, full-width forms half width, ü as v
    std::uint32_t begin = 0;  // byte offsets in the source: [begin, end)
    std::uint32_t end = 0;
};

// The characters of the text without spaces and punctuation.
std::vector<FoldedCharacter> fold_text(std::string_view text);

// The words of a query: split at spaces, folded, without empty ones.
std::vector<std::u32string> fold_words(std::string_view text);

// "息" for U+606F. Empty for what is no Unicode scalar value.
std::string encode_utf8(char32_t code);

constexpr bool is_ascii_letter(char32_t code) { return code >= U'a' && code <= U'z'; }  // folded
constexpr bool is_ascii_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

}  // namespace xueshi::catalogue

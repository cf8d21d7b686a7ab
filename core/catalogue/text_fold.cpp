#include "core/catalogue/text_fold.h"

namespace xueshi::catalogue {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Reads the character at `at` and moves past it; at least one byte is always taken.
char32_t next_character(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    std::size_t length = 1;
    char32_t code = lead;
    char32_t smallest = 0;  // shorter forms exist below it
    if (lead >= 0xF0 && lead < 0xF8) {
        length = 4, code = lead & 0x07u, smallest = 0x10000;
    } else if (lead >= 0xE0) {
        length = 3, code = lead & 0x0Fu, smallest = 0x800;
    } else if (lead >= 0xC0) {
        length = 2, code = lead & 0x1Fu, smallest = 0x80;
    }
    const bool is_stray = (lead >= 0x80 && lead < 0xC0) || lead >= 0xF8;
    if (is_stray || at + length > text.size()) {
        ++at;
        return kReplacement;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0u) != 0x80u) {
            ++at;
            return kReplacement;
        }
        code = (code << 6) | (byte(at + i) & 0x3Fu);
    }
    if (code < smallest || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
        ++at;
        return kReplacement;
    }
    at += length;
    return code;
}

char32_t fold(char32_t code) {
    if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;  // full-width ASCII
    if (code >= U'A' && code <= U'Z') return code + (U'a' - U'A');
    if (code == U'ü' || code == U'Ü') return U'v';
    return code;
}

bool is_space(char32_t code) {
    return code == U' ' || (code >= U'\t' && code <= U'\r') || code == 0xA0 || code == 0x3000 ||
           (code >= 0x2000 && code <= 0x200B);
}

bool is_punctuation(char32_t code) {
    if (code < 0x80) return !is_ascii_letter(code) && !is_ascii_digit(code);
    return code == 0xB7 || (code >= 0x2010 && code <= 0x206F) ||
           (code >= 0x3001 && code <= 0x3003) || (code >= 0x3008 && code <= 0x301F) ||
           code == 0x30FB;
}

}  // namespace

std::vector<FoldedCharacter> fold_text(std::string_view text) {
    std::vector<FoldedCharacter> characters;
    characters.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = fold(next_character(text, at));
        if (is_space(code) || is_punctuation(code)) continue;
        characters.push_back({.code = code,
                              .begin = static_cast<std::uint32_t>(begin),
                              .end = static_cast<std::uint32_t>(at)});
    }
    return characters;
}

std::vector<std::u32string> fold_words(std::string_view text) {
    std::vector<std::u32string> words;
    std::u32string word;
    const auto finish_word = [&] {
        if (!word.empty()) words.push_back(word);
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = fold(next_character(text, at));
        if (is_space(code)) {
            finish_word();
        } else if (!is_punctuation(code)) {
            word += code;
        }
    }
    finish_word();
    return words;
}

std::string encode_utf8(char32_t code) {
    const auto tail = [&](int shift) {
        return static_cast<char>(0x80u | ((code >> shift) & 0x3Fu));
    };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0u | (code >> 6)), tail(0)};
    if (code >= 0xD800 && code < 0xE000) return {};
    if (code < 0x10000) return {static_cast<char>(0xE0u | (code >> 12)), tail(6), tail(0)};
    if (code > 0x10FFFF) return {};
    return {static_cast<char>(0xF0u | (code >> 18)), tail(12), tail(6), tail(0)};
}

}  // namespace xueshi::catalogue

// The characters of an index, numbered, with everything a typed letter can mean for them.
//
// A text becomes a row of small numbers once; matching a key then compares numbers and bit masks
// only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/catalogue/catalogue.h"

namespace xueshi::catalogue {

using SymbolNumber = std::uint32_t;

// A toneless reading of one character, lower case, ü as v. No syllable has more than six letters.
struct Syllable {
    static constexpr std::size_t kMaxLetters = 6;
    std::array<char, kMaxLetters> letters{};
    std::uint8_t length = 0;

    std::string_view text() const { return {letters.data(), length}; }
};

struct Symbol {
    char32_t code = 0;
    char32_t digit = 0;               // '1' for 一; 0 for what is no numeral
    std::uint32_t initials = 0;       // bit per first letter of its readings, a = bit 0
    std::uint32_t first_reading = 0;  // in the table's syllables
    std::uint32_t reading_count = 0;
};

// What matchers look at: borrowed from a SymbolTable, good until it changes or dies.
struct SymbolView {
    std::span<const Symbol> symbols;
    std::span<const Syllable> syllables;

    std::span<const Syllable> readings_of(const Symbol& symbol) const {
        return syllables.subspan(symbol.first_reading, symbol.reading_count);
    }
};

class SymbolTable {
  public:
    // The number of a folded character, which is added with its readings when it is new.
    SymbolNumber number_of(char32_t code, const Catalogue& catalogue);

    // The numbers of a text's characters, as fold_text lists them.
    std::vector<SymbolNumber> numbers_of(std::string_view text, const Catalogue& catalogue);

    SymbolView view() const { return {symbols_, syllables_}; }

  private:
    Symbol make_symbol(char32_t code, const Catalogue& catalogue);

    std::vector<Symbol> symbols_;
    std::vector<Syllable> syllables_;
    std::unordered_map<char32_t, SymbolNumber> numbers_;
};

}  // namespace xueshi::catalogue

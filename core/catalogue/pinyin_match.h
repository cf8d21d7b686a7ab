// One typed word against a row of characters: by the characters themselves, by full pinyin, by
// initials, or by any mixture (信息, xinxi, xxjs, xinxijs, 信息js; a digit also reads as its
// numeral: 1dyl).
//
// All ways are followed at once: bit i of a set says "the first i typed characters are used up", so
// a step over one character of the text is a handful of shifts whatever the readings are.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/pinyin_symbols.h"

namespace xueshi::catalogue {

// How a word was understood. Each kind allows what the kinds before it allow; Misspelt allows one
// typing error in full pinyin and nothing else.
enum class MatchKind : std::uint8_t { Characters, Pinyin, Initials, Misspelt };

// Characters [begin, end) of the text, counted as fold_text lists them.
struct MatchSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    MatchKind kind = MatchKind::Characters;

    friend bool operator==(const MatchSpan&, const MatchSpan&) = default;
};

// Bit i: the first i typed characters are used up.
using TypedPlaces = std::uint64_t;

// Where a search stands that may make one error.
struct TolerantPlaces {
    TypedPlaces exact = 0;
    TypedPlaces mistaken = 0;  // with the error made
    TypedPlaces swapped = 0;   // the letter after the next was met; now the next must be
    bool is_complete = false;

    bool operator==(const TolerantPlaces&) const = default;
};

class WordMatcher {
  public:
    static constexpr std::size_t kMaxCharacters = 60;  // what is typed beyond is not looked at
    static constexpr std::size_t kMinMisspeltLetters = 5;

    WordMatcher(std::u32string_view word, SymbolView alphabet);

    // The match of the simplest kind, the leftmost among those; nothing when there is none.
    std::optional<MatchSpan> best_match(std::span<const SymbolNumber> text) const;

    // The leftmost shortest match of this kind that begins at `from` or later.
    std::optional<MatchSpan> next_match(std::span<const SymbolNumber> text,
                                        std::size_t from,
                                        MatchKind kind) const;

    // Whether the word is long enough and all letters, so that an error may be forgiven.
    bool may_be_misspelt() const { return is_all_letters_ && length_ >= kMinMisspeltLetters; }

    // Prepares for misspelt_match. Only for a word that may_be_misspelt.
    void allow_one_error();

    // A match with one letter wrong, missing, too many, or swapped with its neighbour. Nothing
    // before allow_one_error.
    std::optional<MatchSpan> misspelt_match(std::span<const SymbolNumber> text) const;

  private:
    using Places = TypedPlaces;
    using Tolerant = TolerantPlaces;

    bool is_complete(Places places) const { return (places >> length_ & 1u) != 0; }
    bool can_begin_with(SymbolNumber number) const;
    Places step(SymbolNumber number, Places places, MatchKind kind) const;
    std::size_t end_of_match(std::span<const SymbolNumber> text,
                             std::size_t begin,
                             MatchKind kind) const;
    Tolerant tolerant_letter(const Tolerant& before, char letter) const;
    Tolerant tolerant_step(SymbolNumber number, const Tolerant& before) const;
    Places letter_places(char letter) const {
        return letters_[static_cast<std::size_t>(letter - 'a')];
    }

    SymbolView alphabet_;
    std::size_t length_ = 0;
    bool is_all_letters_ = true;
    std::array<Places, 26> letters_{};  // where each letter stands in the word; u counts as v too
    std::uint32_t first_letter_ = 0;    // bit of the letter the word begins with
    std::vector<Tolerant> from_start_;  // per symbol: where it leads when nothing is matched yet
    std::vector<Places> same_;          // per symbol: where the word has that very character
};

}  // namespace xueshi::catalogue

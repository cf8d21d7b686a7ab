#include "core/catalogue/pinyin_match.h"

#include <algorithm>

#include "core/catalogue/text_fold.h"

namespace xueshi::catalogue {
namespace {

constexpr std::size_t kNoMatch = static_cast<std::size_t>(-1);

// At the beginning, where one letter too many may already have been typed.
constexpr TolerantPlaces kNothingMatched = {
    .exact = 1, .mistaken = 2, .swapped = 0, .is_complete = false};

}  // namespace

WordMatcher::WordMatcher(std::u32string_view word, SymbolView alphabet)
    : alphabet_(alphabet),
      length_(std::min(word.size(), kMaxCharacters)),
      same_(alphabet.symbols.size()) {
    for (std::size_t i = 0; i < length_; ++i) {
        const char32_t code = word[i];
        const Places place = Places{1} << i;
        if (is_ascii_letter(code)) {
            letters_[code - U'a'] |= place;
            // Who has no ü on the keyboard types v or u.
            if (code == U'u') letters_['v' - 'a'] |= place;
            if (i == 0) first_letter_ |= 1u << (code - U'a');
            if (i == 0 && code == U'u') first_letter_ |= 1u << ('v' - 'a');
        } else {
            is_all_letters_ = false;
        }
        for (std::size_t number = 0; number < same_.size(); ++number) {
            const Symbol& symbol = alphabet.symbols[number];
            if (symbol.code == code || symbol.digit == code) same_[number] |= place;
        }
    }
}

bool WordMatcher::can_begin_with(SymbolNumber number) const {
    return (alphabet_.symbols[number].initials & first_letter_) != 0 || (same_[number] & 1u) != 0;
}

WordMatcher::Places WordMatcher::step(SymbolNumber number, Places places, MatchKind kind) const {
    Places reached = (places & same_[number]) << 1;
    if (kind == MatchKind::Characters) return reached;
    for (const Syllable& syllable : alphabet_.readings_of(alphabet_.symbols[number])) {
        const std::string_view reading = syllable.text();
        Places along = places;
        for (std::size_t i = 0; i < reading.size() && along != 0; ++i) {
            along = (along & letter_places(reading[i])) << 1;
            const bool is_last = i + 1 == reading.size();
            // The word may end in the middle of a syllable: it is still being typed.
            if (is_last || is_complete(along)) reached |= is_last ? along : Places{1} << length_;
            const bool is_initial = i == 0 || (i == 1 && reading[1] == 'h');  // s, sh
            if (is_initial && kind == MatchKind::Initials) reached |= along;
        }
    }
    return reached;
}

std::size_t WordMatcher::end_of_match(std::span<const SymbolNumber> text,
                                      std::size_t begin,
                                      MatchKind kind) const {
    Places places = 1;
    for (std::size_t at = begin; at < text.size() && places != 0; ++at) {
        places = step(text[at], places, kind);
        if (is_complete(places)) return at + 1;
    }
    return kNoMatch;
}

std::optional<MatchSpan> WordMatcher::best_match(std::span<const SymbolNumber> text) const {
    std::optional<MatchSpan> best;
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (!can_begin_with(text[begin])) continue;
        // Most places fail even when everything is allowed; only then are the narrower kinds tried.
        const std::size_t widest = end_of_match(text, begin, MatchKind::Initials);
        if (widest == kNoMatch) continue;
        MatchSpan found{.begin = begin, .end = widest, .kind = MatchKind::Initials};
        for (const MatchKind kind : {MatchKind::Characters, MatchKind::Pinyin}) {
            const std::size_t end = end_of_match(text, begin, kind);
            if (end == kNoMatch) continue;
            found = {.begin = begin, .end = end, .kind = kind};
            break;
        }
        if (!best || found.kind < best->kind) best = found;
        if (best->kind == MatchKind::Characters) break;
    }
    return best;
}

std::optional<MatchSpan> WordMatcher::next_match(std::span<const SymbolNumber> text,
                                                 std::size_t from,
                                                 MatchKind kind) const {
    for (std::size_t begin = from; begin < text.size(); ++begin) {
        if (!can_begin_with(text[begin])) continue;
        const std::size_t end = end_of_match(text, begin, kind);
        if (end != kNoMatch) return MatchSpan{.begin = begin, .end = end, .kind = kind};
    }
    return std::nullopt;
}

WordMatcher::Tolerant WordMatcher::tolerant_letter(const Tolerant& before, char letter) const {
    const Places here = letter_places(letter);
    Tolerant after;
    after.exact = (before.exact & here) << 1;
    after.swapped = before.exact & (here >> 1);
    after.mistaken = ((before.mistaken & here) << 1)  // right letter, error made earlier
                     | (before.exact << 1)            // another letter was typed
                     | before.exact                   // this letter was not typed
                     | (after.exact << 1)             // one letter too many was typed after it
                     | ((before.swapped & here) << 2);
    return after;
}

// Over one character of the text. Complete as soon as the word ends inside it.
WordMatcher::Tolerant WordMatcher::tolerant_step(SymbolNumber number,
                                                 const Tolerant& before) const {
    Tolerant reached;
    for (const Syllable& syllable : alphabet_.readings_of(alphabet_.symbols[number])) {
        Tolerant along = before;
        for (const char letter : syllable.text()) {
            along = tolerant_letter(along, letter);
            reached.is_complete = reached.is_complete || is_complete(along.exact | along.mistaken);
        }
        reached.exact |= along.exact;
        reached.mistaken |= along.mistaken;
        reached.swapped |= along.swapped;
    }
    return reached;
}

void WordMatcher::allow_one_error() {
    from_start_.resize(alphabet_.symbols.size());
    for (SymbolNumber number = 0; number < from_start_.size(); ++number) {
        from_start_[number] = tolerant_step(number, kNothingMatched);
    }
}

std::optional<MatchSpan> WordMatcher::misspelt_match(std::span<const SymbolNumber> text) const {
    if (from_start_.empty()) return std::nullopt;
    Tolerant state;
    for (std::size_t at = 0; at < text.size(); ++at) {
        state.exact |= kNothingMatched.exact;  // it may begin anywhere
        state.mistaken |= kNothingMatched.mistaken;
        // Most characters are met with nothing matched before them.
        state = state == kNothingMatched ? from_start_[text[at]] : tolerant_step(text[at], state);
        if (!state.is_complete) continue;
        // It ends here; the shortest stretch that explains it is what gets marked.
        for (std::size_t begin = at + 1; begin-- > 0;) {
            Tolerant again = kNothingMatched;
            for (std::size_t i = begin; i <= at; ++i) {
                again = tolerant_step(text[i], again);
                if (again.is_complete) {
                    return MatchSpan{.begin = begin, .end = i + 1, .kind = MatchKind::Misspelt};
                }
            }
        }
    }
    return std::nullopt;
}

}  // namespace xueshi::catalogue

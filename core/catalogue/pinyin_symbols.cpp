#include "core/catalogue/pinyin_symbols.h"

#include <algorithm>
#include <array>

#include "core/catalogue/text_fold.h"

namespace xueshi::catalogue {
namespace {

struct Numeral {
    char32_t code;
    char32_t digit;
};
constexpr std::array<Numeral, 12> kNumerals = {{{U'〇', U'0'},
                                                {U'零', U'0'},
                                                {U'一', U'1'},
                                                {U'二', U'2'},
                                                {U'两', U'2'},
                                                {U'三', U'3'},
                                                {U'四', U'4'},
                                                {U'五', U'5'},
                                                {U'六', U'6'},
                                                {U'七', U'7'},
                                                {U'八', U'8'},
                                                {U'九', U'9'}}};

// Anything else is passed over: a newer feed may know more than this version.
bool is_syllable(std::string_view text) {
    return !text.empty() && text.size() <= Syllable::kMaxLetters &&
           std::all_of(text.begin(), text.end(), [](char letter) {
               return letter >= 'a' && letter <= 'z';
           });
}

}  // namespace

Symbol SymbolTable::make_symbol(char32_t code, const Catalogue& catalogue) {
    Symbol symbol{.code = code,
                  .digit = 0,
                  .initials = 0,
                  .first_reading = static_cast<std::uint32_t>(syllables_.size()),
                  .reading_count = 0};
    for (const Numeral& numeral : kNumerals) {
        if (numeral.code == code) symbol.digit = numeral.digit;
    }
    const std::vector<std::string>* readings = catalogue.readings_of(encode_utf8(code));
    if (readings == nullptr) return symbol;
    for (const std::string& reading : *readings) {
        if (!is_syllable(reading)) continue;
        Syllable& syllable = syllables_.emplace_back();
        std::copy(reading.begin(), reading.end(), syllable.letters.begin());
        syllable.length = static_cast<std::uint8_t>(reading.size());
        symbol.initials |= 1u << (reading.front() - 'a');
        ++symbol.reading_count;
    }
    return symbol;
}

SymbolNumber SymbolTable::number_of(char32_t code, const Catalogue& catalogue) {
    const auto next = static_cast<SymbolNumber>(symbols_.size());
    const auto [place, is_new] = numbers_.try_emplace(code, next);
    if (is_new) symbols_.push_back(make_symbol(code, catalogue));
    return place->second;
}

std::vector<SymbolNumber> SymbolTable::numbers_of(std::string_view text,
                                                  const Catalogue& catalogue) {
    std::vector<SymbolNumber> numbers;
    for (const FoldedCharacter& character : fold_text(text)) {
        numbers.push_back(number_of(character.code, catalogue));
    }
    return numbers;
}

}  // namespace xueshi::catalogue

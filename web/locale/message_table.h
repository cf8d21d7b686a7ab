// Makes a language's table at compile time, of words in any order.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "web/locale/message.h"

namespace xueshi::locale {

struct Words {
    Message key;
    std::string_view text;
};

// Not constexpr: a table that needs it does not compile.
void key_is_said_twice_or_empty();

// Does not compile when a key is empty or said twice. That none is missing is seen when the words are packed
// (pack_words.mjs): some come later (later_words.h).
template <std::size_t N>
consteval std::array<std::string_view, kMessageCount> make_table(const Words (&words)[N]) {
    std::array<std::string_view, kMessageCount> table{};
    for (const Words& each : words) {
        std::string_view& place = table[static_cast<std::size_t>(each.key)];
        if (!place.empty() || each.text.empty()) key_is_said_twice_or_empty();
        place = each.text;
    }
    return table;
}

}  // namespace xueshi::locale

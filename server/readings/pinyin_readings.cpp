#include "server/readings/pinyin_readings.h"

#include <charconv>
#include <set>
#include <string>

#include "core/catalogue/text_fold.h"
#include "server/readings/reading_table.h"

namespace xueshi::readings {
namespace {

// Takes what stands before `end` off the front of `text`, and `end` itself.
std::string_view take_until(std::string_view& text, char end) {
    const std::size_t length = text.find(end);
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(length == std::string_view::npos ? text.size() : length + 1);
    return taken;
}

}  // namespace

std::vector<catalogue::CharacterReadings> readings_for(std::span<const std::string_view> texts) {
    std::set<char32_t> wanted;
    for (const std::string_view text : texts) {
        for (const catalogue::FoldedCharacter& each : catalogue::fold_text(text)) {
            wanted.insert(each.code);
        }
    }
    std::vector<catalogue::CharacterReadings> found;
    // Both ascend by code point: one walk over the table finds everything.
    auto next = wanted.begin();
    for (std::string_view table = reading_table(); !table.empty() && next != wanted.end();) {
        std::string_view line = take_until(table, '\n');
        const std::string_view code_text = take_until(line, ' ');
        std::uint32_t code = 0;
        std::from_chars(code_text.data(), code_text.data() + code_text.size(), code, 16);
        while (next != wanted.end() && *next < code) ++next;
        if (next == wanted.end() || *next != code) continue;
        catalogue::CharacterReadings entry{.character = catalogue::encode_utf8(code),
                                           .readings = {}};
        while (!line.empty()) entry.readings.emplace_back(take_until(line, ' '));
        found.push_back(std::move(entry));
    }
    return found;
}

}  // namespace xueshi::readings

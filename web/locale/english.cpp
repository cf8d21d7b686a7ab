#include "web/locale/english.h"

#include <utility>

#include "web/locale/word_lines.h"

namespace xueshi::locale {
namespace {

constexpr std::string_view kFirstLine = "xueshi.words/1 en";

// A family name alone is no form of address in English.
std::string_view whole_name(std::string_view full_name) { return full_name; }

}  // namespace

English::English(std::string file)
    : file_(std::move(file)),
      language_{.tag = kEnglishTag,
                .text_member = &LocalizedText::en,
                .messages = messages_,
                .refusals = {},
                .unknown_refusal = {},
                .form_of_address = whole_name} {}

bool English::is_whole() {
    std::string_view rest = file_;
    if (take_until(rest, '\n') != kFirstLine || file_.back() != '\n') return false;
    for (std::string_view& message : messages_) {
        message = take_until(rest, '\n');
        if (message.empty()) return false;
    }
    language_.unknown_refusal = take_until(rest, '\n');
    while (!rest.empty()) {
        std::string_view line = take_until(rest, '\n');
        CodeSentence& refusal = refusals_.emplace_back();
        refusal.code = take_until(line, '\t');
        refusal.sentence = take_until(line, '\t');
        refusal.named_sentence = line;
        if (refusal.sentence.empty()) return false;
    }
    language_.refusals = refusals_;
    // Words for another program's keys would leave none of its refusals, or shift them into this
    // place.
    return !refusals_.empty() && language_.unknown_refusal.find("{0}") != std::string_view::npos;
}

std::unique_ptr<const English> English::read(std::string file) {
    std::unique_ptr<English> english(new English(std::move(file)));
    return english->is_whole() ? std::move(english) : nullptr;
}

}  // namespace xueshi::locale

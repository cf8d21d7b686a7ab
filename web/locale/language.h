// A language: its words for every key, and its sentences for every code of a refusal.
//
// Chinese is part of the program. English comes as a file when it is wanted (english.h).
#pragma once

#include <span>
#include <string_view>

#include "core/base/localized_text.h"
#include "web/locale/message.h"

namespace xueshi::locale {

// A sentence for an error code: what happened and what to do. "{0}" is what the refusal names.
struct CodeSentence {
    std::string_view code;
    std::string_view sentence;          // where nothing is named
    std::string_view named_sentence{};  // where something is; empty: the same sentence
};

// As the page's `lang` and the device's preference have them.
inline constexpr std::string_view kChineseTag = "zh-CN";
inline constexpr std::string_view kEnglishTag = "en";

struct Language {
    std::string_view tag;
    std::string LocalizedText::*text_member;
    std::span<const std::string_view> messages;  // kMessageCount, in the order of Message
    std::span<const CodeSentence> refusals;
    std::string_view unknown_refusal;  // {0}: the code
    // The part of a full name by which a teacher is addressed.
    std::string_view (*form_of_address)(std::string_view full_name);
};

const Language& chinese();

}  // namespace xueshi::locale

// A language: its words for every key, and its sentences for every code of a refusal.
#pragma once

#include <array>
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

struct Language {
    std::string_view tag;  // "zh-CN"
    std::string LocalizedText::*text_member;
    const std::array<std::string_view, kMessageCount>& messages;
    std::span<const CodeSentence> refusals;
    std::string_view unknown_refusal;  // {0}: the code
    // The part of a full name by which a teacher is addressed.
    std::string_view (*form_of_address)(std::string_view full_name);
};

const Language& chinese();

}  // namespace xueshi::locale

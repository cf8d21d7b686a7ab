// Chinese words that come with the screens' part of the program: the log-in page need not wait for them.
//
// The file is made by pack_words.mjs from messages_zh_screens.cpp and refusals_zh_screens.h. UTF-8,
// "xueshi.words/2 zh-CN screens", then a line for each key in the order of Message, empty for those that are there from
// the start; then for every later refusal: code, tab, sentence, tab, named sentence or nothing.
#pragma once

#include <string>
#include <string_view>

#include "web/locale/language.h"
#include "web/locale/message.h"

namespace xueshi::locale {

// False for anything but a whole file of this program; nothing has changed then. The words are kept for ever.
bool take_later_words(std::string file);

// For programs that come in one piece: the same words, compiled in (messages_zh_screens.cpp).
void add_compiled_later_words();

// `text` must last. Internal.
void add_later_word(Message key, std::string_view text);
void add_later_refusal(const CodeSentence& refusal);

}  // namespace xueshi::locale

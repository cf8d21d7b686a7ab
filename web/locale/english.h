// English, read from the file that the page fetches when it is wanted: the first screens need not
// wait for words that most people never ask for.
//
// The file is made by pack_words.mjs from messages_en.txt and refusals_en.txt. UTF-8, a line each:
//
//     xueshi.words/1 en
//     … the words of every key, in the order of Message
//     … the sentence for an unknown refusal; {0}: its code
//     … code, tab, sentence, tab, named sentence or nothing: every refusal
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "web/locale/language.h"

namespace xueshi::locale {

class English {
  public:
    // Null for anything but a whole file that belongs to this program: no key is ever without
    // words.
    static std::unique_ptr<const English> read(std::string file);

    // Lives as long as this.
    const Language& language() const { return language_; }

  private:
    explicit English(std::string file);
    English(const English&) = delete;
    bool is_whole();

    std::string file_;
    std::array<std::string_view, kMessageCount> messages_;
    std::vector<CodeSentence> refusals_;
    Language language_;
};

}  // namespace xueshi::locale

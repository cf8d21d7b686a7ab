// English as the build packed it: the file a page would fetch.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "web/locale/english.h"

namespace xueshi::testing {

inline std::string english_file() {
    std::ifstream in(XUESHI_WORDS_EN, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline const locale::Language& english() {
    static const std::unique_ptr<const locale::English> words =
        locale::English::read(english_file());
    return words->language();
}

}  // namespace xueshi::testing

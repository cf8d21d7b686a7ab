// A sentence or name that is data (a rule's source, a unit's name), in the languages the product speaks.
// Interface strings are not data: they live in web/locale.
#pragma once

#include <string>

namespace xueshi {

struct LocalizedText {
    std::string zh;
    std::string en;

    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

}  // namespace xueshi

// The text of what QTI writes in HTML. A bank holds plain text, so what text cannot say is refused,
// not dropped.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "core/base/result.h"

namespace xueshi::exchange {

// Content that plain text cannot hold: pictures, tables, lists, formulas, links, raised and lowered
// characters.
inline constexpr ErrorCode kContentUnsupported{"ContentUnsupported"};

// What stands in the element, white space as one blank; paragraphs and line breaks as one, too. An
// `interaction` within it counts with its prompt alone. kContentUnsupported names the element.
Result<std::string> plain_text_of(const pugi::xml_node& element,
                                  const pugi::xml_node& interaction = {});

// Whether a text comes back from XML as it is: not empty, no characters that XML forbids or
// changes, no blanks at an end or in a row.
bool is_plain(std::string_view text);

}  // namespace xueshi::exchange

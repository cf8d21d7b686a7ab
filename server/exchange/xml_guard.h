// What XML has to be before anything is built from it. Whoever sends a document may be careless or
// worse.
//
// Pure. Refused with the place ("line 3, byte 12") as the subject:
//   kXmlNotUtf8         not UTF-8, or a declaration that names another encoding
//   kXmlDoctypeRefused  a DOCTYPE: no item needs one, and entities, external files and expansion
//   stand behind it kXmlTooDeep         elements nested deeper than kMostXmlDepth kXmlNotWellFormed
//   control characters, an entity that only a DOCTYPE could declare, text or a second element
//                       outside the root. Tags that do not match are left to the parser.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace xueshi::exchange {

inline constexpr int kMostXmlDepth = 64;

inline constexpr ErrorCode kXmlNotWellFormed{"XmlNotWellFormed"};
inline constexpr ErrorCode kXmlNotUtf8{"XmlNotUtf8"};
inline constexpr ErrorCode kXmlTooDeep{"XmlTooDeep"};
inline constexpr ErrorCode kXmlDoctypeRefused{"XmlDoctypeRefused"};

Outcome guard_xml(std::string_view bytes);

// "line 3, byte 12", both from 1.
std::string place_in(std::string_view bytes, std::size_t offset);

}  // namespace xueshi::exchange

// The diagnostic's framework and banks in one file, as the page fetches it: one JSON document a line, the framework
// first (docs/formats/item-banks.md; web/pack_capability.mjs writes it).
#pragma once

#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/diagnostic/capability_shelf.h"

namespace xueshi::codec {

// As strict as the readers of each document, and each bank must measure the framework. A refusal's subject begins with
// the line ("line 2: items[3].a").
Result<diagnostic::CapabilityShelf> read_capability_shelf(std::string_view lines);

// The same from documents of their own: the framework and its banks.
Result<diagnostic::CapabilityShelf> read_capability_shelf(std::string_view framework,
                                                          std::span<const std::string_view> banks);

}  // namespace xueshi::codec

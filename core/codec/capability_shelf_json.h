// The diagnostic's framework and banks in one file, as the page fetches it: one JSON document a line, the framework
// first (docs/formats/item-banks.md; web/pack_capability.mjs writes it).
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/diagnostic/capability_shelf.h"

namespace xueshi::codec {

// As strict as the readers of each document, and each bank must measure the framework. A refusal's subject begins with
// the line ("line 2: items[3].a").
Result<diagnostic::CapabilityShelf> read_capability_shelf(std::string_view lines);

}  // namespace xueshi::codec

// The product's side of the diagnostic as JSON: a level's item bank with all that a teacher reads
// (docs/formats/item-banks.md), and the framework it measures (docs/formats/frameworks.md).
//
// Strict; a refusal's subject is the path of the field, and an item's id stands in the detail.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/diagnostic/capability_bank.h"
#include "core/diagnostic/capability_framework.h"

namespace xueshi::codec {

// Reads what read_item_bank reads and, as strictly, what the product adds to it: graded items only,
// one level, known dimensions, an option for each credit, texts in both languages, exposure.
Result<diagnostic::CapabilityBank> read_capability_bank(std::string_view bytes);

// One that diagnostic::validate accepts; whether a bank fits it is asked there.
Result<diagnostic::CapabilityFramework> read_capability_framework(std::string_view bytes);

}  // namespace xueshi::codec

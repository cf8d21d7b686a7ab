// The item banks that ship, read as the product reads them.
#pragma once

#include <string>

#include "core/diagnostic/capability_bank.h"

namespace xueshi::testing {

// The bytes of a file below core/packs; empty when it cannot be read.
std::string pack_bytes(const std::string& path);

// The newest version of the level's bank. Asserts that it can be read.
const diagnostic::CapabilityBank& product_bank(diagnostic::CapabilityLevel level);

}  // namespace xueshi::testing

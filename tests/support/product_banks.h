// The item banks that ship, read as the product reads them.
#pragma once

#include <string>

#include "core/diagnostic/capability_bank.h"
#include "core/diagnostic/capability_shelf.h"

namespace xueshi::testing {

// The bytes of a file below core/packs; empty when it cannot be read.
std::string pack_bytes(const std::string& path);

// The newest version of the level's bank. Asserts that it can be read.
const diagnostic::CapabilityBank& product_bank(diagnostic::CapabilityLevel level);

// The framework and both banks, as a device or the server has them.
const diagnostic::CapabilityShelf& product_shelf();

}  // namespace xueshi::testing

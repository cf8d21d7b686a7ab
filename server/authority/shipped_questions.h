// The questions that this release ships, read once: what devices took their diagnostics with.
#pragma once

#include "core/diagnostic/capability_shelf.h"

namespace xueshi::authority {

// Throws std::logic_error when they cannot be read: then the program was built wrongly.
const diagnostic::CapabilityShelf& shipped_questions();

}  // namespace xueshi::authority

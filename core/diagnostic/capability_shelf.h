// Everything the diagnostic asks and measures with: the framework, and each version of each level's bank.
//
// A finished diagnostic names the version it was taken with and is scored with it for ever, so a version that was
// ever taken stays on the shelf (docs/formats/item-banks.md).
#pragma once

#include <cstdint>
#include <vector>

#include "core/diagnostic/capability_bank.h"
#include "core/diagnostic/capability_framework.h"

namespace xueshi::diagnostic {

struct CapabilityShelf {
    CapabilityFramework framework = {};
    std::vector<CapabilityBank> banks = {};

    // Null when there is no such bank.
    const CapabilityBank* find_bank(CapabilityLevel level, std::int64_t version) const;
    // The greatest version that every level has, which new diagnostics are taken with; 0 when there is none.
    std::int64_t newest_version() const;
};

}  // namespace xueshi::diagnostic

#include "core/diagnostic/capability_shelf.h"

#include <algorithm>

namespace xueshi::diagnostic {

const CapabilityBank* CapabilityShelf::find_bank(CapabilityLevel level, std::int64_t version) const {
    const auto found = std::find_if(banks.begin(), banks.end(), [&](const CapabilityBank& bank) {
        return bank.level == level && bank.version == version;
    });
    return found == banks.end() ? nullptr : &*found;
}

std::int64_t CapabilityShelf::newest_version() const {
    std::int64_t newest = 0;
    for (const CapabilityBank& bank : banks) {
        const bool is_whole = std::all_of(kAllLevels.begin(), kAllLevels.end(), [&](CapabilityLevel level) {
            return find_bank(level, bank.version) != nullptr;
        });
        if (is_whole) newest = std::max(newest, bank.version);
    }
    return newest;
}

}  // namespace xueshi::diagnostic

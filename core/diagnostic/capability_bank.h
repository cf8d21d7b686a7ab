// The product's item bank of one level: what measuring needs and what a teacher reads
// (docs/formats/item-banks.md).
//
// A response to an item is the credit of the option chosen, whatever the order shown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/localized_text.h"
#include "core/diagnostic/capability.h"
#include "core/diagnostic/item_bank.h"

namespace xueshi::diagnostic {

struct ItemOption {
    int credit = 0;
    LocalizedText text = {};
};

struct ItemContent {
    Dimension dimension = Dimension::Literacy;
    std::vector<std::string> indicators = {};  // codes of the standard, at least one
    LocalizedText text = {};
    std::vector<ItemOption> options = {};  // each credit from 0 to highest_response() once
};

struct CapabilityBank {
    CapabilityLevel level = CapabilityLevel::OptimiseTeaching;
    std::int64_t version = 1;
    ItemBank measured = {};
    std::vector<ItemContent> contents = {};  // by the same places as measured.items
};

}  // namespace xueshi::diagnostic

// What both readers of a bank read alike: the part of an item that measuring needs.
#pragma once

#include "core/codec/strict_json.h"
#include "core/diagnostic/item_bank.h"

namespace xueshi::codec {

inline constexpr std::string_view kItemBankSchema = "xueshi.diagnostic.bank/1";

// id, model and parameters, domain, stages, subjects. The complaints are the object's; the values
// are held by diagnostic::validate, once the bank is whole.
diagnostic::Item read_measured_item(ObjectReader& object);

// Ends the reading of an item: the object's complaint, with the item's id in the detail.
Outcome finish_item(ObjectReader& object, const diagnostic::Item& item);

}  // namespace xueshi::codec

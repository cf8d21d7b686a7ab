// What is decided about hours as stored and sent: events (types that begin with "ledger.") and the intent to allocate.
// The contract is docs/formats/ledger.md; golden files in tests/golden hold every version to it.
//
// Reading is strict: kMalformed, kUnknownField or kOutOfRange name the field, sync::kUnknownType a type this version
// does not know. Kept apart from the other events because this part of the client comes late (decision 0025). The
// answer to an accepted intent is a step receipt (special_json.h).
#pragma once

#include <string_view>

#include "core/allocation/allocation_decide.h"
#include "core/base/result.h"
#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/ledger/hour_ledger.h"

namespace xueshi::codec {

inline constexpr std::string_view kLedgerPrefix = "ledger.";

EncodedEvent encode_ledger_event(const ledger::LedgerFact& fact);
Result<ledger::LedgerFact> decode_ledger_event(std::string_view type, std::string_view payload);

EncodedIntent encode_ledger_intent(const allocation::AllocateHours& command);
Result<allocation::AllocateHours> decode_ledger_intent(std::string_view type, std::string_view payload);

}  // namespace xueshi::codec

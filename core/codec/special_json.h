// Special training as stored and sent: events (types that begin with "special."), intents and receipts. The contract
// is docs/formats/special.md; golden files in tests/golden hold every version to it.
//
// Reading is strict: kMalformed, kUnknownField or kOutOfRange name the field, sync::kUnknownType a type this version
// does not know. Kept apart from the other events because this part of the client comes late.
#pragma once

#include <string>
#include <string_view>

#include "core/app/special_state.h"
#include "core/base/result.h"
#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/enrolment/roster_decide.h"

namespace xueshi::codec {

inline constexpr std::string_view kSpecialPrefix = "special.";

EncodedEvent encode_special_event(const app::SpecialEvent& event);
Result<app::SpecialEvent> decode_special_event(std::string_view type, std::string_view payload);

EncodedIntent encode_special_intent(const enrolment::RosterCommand& command);
Result<enrolment::RosterCommand> decode_special_intent(std::string_view type, std::string_view payload);

// Likewise of somebody acting in another's post.
bool is_deputy_intent(std::string_view type);
EncodedIntent encode_deputy_intent(const organisation::DeputyCommand& command);
Result<organisation::DeputyCommand> decode_deputy_intent(std::string_view type, std::string_view payload);

// The answer to an accepted intent: the number under which the step can be looked up.
struct StepReceipt {
    ReceiptId receipt_id;
    Instant at;
    friend bool operator==(const StepReceipt&, const StepReceipt&) = default;
};
std::string encode_step_receipt(const StepReceipt& receipt);
Result<StepReceipt> decode_step_receipt(std::string_view json);

}  // namespace xueshi::codec

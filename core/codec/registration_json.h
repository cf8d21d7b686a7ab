// Hours registered by others as stored and sent: events (types that begin with "registration.") and intents. The
// contract is docs/formats/registration.md; golden files in tests/golden hold every version to it.
//
// Reading is strict: kMalformed, kUnknownField or kOutOfRange name the field, sync::kUnknownType a type this version
// does not know. Kept apart from the other events because this part of the client comes late. The answer to an accepted
// intent is a step receipt (special_json.h).
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/codec/event_json.h"
#include "core/codec/intent_json.h"
#include "core/registration/registration_decide.h"

namespace xueshi::codec {

inline constexpr std::string_view kRegistrationPrefix = "registration.";

EncodedEvent encode_registration_event(const registration::RegistrationFact& fact);
Result<registration::RegistrationFact> decode_registration_event(std::string_view type, std::string_view payload);

EncodedIntent encode_registration_intent(const registration::RegistrationCommand& command);
Result<registration::RegistrationCommand> decode_registration_intent(std::string_view type, std::string_view payload);

}  // namespace xueshi::codec

// Intents: the commands only the server decides, as a type name and a JSON object. Reading is strict; a type
// that is no intent is refused with sync::kUnknownType.
#pragma once

#include <string>
#include <string_view>

#include "core/app/command.h"
#include "core/base/result.h"
#include "core/enrolment/course_selection.h"

namespace xueshi::codec {

struct EncodedIntent {
    std::string type;  // "selection.submit"
    std::string payload;
};

// Precondition: app::authority_of(command) is the server.
EncodedIntent encode_intent(const app::Command& command);
Result<app::Command> decode_intent(std::string_view type, std::string_view payload);

// The answer to a confirmed submission.
std::string encode_receipt(const enrolment::SelectionReceipt& receipt);
Result<enrolment::SelectionReceipt> decode_receipt(std::string_view json);

}  // namespace xueshi::codec

// decide: turns a command into events, or refuses it with a reason. The same function on device and server.
//
// Pure: the moment, the fresh ids and everything known arrive in the context. A refusal changes nothing.
#pragma once

#include <vector>

#include "core/app/command.h"
#include "core/app/event.h"
#include "core/app/state.h"
#include "core/base/result.h"

namespace xueshi::app {

struct DecideContext {
    Instant now;                 // domain time
    ReceiptId fresh_receipt_id;  // used when a receipt is due; never reused by the host
    const TeacherState& teacher;
    const SharedState& shared;
    const rules::RuleBook& rules;
};

inline constexpr ErrorCode kNoProfile{"NoProfile"};  // the account has no teacher's profile

// Empty when the command would change nothing.
Result<std::vector<Event>> decide(const DecideContext& context, const Command& command);

}  // namespace xueshi::app

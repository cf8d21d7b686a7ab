// decide: turns a command into events, or refuses it with a reason. The same function on device and server.
//
// Pure: the moment, the fresh ids and everything known arrive in the context. A refusal changes nothing.
#pragma once

#include <string_view>
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
    const diagnostic::CapabilityShelf* shelf = nullptr;  // null: the questions are not at hand
};

inline constexpr std::size_t kMaxWantedThemes = 60;

inline constexpr ErrorCode kNoProfile{"NoProfile"};  // the account has no teacher's profile

// Empty when the command would change nothing. What events replace is not said yet: see note_replaced.
Result<std::vector<Event>> decide(const DecideContext& context, const Command& command);

// What a device decided about its own diagnostic, held against everything known: a refusal means that no device of
// this program decided it. Other events pass.
Outcome check_device_event(const DecideContext& context, const Event& event);
// Whether check_device_event looks at such an event at all.
bool is_checked(const Event& event);

// To be called when the event is recorded by `node`, before it is applied: says in the event which writes of
// other devices it replaces. Undoing and doing again record events too, and replace what stands by then.
void note_replaced(const TeacherState& state, Event& event, std::string_view node);

// To be called when a recorded event is given another stamp, by another identity: it goes on replacing what its
// first device had written before, which that device had no need to list.
void note_moved(Event& event, const Stamp& from, const Stamp& to);

}  // namespace xueshi::app

// What the pages of special training need of the runtime: its events read, its orders written and found again.
//
// Called by the part of the program those pages come with alone (docs/decisions/0015): until then its events are kept as
// they arrived.
#pragma once

#include <string_view>
#include <vector>

#include "core/codec/intent_json.h"
#include "core/enrolment/roster_decide.h"
#include "core/sync/operation.h"
#include "web/runtime/client_state.h"

namespace xueshi::runtime {

// Folds what has arrived since. An event this version does not know has no effect.
void read_special_events(ClientState& state);

// The order as it is sent; `fresh_id` becomes the identity of what it opens, where it opens something.
codec::EncodedIntent write_special_order(enrolment::RosterCommand command, std::string_view fresh_id);

codec::EncodedIntent write_deputy_order(organisation::DeputyCommand command, std::string_view fresh_id);

// The orders among operations that wait, oldest first.
std::vector<enrolment::RosterCommand> waiting_special_orders(const std::vector<sync::Operation>& waiting);

}  // namespace xueshi::runtime

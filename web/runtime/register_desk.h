// What the desk of registered hours needs of the runtime: its events read, its orders written and found again.
//
// Called by the part of the program that page comes with alone (docs/decisions/0015): until then its events are kept as they
// arrived.
#pragma once

#include <string_view>
#include <vector>

#include "core/codec/intent_json.h"
#include "core/registration/registration_decide.h"
#include "core/sync/operation.h"
#include "web/runtime/client_state.h"

namespace xueshi::runtime {

// Folds what has arrived since. An event this version does not know has no effect.
void read_registration_events(ClientState& state);

// The order as it is sent; `fresh_id` becomes the identity of what it opens, where it opens something.
codec::EncodedIntent write_registration_order(registration::RegistrationCommand command, std::string_view fresh_id);

// The orders among operations that wait, oldest first.
std::vector<registration::RegistrationCommand> waiting_registration_orders(const std::vector<sync::Operation>& waiting);

}  // namespace xueshi::runtime

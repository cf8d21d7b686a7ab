// What the page of hours needs of the runtime: its events read, its orders written and found again.
//
// Called by the part of the program the page comes with alone (docs/decisions/0015): until then its events are kept as they
// arrived.
#pragma once

#include <vector>

#include "core/allocation/allocation_decide.h"
#include "core/codec/intent_json.h"
#include "core/sync/operation.h"
#include "web/runtime/client_state.h"

namespace xueshi::runtime {

// Folds what has arrived since. An event this version does not know has no effect.
void read_ledger_events(ClientState& state);

codec::EncodedIntent write_allocation(std::vector<ledger::YearMove> moves);

// The orders among operations that wait, oldest first.
std::vector<allocation::AllocateHours> waiting_allocations(const std::vector<sync::Operation>& waiting);

}  // namespace xueshi::runtime

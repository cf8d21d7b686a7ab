// `xueshi export`: every stored event as one JSON object per line, by feed name and sequence.
//
// The order and the bytes depend on the events alone: two databases with equal events export equal
// bytes.
#pragma once

#include <ostream>

#include "server/admin/command_line.h"
#include "server/store/event_store.h"

namespace xueshi::admin {

int run_export(const Arguments& arguments);

void export_events(store::EventStore& event_store, std::ostream& out);

}  // namespace xueshi::admin

// The one way by which the server records hours: a corrected record stays in the year its teacher allocated it to
// (decision 0025).
#pragma once

#include <string>

#include "core/ledger/hour_ledger.h"
#include "server/authority/server_stamps.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

// Appends the record to the feed of its teacher, whose ledger is folded to the feed's head.
void record_hours(store::Transaction& transaction,
                  ServerStamps& stamps,
                  const std::string& feed,
                  const ledger::HourLedger& ledger,
                  ledger::HourRecord record,
                  Instant now);

// Likewise with a stamp of the caller's, later than whatever stands.
void record_hours(store::Transaction& transaction,
                  const Stamp& stamp,
                  const std::string& feed,
                  const ledger::HourLedger& ledger,
                  ledger::HourRecord record);

}  // namespace xueshi::authority

#include "server/authority/hour_recording.h"

#include <utility>

#include "core/app/event.h"
#include "server/authority/decided_envelope.h"

namespace xueshi::authority {

void record_hours(store::Transaction& transaction,
                  ServerStamps& stamps,
                  const std::string& feed,
                  const ledger::HourLedger& ledger,
                  ledger::HourRecord record,
                  Instant now) {
    record_hours(transaction, stamps.next(transaction, feed, now), feed, ledger, std::move(record));
}

void record_hours(store::Transaction& transaction,
                  const Stamp& stamp,
                  const std::string& feed,
                  const ledger::HourLedger& ledger,
                  ledger::HourRecord record) {
    const app::HoursRecorded recorded{ledger::with_allocation(std::move(record), ledger)};
    transaction.append(feed, envelope_of(codec::encode_event(recorded), stamp));
}

}  // namespace xueshi::authority

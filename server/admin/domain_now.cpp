#include "server/admin/domain_now.h"

#include "server/authority/authority_clock.h"

namespace xueshi::admin {

Instant domain_now(store::EventStore& event_store, const std::optional<LocalMinute>& start) {
    if (!start) return authority::AuthorityClock::real().now();
    Instant latest;
    event_store.read([&](store::StoreView& view) { latest.utc_ms = view.latest_domain_ms(); });
    return authority::AuthorityClock::starting_at(instant_of(*start), latest).now();
}

}  // namespace xueshi::admin

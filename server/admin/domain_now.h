// The domain's time of a subcommand, as of serve: the real one, or as `--now` says and never before what is stored.
#pragma once

#include <optional>

#include "core/base/civil_date.h"
#include "server/store/event_store.h"

namespace xueshi::admin {

Instant domain_now(store::EventStore& event_store, const std::optional<LocalMinute>& start);

}  // namespace xueshi::admin

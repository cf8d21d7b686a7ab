// Stamps of the server's own events: later than every stamp it has given before, than the last event of the feed they
// go to, and not before the domain's clock.
#pragma once

#include <string_view>

#include "core/base/civil_date.h"
#include "core/base/stamp.h"
#include "server/store/event_store.h"

namespace xueshi::authority {

class ServerStamps {
  public:
    // Used by write jobs only, which run one after another.
    Stamp next(store::Transaction& transaction, std::string_view feed, Instant now);

  private:
    Stamp last_;
};

}  // namespace xueshi::authority

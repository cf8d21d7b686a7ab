// A device's place in one feed, and the check that pages join without a gap.
#pragma once

#include <cstdint>
#include <string>

#include "core/sync/envelope.h"

namespace xueshi::sync {

struct FeedCursor {
    std::string epoch;           // empty: nothing pulled yet
    std::uint64_t sequence = 0;  // last sequence taken

    friend bool operator==(const FeedCursor&, const FeedCursor&) = default;
};

enum class PageJoin {
    Continues,  // take it; the cursor moved to page.next
    NewEpoch,   // the server was restored: start again from zero
    Gap,        // the page does not follow the cursor: ask again
};

// Moves the cursor over the page when it continues; leaves it alone otherwise.
PageJoin join_page(FeedCursor& cursor, const FeedPage& page);

}  // namespace xueshi::sync

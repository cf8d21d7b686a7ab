#include "core/sync/feed_cursor.h"

namespace xueshi::sync {

PageJoin join_page(FeedCursor& cursor, const FeedPage& page) {
    if (!cursor.epoch.empty() && cursor.epoch != page.epoch) return PageJoin::NewEpoch;
    std::uint64_t expected = cursor.sequence;
    for (const Envelope& envelope : page.events) {
        // An event we already have may come again; one we skipped may not.
        if (envelope.sequence > expected + 1) return PageJoin::Gap;
        if (envelope.sequence == expected + 1) expected = envelope.sequence;
    }
    if (page.next > expected) return PageJoin::Gap;
    cursor.epoch = page.epoch;
    cursor.sequence = expected;
    return PageJoin::Continues;
}

}  // namespace xueshi::sync

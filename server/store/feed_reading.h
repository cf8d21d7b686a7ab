// A feed read to an end, a page of it in memory at a time.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/sync/envelope.h"
#include "server/store/event_store.h"

namespace xueshi::store {

// Calls `take(const sync::Envelope&)` for each event after `after`, in their order, at least as far as `head`; answers the
// sequence of the last one. Throws StoreFailure when the feed ends before.
template <class Take>
std::uint64_t read_until(StoreView& view, std::string_view feed, std::uint64_t after, std::uint64_t head, Take&& take) {
    while (after < head) {
        const FeedSlice slice = view.read_feed(feed, after, sync::kMaxEventsPerPage);
        if (slice.events.empty()) throw StoreFailure("A feed ends before its head");
        for (const sync::Envelope& envelope : slice.events) take(envelope);
        after = slice.events.back().sequence;
    }
    return after;
}

// The same to the feed's head as the view has it.
template <class Take>
std::uint64_t read_since(StoreView& view, std::string_view feed, std::uint64_t after, Take&& take) {
    return read_until(view, feed, after, view.feed_head(feed), take);
}

}  // namespace xueshi::store

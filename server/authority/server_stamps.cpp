#include "server/authority/server_stamps.h"

#include <algorithm>

namespace xueshi::authority {
namespace {

constexpr std::string_view kServerNode = "server";

}  // namespace

Stamp ServerStamps::next(store::Transaction& transaction, std::string_view feed, Instant now) {
    Stamp last = last_;
    const std::uint64_t head = transaction.feed_head(feed);
    if (head > 0) {
        const auto slice = transaction.read_feed(feed, head - 1, 1);
        if (!slice.events.empty()) last = std::max(last, slice.events.front().stamp);
    }
    last_ = next_stamp(last, now.utc_ms, kServerNode);
    transaction.note_domain_time(last_.wall_ms);
    return last_;
}

}  // namespace xueshi::authority

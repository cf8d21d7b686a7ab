// What a feed carries: a stored event with its place in the feed. The payload is opaque here.
//
// A feed is a dense sequence 1, 2, 3 … under one epoch; a restore of the server begins a new epoch and a
// device then pulls again from zero. Types a reader does not know are kept and relayed, never refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/stamp.h"

namespace xueshi::sync {

// Where an event came from: a device's operation, or the server (empty device, sequence 0).
struct Origin {
    DeviceId device_id;
    std::uint64_t sequence = 0;

    bool is_server() const { return device_id.empty(); }
    friend bool operator==(const Origin&, const Origin&) = default;
};

struct Envelope {
    std::uint64_t sequence = 0;  // place in its feed, from 1
    Origin origin;
    Stamp stamp;
    std::string type;     // "selection.confirmed"
    std::string payload;  // JSON object bytes

    friend bool operator==(const Envelope&, const Envelope&) = default;
};

struct FeedPage {
    std::string feed;   // the name the device asked for: "me", "catalogue", "unit:<id>", "news"
    std::string epoch;  // changes when the server's store was restored
    std::vector<Envelope> events;
    std::uint64_t next = 0;  // cursor after this page
    std::uint64_t head = 0;  // last sequence the feed has
};

inline constexpr ErrorCode kCursorFromTheFuture{"CursorFromTheFuture"};  // after > head
inline constexpr ErrorCode kUnknownFeed{"UnknownFeed"};                  // no such feed for this account
inline constexpr std::size_t kMaxEventsPerPage = 5000;

}  // namespace xueshi::sync

// Stamp: orders what devices decide. Never shown to people, never used as a time.
//
// A hybrid clock: domain milliseconds, a counter for events within one millisecond, and the device that
// made it, so that two stamps are equal only when they are the same stamp. Larger wins.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xueshi {

struct Stamp {
    std::int64_t wall_ms = 0;
    std::uint32_t counter = 0;
    std::string node;  // device id; "server" for the server's own

    friend bool operator==(const Stamp&, const Stamp&) = default;
    friend bool operator<(const Stamp& a, const Stamp& b) {
        if (a.wall_ms != b.wall_ms) return a.wall_ms < b.wall_ms;
        if (a.counter != b.counter) return a.counter < b.counter;
        return a.node < b.node;
    }
};

// The next stamp of `node`: later than `last` and not before the clock.
Stamp next_stamp(const Stamp& last, std::int64_t now_ms, std::string_view node);

std::string format_stamp(const Stamp& stamp);  // "1489108800000-0-<node>"
std::optional<Stamp> parse_stamp(std::string_view text);

}  // namespace xueshi

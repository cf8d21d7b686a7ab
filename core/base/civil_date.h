// Calendar dates and local times of the city (UTC+8, no daylight saving), and instants in UTC.
//
// Three types that are never mixed: Instant (a moment, UTC milliseconds), CivilDate (a day in UTC+8),
// LocalMinute (a minute of such a day, what a timetable states). Conversions stand here and nowhere else.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xueshi {

// A moment: milliseconds since 1970-01-01T00:00 UTC.
struct Instant {
    std::int64_t utc_ms = 0;
    friend constexpr auto operator<=>(Instant, Instant) = default;
};

// A day in the city's calendar, counted from 1970-01-01. Valid for years 1900 to 2999.
struct CivilDate {
    std::int32_t days = 0;
    friend constexpr auto operator<=>(CivilDate, CivilDate) = default;

    int year() const;
    int month() const;    // 1–12
    int day() const;      // 1–31
    int weekday() const;  // 0 = Monday … 6 = Sunday
};

// A minute in the city's calendar, counted from 1970-01-01T00:00 local.
struct LocalMinute {
    std::int64_t minutes = 0;
    friend constexpr auto operator<=>(LocalMinute, LocalMinute) = default;

    CivilDate date() const;
    int minute_of_day() const;  // 0–1439
};

// The year a record is counted in (归入年度); rules are chosen by it, never by today's date.
struct AllocatedYear {
    std::int32_t year = 0;
    friend constexpr auto operator<=>(AllocatedYear, AllocatedYear) = default;
};

std::optional<CivilDate> make_date(int year, int month, int day);
std::optional<CivilDate> parse_date(std::string_view text);                  // "2017-03-08"
std::string format_date(CivilDate date);                                     // the same form
std::optional<LocalMinute> parse_local_minute(std::string_view text);        // "2017-04-22T09:00"
std::string format_local_minute(LocalMinute time);                           // the same form

CivilDate date_of(Instant instant);
LocalMinute local_minute_of(Instant instant);  // seconds dropped
Instant instant_of(LocalMinute time);
Instant start_of(CivilDate day);

// A deadline is inclusive to 23:59:59.999 of its day (R21 [D]). The one place that says so.
constexpr bool is_before_end_of(CivilDate deadline, Instant now) {
    constexpr std::int64_t kDayMs = 86'400'000;
    constexpr std::int64_t kOffsetMs = 8 * 3'600'000;
    return now.utc_ms + kOffsetMs < (static_cast<std::int64_t>(deadline.days) + 1) * kDayMs;
}

}  // namespace xueshi

#include "core/base/civil_date.h"

#include <chrono>

namespace xueshi {
namespace {

constexpr std::int64_t kMinutesPerDay = 1440;
constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::int64_t kOffsetMinutes = 8 * 60;

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

std::chrono::year_month_day calendar(CivilDate date) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{date.days}}};
}

// Reads exactly `digits` decimal digits at `at`; -1 when something else stands there.
int read_number(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string padded(int value, int width) {
    std::string digits = std::to_string(value);
    while (static_cast<int>(digits.size()) < width) digits.insert(digits.begin(), '0');
    return digits;
}

}  // namespace

int CivilDate::year() const { return static_cast<int>(calendar(*this).year()); }
int CivilDate::month() const { return static_cast<int>(static_cast<unsigned>(calendar(*this).month())); }
int CivilDate::day() const { return static_cast<int>(static_cast<unsigned>(calendar(*this).day())); }
int CivilDate::weekday() const {
    // 1970-01-01 was a Thursday (3 when Monday is 0).
    return static_cast<int>(((days % 7) + 7 + 3) % 7);
}

CivilDate LocalMinute::date() const {
    return {static_cast<std::int32_t>(floor_divide(minutes, kMinutesPerDay))};
}
int LocalMinute::minute_of_day() const {
    return static_cast<int>(minutes - floor_divide(minutes, kMinutesPerDay) * kMinutesPerDay);
}

std::optional<CivilDate> make_date(int year, int month, int day) {
    if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return CivilDate{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

std::optional<CivilDate> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    return make_date(read_number(text, 0, 4), read_number(text, 5, 2), read_number(text, 8, 2));
}

std::string format_date(CivilDate date) {
    return padded(date.year(), 4) + '-' + padded(date.month(), 2) + '-' + padded(date.day(), 2);
}

std::optional<LocalMinute> parse_local_minute(std::string_view text) {
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const int hour = read_number(text, 11, 2);
    const int minute = read_number(text, 14, 2);
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return LocalMinute{date->days * kMinutesPerDay + hour * 60 + minute};
}

std::string format_local_minute(LocalMinute time) {
    const int minute = time.minute_of_day();
    return format_date(time.date()) + 'T' + padded(minute / 60, 2) + ':' + padded(minute % 60, 2);
}

LocalMinute local_minute_of(Instant instant) {
    return {floor_divide(instant.utc_ms, kMsPerMinute) + kOffsetMinutes};
}
CivilDate date_of(Instant instant) { return local_minute_of(instant).date(); }
Instant instant_of(LocalMinute time) { return {(time.minutes - kOffsetMinutes) * kMsPerMinute}; }
Instant start_of(CivilDate day) { return instant_of({day.days * kMinutesPerDay}); }

}  // namespace xueshi

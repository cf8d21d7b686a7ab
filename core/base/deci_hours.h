// Credit hours (学时) in whole tenths, exact: 72 hours are 720. Never floating point.
//
// Range: what fits std::int64_t; readers refuse negative or finer input (domain.md section 2, case 3).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xueshi {

struct DeciHours {
    std::int64_t tenths = 0;

    friend constexpr auto operator<=>(DeciHours, DeciHours) = default;
    friend constexpr DeciHours operator+(DeciHours a, DeciHours b) { return {a.tenths + b.tenths}; }
    friend constexpr DeciHours operator-(DeciHours a, DeciHours b) { return {a.tenths - b.tenths}; }
    constexpr DeciHours& operator+=(DeciHours other) {
        tenths += other.tenths;
        return *this;
    }
};

constexpr DeciHours whole_hours(std::int64_t hours) { return {hours * 10}; }

// Hours still missing to `needed`; zero when there are enough.
constexpr DeciHours missing_hours(DeciHours have, DeciHours needed) {
    return have < needed ? needed - have : DeciHours{};
}

// "18", "4.5"; no trailing zero, no exponent. The form people read and the wire carries.
std::string format_hours(DeciHours hours);

// Reads what format_hours writes, and also "18.0". Refuses signs, exponents, finer than a tenth, and
// values over a million hours.
std::optional<DeciHours> parse_hours(std::string_view text);

}  // namespace xueshi

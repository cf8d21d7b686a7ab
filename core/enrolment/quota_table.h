// Places of a project by district and directly affiliated unit (名额分配表, R20), some of them kept for single schools.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"

namespace xueshi::enrolment {

// Places within the unit's own that only people of this school may take.
struct Reservation {
    UnitId school_id;
    int places = 0;

    friend bool operator==(const Reservation&, const Reservation&) = default;
};

struct QuotaRow {
    UnitId unit_id;
    int places = 0;
    std::vector<Reservation> reserved;  // ascending by school, together at most `places`

    friend bool operator==(const QuotaRow&, const QuotaRow&) = default;
};

using QuotaTable = std::vector<QuotaRow>;  // ascending by unit, each once
using PlacesBySchool = std::map<UnitId, int>;

inline constexpr int kMostPlaces = 100'000;
inline constexpr std::size_t kMostQuotaRows = 500;
inline constexpr std::size_t kMostReservations = 200;  // of a row
inline constexpr ErrorCode kBadQuotaTable{"BadQuotaTable"};

// kBadQuotaTable names the unit or school that stands out of order, or whose places are negative, too many or more
// than the row has.
Outcome check_quota_table(const QuotaTable& table);

// Null: the unit has no places.
const QuotaRow* find_row(const QuotaTable& table, const UnitId& unit);

// Whether one more of that school finds a place beside those who hold one.
bool has_place_for(const QuotaRow& row, const PlacesBySchool& held, const UnitId& school);
// Whether all of them have a place together, reserved ones respected.
bool holds_all(const QuotaRow& row, const PlacesBySchool& held);

}  // namespace xueshi::enrolment

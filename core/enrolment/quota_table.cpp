#include "core/enrolment/quota_table.h"

#include <algorithm>

namespace xueshi::enrolment {
namespace {

bool is_number_of_places(int places) { return places >= 0 && places <= kMostPlaces; }

Outcome check_row(const QuotaRow& row) {
    if (!is_number_of_places(row.places)) return make_error(kBadQuotaTable, row.unit_id.text);
    if (row.reserved.size() > kMostReservations) return make_error(kBadQuotaTable, row.unit_id.text);
    int left = row.places;
    const UnitId* before = nullptr;
    for (const Reservation& reservation : row.reserved) {
        const bool is_in_order = before == nullptr || *before < reservation.school_id;
        if (!is_in_order || !is_number_of_places(reservation.places) || reservation.places > left) {
            return make_error(kBadQuotaTable, reservation.school_id.text);
        }
        left -= reservation.places;
        before = &reservation.school_id;
    }
    return Done{};
}

}  // namespace

Outcome check_quota_table(const QuotaTable& table) {
    if (table.size() > kMostQuotaRows) return make_error(kBadQuotaTable, "rows");
    const UnitId* before = nullptr;
    for (const QuotaRow& row : table) {
        if (before != nullptr && !(*before < row.unit_id)) return make_error(kBadQuotaTable, row.unit_id.text);
        if (const Outcome outcome = check_row(row); !outcome) return outcome;
        before = &row.unit_id;
    }
    return Done{};
}

const QuotaRow* find_row(const QuotaTable& table, const UnitId& unit) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const QuotaRow& row) { return row.unit_id == unit; });
    return found == table.end() ? nullptr : &*found;
}

// A school's people fill its reserved places first; the rest of them stand on the places that are for everybody.
bool holds_all(const QuotaRow& row, const PlacesBySchool& held) {
    int common = row.places;
    for (const Reservation& reservation : row.reserved) common -= reservation.places;
    for (const auto& [school, count] : held) {
        int reserved = 0;
        for (const Reservation& reservation : row.reserved) {
            if (reservation.school_id == school) reserved = reservation.places;
        }
        common -= std::max(0, count - reserved);
    }
    return common >= 0;
}

bool has_place_for(const QuotaRow& row, const PlacesBySchool& held, const UnitId& school) {
    PlacesBySchool with_one_more = held;
    ++with_one_more[school];
    return holds_all(row, with_one_more);
}

}  // namespace xueshi::enrolment

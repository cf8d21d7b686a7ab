#include "core/enrolment/roster_notes.h"

namespace xueshi::enrolment {

std::set<UnitId> touched_units(const ProjectRoster& roster, const std::vector<RosterFact>& facts) {
    std::set<UnitId> units;
    for (const RosterFact& fact : facts) {
        if (const auto* opened = std::get_if<EnrolmentOpened>(&fact)) {
            units.insert(opened->applicant.quota_unit_id);
        } else if (const auto* moved = std::get_if<EnrolmentMoved>(&fact)) {
            if (const Enrolment* enrolment = roster.find(moved->enrolment_id)) {
                units.insert(enrolment->applicant().quota_unit_id);
            }
        }
    }
    return units;
}

RosterCounts count(const ProjectRoster& roster, const ProjectId& project, const std::set<UnitId>& units) {
    RosterCounts counts;
    for (const UnitId& unit : units) {
        SeatsNoted seats{project, unit, 0, 0};
        for (const auto& [school, held] : places_held(roster, unit)) seats.held += held;
        for (const Waiting& waiting : waiting_list(roster, unit)) {
            counts.positions[waiting.enrolment_id] = ++seats.waiting;
        }
        counts.seats[unit] = seats;
    }
    return counts;
}

RosterNotes notes_between(const ProjectId& project, const RosterCounts& before, const RosterCounts& after) {
    RosterNotes notes;
    for (const auto& [unit, seats] : after.seats) {
        const auto was = before.seats.find(unit);
        if (was == before.seats.end() || !(was->second == seats)) notes.seats.push_back(seats);
    }
    for (const auto& [enrolment, position] : after.positions) {
        const auto was = before.positions.find(enrolment);
        if (was == before.positions.end() || was->second != position) {
            notes.positions.push_back({project, enrolment, position});
        }
    }
    for (const auto& [enrolment, position] : before.positions) {
        if (!after.positions.contains(enrolment)) notes.positions.push_back({project, enrolment, 0});
    }
    return notes;
}

}  // namespace xueshi::enrolment

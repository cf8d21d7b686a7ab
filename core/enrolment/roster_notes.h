// What a roster tells beyond its own circle: how many places a unit has left, for everybody, and the place on the
// waiting list, for the one who waits. Derived from the roster after each decision; nobody's name is in them.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "core/enrolment/project_roster.h"

namespace xueshi::enrolment {

struct SeatsNoted {
    ProjectId project_id;
    UnitId unit_id;
    int held = 0;
    int waiting = 0;

    friend bool operator==(const SeatsNoted&, const SeatsNoted&) = default;
};

struct PositionNoted {
    ProjectId project_id;
    EnrolmentId enrolment_id;
    int position = 0;  // 1: the next one; 0: on no waiting list any more

    friend bool operator==(const PositionNoted&, const PositionNoted&) = default;
};

// Counts of the quota units, and everybody's position on their waiting lists.
struct RosterCounts {
    std::map<UnitId, SeatsNoted> seats;
    std::map<EnrolmentId, int> positions;
};

// The units whose counts these facts can change.
std::set<UnitId> touched_units(const ProjectRoster& roster, const std::vector<RosterFact>& facts);
RosterCounts count(const ProjectRoster& roster, const ProjectId& project, const std::set<UnitId>& units);

struct RosterNotes {
    std::vector<SeatsNoted> seats;
    std::vector<PositionNoted> positions;
};
// What has changed between two counts of the same units.
RosterNotes notes_between(const ProjectId& project, const RosterCounts& before, const RosterCounts& after);

}  // namespace xueshi::enrolment

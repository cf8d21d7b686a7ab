// How far a unit's teachers are with the IT capability programme's diagnostic (R15, R18, R27): counts per school, and
// rates with the number they are taken of. Never who answered what.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/app/select_input.h"

namespace xueshi::app {

struct ParticipationCounts {
    std::int64_t teachers = 0;   // in service, full time
    std::int64_t took_part = 0;  // of them: in an earlier phase
    std::int64_t completed = 0;  // of those: the 50 hours, in an earlier phase
    std::int64_t due = 0;        // of the teachers: never took part or did not finish; whom this phase is for
    std::int64_t begun = 0;      // of those due: the diagnostic
    std::int64_t finished = 0;   // of those who began

    ParticipationCounts& operator+=(const ParticipationCounts& other);
    friend bool operator==(const ParticipationCounts&, const ParticipationCounts&) = default;
};

// Hundredths of a percent, rounded half up: 6601 is 66.01 %. 0 of nobody.
std::int64_t rate(std::int64_t part, std::int64_t whole);

struct SchoolParticipation {
    UnitId school_id;
    std::string name;
    ParticipationCounts counts;
};

struct ParticipationProjection {
    bool has_figures = false;  // the unit has schools with figures of their own
    ParticipationCounts all;
    std::vector<SchoolParticipation> schools;  // the most still to finish first, then by name
};

ParticipationProjection select_participation(const SelectInput& input);

// Whose unit has teachers below it.
bool follows_participation(std::span<const organisation::OrgRole> roles);

}  // namespace xueshi::app

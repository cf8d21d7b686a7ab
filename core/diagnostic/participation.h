// How far a unit's teachers are with the diagnostic (R15, R18), as its administrators may know it: who has begun and
// who has finished, never an answer or a score.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/base/civil_date.h"
#include "core/base/ids.h"
#include "core/base/latest.h"

namespace xueshi::diagnostic {

// What a school brought from earlier phases into this one; counts of its teachers.
struct ProgrammeFigures {
    UnitId school_id;
    std::string school_name;
    std::string phase_id;
    std::int64_t teachers = 0;   // in service, full time: the denominator of R18's rates
    std::int64_t took_part = 0;  // of them: in any earlier phase
    std::int64_t completed = 0;  // of those: the 50 hours

    // Never took part, or did not finish: whom this phase is for (R14).
    std::int64_t due() const { return teachers - completed; }
    friend bool operator==(const ProgrammeFigures&, const ProgrammeFigures&) = default;
};

enum class DiagnosticStep : std::uint8_t { Begun, Finished };

// The first time each step was taken.
struct Participation {
    UnitId school_id;
    bool is_due = false;  // whom the phase is for: others may take the test too, and are not counted
    std::optional<Instant> begun_at = {};
    std::optional<Instant> finished_at = {};

    friend bool operator==(const Participation&, const Participation&) = default;
};

// ---- events (the server's, in unit feeds) ----

struct ProgrammeFiguresRecorded {
    ProgrammeFigures figures;
};
struct DiagnosticNoted {
    TeacherId teacher_id;
    UnitId school_id;
    bool is_due = false;
    DiagnosticStep step = DiagnosticStep::Begun;
    Instant at;
};

struct UnitParticipation {
    std::map<UnitId, Latest<ProgrammeFigures>> schools = {};
    std::map<TeacherId, Participation> teachers = {};

    friend bool operator==(const UnitParticipation&, const UnitParticipation&) = default;
};

// Total and idempotent; the order of arrival does not matter.
void apply(UnitParticipation& unit, const ProgrammeFiguresRecorded& event, const Stamp& stamp);
void apply(UnitParticipation& unit, const DiagnosticNoted& event);

}  // namespace xueshi::diagnostic

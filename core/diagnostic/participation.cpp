#include "core/diagnostic/participation.h"

#include <algorithm>

namespace xueshi::diagnostic {

void apply(UnitParticipation& unit, const ProgrammeFiguresRecorded& event, const Stamp& stamp) {
    unit.schools[event.figures.school_id].offer(event.figures, stamp);
}

void apply(UnitParticipation& unit, const DiagnosticNoted& event) {
    Participation& teacher = unit.teachers[event.teacher_id];
    // Of somebody who changed schools: whichever comes first in the alphabet, on every device.
    teacher.school_id = teacher.school_id.empty() ? event.school_id : std::min(teacher.school_id, event.school_id);
    teacher.is_due = teacher.is_due || event.is_due;
    std::optional<Instant>& moment =
        event.step == DiagnosticStep::Begun ? teacher.begun_at : teacher.finished_at;
    moment = moment ? std::min(*moment, event.at) : event.at;
}

}  // namespace xueshi::diagnostic

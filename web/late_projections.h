// What the screens behind Home and the catalogue show. Made and destroyed by their own part of the program: the first
// part, which holds it, knows only where it is (docs/decisions/0015).
#pragma once

#include <memory>

#include "core/app/select_desk.h"
#include "core/app/select_diagnostic.h"
#include "core/app/select_hours.h"
#include "core/app/select_participation.h"
#include "core/app/select_plan.h"
#include "core/app/select_profile.h"
#include "core/app/select_registers.h"
#include "core/app/select_special.h"

namespace xueshi {

struct LateProjections {
    app::PlanProjection plan;
    app::ProfileProjection profile;
    app::DiagnosticProjection diagnostic;
    app::ParticipationProjection participation;
    app::ProjectsProjection projects;
    app::ProjectProjection project;
    app::DeskProjection desk;
    app::HoursProjection hours;
    app::RegistersProjection registers;
};

// A door of that part (web/program_parts.txt); called from more than one place, or it would be inlined.
void destroy_late_projections(LateProjections* late);

struct LateProjectionsDeleter {
    void operator()(LateProjections* late) const { destroy_late_projections(late); }
};
using LateProjectionsPtr = std::unique_ptr<LateProjections, LateProjectionsDeleter>;

}  // namespace xueshi

// Every order a view can give. Which side decides it is stated once, in authority.h.
#pragma once

#include <variant>

#include "core/app/settings.h"
#include "core/diagnostic/diagnostic.h"
#include "core/enrolment/course_selection.h"
#include "core/plan/plan_draft.h"

namespace xueshi::app {

// "My data is right" (R31), with the domain time of the moment.
struct ConfirmProfile {};

struct ChooseTheme {
    ThemeChoice theme = ThemeChoice::System;
};

// Plans are to prefer courses of these themes; they replace those wanted before.
struct WantCourseThemes {
    std::vector<std::string> themes;
};

using Command = std::variant<plan::NamePlan, plan::DiscardPlan, plan::KeepPlan, plan::MarkCourseRun,
                             plan::AdoptProposal, plan::SetPlanLimits, plan::SetPlanPriorities, ConfirmProfile,
                             ChooseTheme, enrolment::SubmitSelection, enrolment::WithdrawSelection,
                             diagnostic::BeginDiagnostic, diagnostic::AnswerItem, diagnostic::FinishDiagnostic,
                             WantCourseThemes>;

}  // namespace xueshi::app

// One format per event: its type name, how its payload is written and read. Internal to core/codec.
#pragma once

#include <string_view>

#include "core/app/event.h"
#include "core/codec/json_writer.h"
#include "core/codec/strict_json.h"

namespace xueshi::codec {

template <class Event>
struct EventFormat;

#define XUESHI_EVENT_FORMAT(Event, type_name)                   \
    template <>                                                 \
    struct EventFormat<Event> {                                 \
        static constexpr std::string_view kType = type_name;    \
        static void write(JsonWriter& json, const Event& event); \
        static Event read(ObjectReader& object);                \
    }

XUESHI_EVENT_FORMAT(plan::PlanNamed, "plan.named");
XUESHI_EVENT_FORMAT(plan::PlanDiscarded, "plan.discarded");
XUESHI_EVENT_FORMAT(plan::PlanMarkChanged, "plan.mark_changed");
XUESHI_EVENT_FORMAT(plan::PlanLimitsChanged, "plan.limits_changed");
XUESHI_EVENT_FORMAT(plan::PlanPrioritiesChanged, "plan.priorities_changed");
XUESHI_EVENT_FORMAT(app::ProfileConfirmed, "profile.confirmed");
XUESHI_EVENT_FORMAT(app::ThemeChosen, "settings.theme_chosen");
XUESHI_EVENT_FORMAT(app::ProfileRecorded, "profile.recorded");
XUESHI_EVENT_FORMAT(app::HoursRecorded, "hours.recorded");
XUESHI_EVENT_FORMAT(app::SelectionConfirmed, "selection.confirmed");
XUESHI_EVENT_FORMAT(app::SelectionWithdrawn, "selection.withdrawn");
XUESHI_EVENT_FORMAT(app::PaymentRecorded, "payment.recorded");
XUESHI_EVENT_FORMAT(app::CourseRunPublished, "course_run.published");
XUESHI_EVENT_FORMAT(app::CourseRunWithdrawn, "course_run.withdrawn");
XUESHI_EVENT_FORMAT(app::ReadingsPublished, "readings.published");
XUESHI_EVENT_FORMAT(app::NoticePosted, "notice.posted");
XUESHI_EVENT_FORMAT(app::UnitRecorded, "unit.recorded");
XUESHI_EVENT_FORMAT(diagnostic::DiagnosticBegun, "diagnostic.begun");
XUESHI_EVENT_FORMAT(diagnostic::ItemAnswered, "diagnostic.item_answered");
XUESHI_EVENT_FORMAT(diagnostic::DiagnosticFinished, "diagnostic.finished");
XUESHI_EVENT_FORMAT(app::CourseThemesWanted, "course_themes.wanted");
XUESHI_EVENT_FORMAT(app::EarlierProgrammeRecorded, "programme.earlier_recorded");
XUESHI_EVENT_FORMAT(diagnostic::ProgrammeFiguresRecorded, "programme.figures_recorded");
XUESHI_EVENT_FORMAT(diagnostic::DiagnosticNoted, "diagnostic.noted");

#undef XUESHI_EVENT_FORMAT

// A receipt alone: the answer to a decided intent carries it too.
void write_receipt(JsonWriter& json, const enrolment::SelectionReceipt& receipt);
enrolment::SelectionReceipt read_receipt(ObjectReader& object);

}  // namespace xueshi::codec

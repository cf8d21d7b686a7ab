// Every fact the state is folded from, by the feed that carries it.
//
// `me`: what concerns one teacher. `catalogue` and `news`: what everyone sees. `unit:<id>`: what a unit's
// administrators follow. An event a version does not know is UnknownEvent: kept, relayed, without effect.
#pragma once

#include <string>
#include <variant>

#include "core/app/notice_post.h"
#include "core/app/settings.h"
#include "core/base/stamp.h"
#include "core/catalogue/catalogue.h"
#include "core/diagnostic/diagnostic.h"
#include "core/diagnostic/earlier_programme.h"
#include "core/diagnostic/participation.h"
#include "core/enrolment/course_selection.h"
#include "core/ledger/hour_record.h"
#include "core/organisation/teacher_profile.h"
#include "core/organisation/unit.h"
#include "core/plan/plan_draft.h"

namespace xueshi::app {

// ---- decided by a device, for its owner ----

struct ProfileConfirmed {
    Instant confirmed_at;  // domain time
};
struct ThemeChosen {
    ThemeChoice theme = ThemeChoice::System;
};
// The course themes that plans are to prefer, as the teacher took them from a diagnostic's recommendation.
struct CourseThemesWanted {
    std::vector<std::string> themes;  // codes, ascending, each once
};

// ---- decided by the server ----

struct ProfileRecorded {
    organisation::TeacherProfile profile;
};
struct HoursRecorded {
    ledger::HourRecord record;
};
struct EarlierProgrammeRecorded {
    diagnostic::EarlierProgramme earlier;
};
struct SelectionConfirmed {
    enrolment::SelectionReceipt receipt;
};
struct SelectionWithdrawn {
    SelectionId selection_id;
    Instant withdrawn_at;
};
struct PaymentRecorded {
    SelectionId selection_id;
    enrolment::PaymentState payment = enrolment::PaymentState::Unpaid;
};
struct CourseRunPublished {
    catalogue::CourseRun run;
};
struct CourseRunWithdrawn {
    CourseRunId course_run_id;
};
struct ReadingsPublished {
    std::vector<catalogue::CharacterReadings> readings;
};
struct NoticePosted {
    NoticePost notice;
};
struct UnitRecorded {
    organisation::Unit unit;
};

struct UnknownEvent {
    std::string type;
    std::string payload;
};

using Event =
    std::variant<plan::PlanNamed, plan::PlanDiscarded, plan::PlanMarkChanged, plan::PlanLimitsChanged,
                 plan::PlanPrioritiesChanged, ProfileConfirmed, ThemeChosen, ProfileRecorded, HoursRecorded,
                 SelectionConfirmed, SelectionWithdrawn, PaymentRecorded, CourseRunPublished,
                 CourseRunWithdrawn, ReadingsPublished, NoticePosted, UnitRecorded, diagnostic::DiagnosticBegun,
                 diagnostic::ItemAnswered, diagnostic::DiagnosticFinished, CourseThemesWanted,
                 EarlierProgrammeRecorded, diagnostic::ProgrammeFiguresRecorded, diagnostic::DiagnosticNoted,
                 UnknownEvent>;

// An event with what apply needs to place it: its stamp, and its sequence in the feed (0 while a device's own
// event has not come back from the server).
struct StampedEvent {
    Event event;
    Stamp stamp;
    std::uint64_t feed_sequence = 0;
};

}  // namespace xueshi::app

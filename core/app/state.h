// State: what all events together say. One teacher's part and the part everyone shares.
//
// Built by apply alone; every member merges, so that any shuffle, split or repetition of the same events
// gives an equal State (tests/property).
#pragma once

#include <map>
#include <set>
#include <vector>

#include "core/app/event.h"
#include "core/base/latest.h"

namespace xueshi::app {

struct TeacherState {
    Latest<organisation::TeacherProfile> profile;
    std::map<HourRecordId, Latest<ledger::HourRecord>> records;
    plan::PlanDrafts plans;
    enrolment::CourseSelections selections;
    Latest<Instant> profile_confirmed_at;
    Latest<ThemeChoice> theme;
    diagnostic::Diagnostics diagnostics;
    Latest<std::vector<std::string>> wanted_themes;  // codes of course themes, ascending
    Latest<diagnostic::EarlierProgramme> earlier_programme;

    // The records in the order of their ids.
    std::vector<ledger::HourRecord> record_list() const;
    // Runs that are planned, selected or recorded, ever: what a summary of the teacher's hours needs of the catalogue.
    std::set<CourseRunId> mentioned_runs() const;
    friend bool operator==(const TeacherState&, const TeacherState&) = default;
};

// What a unit's administrators see: the selections of its people, and how far they are with the diagnostic.
struct UnitState {
    enrolment::CourseSelections selections;
    diagnostic::UnitParticipation participation;
    friend bool operator==(const UnitState&, const UnitState&) = default;
};

struct SharedState {
    catalogue::Catalogue catalogue;
    std::map<NoticeId, Latest<NoticePost>> notices;
    std::map<UnitId, Latest<organisation::Unit>> units;
};

}  // namespace xueshi::app

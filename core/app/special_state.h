// What an account knows of special training, folded from the `special.` events of its feeds.
//
// A state of its own beside TeacherState, UnitState and SharedState: its part of the client's program comes late, and
// to the others these events are unknown ones, kept and without effect. A teacher's rosters hold their own
// applications; those of a unit's administrators hold their people's.
#pragma once

#include <map>
#include <string>
#include <variant>

#include "core/base/latest.h"
#include "core/enrolment/project_roster.h"
#include "core/enrolment/roster_notes.h"
#include "core/enrolment/special_project.h"
#include "core/organisation/deputation.h"

namespace xueshi::app {

using SpecialEvent = std::variant<enrolment::ProjectPublished, enrolment::QuotaSet, enrolment::SeatsNoted,
                                  enrolment::PositionNoted, enrolment::EnrolmentOpened, enrolment::EnrolmentMoved,
                                  enrolment::SubstitutionRequested, enrolment::SubstitutionMoved,
                                  enrolment::StudyAwayMoved, organisation::DeputyNamed, organisation::DeputyDismissed,
                                  enrolment::SubstitutionDocumentAttached>;

struct SpecialState {
    std::map<ProjectId, Latest<enrolment::SpecialProject>> projects;
    std::map<ProjectId, enrolment::ProjectRoster> rosters;
    std::map<ProjectId, std::map<UnitId, Latest<enrolment::SeatsNoted>>> seats;
    std::map<EnrolmentId, Latest<int>> positions;
    organisation::Deputations deputations;

    // Null when it is not known.
    const enrolment::SpecialProject* find_project(const ProjectId& id) const;
    const enrolment::ProjectRoster* find_roster(const ProjectId& id) const;
    friend bool operator==(const SpecialState&, const SpecialState&) = default;
};

// Total, idempotent and indifferent to order, as every apply.
void apply(SpecialState& state, const SpecialEvent& event, const Stamp& stamp);

}  // namespace xueshi::app

// Everything decided about one special project: its quota table, its applications, its substitutions and its plan to study away. One roster
// is one aggregate: what is counted here is counted in one transaction.
#pragma once

#include <variant>
#include <vector>

#include "core/base/latest.h"
#include "core/enrolment/enrolment.h"
#include "core/enrolment/quota_table.h"
#include "core/enrolment/study_away.h"
#include "core/enrolment/substitution.h"

namespace xueshi::enrolment {

struct QuotaSet {
    ProjectId project_id;
    QuotaTable table;
    organisation::ActorNote by;

    friend bool operator==(const QuotaSet&, const QuotaSet&) = default;
};

using RosterFact = std::variant<EnrolmentOpened, EnrolmentMoved, QuotaSet, SubstitutionRequested, SubstitutionMoved,
                                StudyAwayMoved, SubstitutionDocumentAttached>;

struct ProjectRoster {
    Latest<QuotaTable> quota;
    Enrolments enrolments;
    Substitutions substitutions;
    StudyAway study_away;

    const Enrolment* find(const EnrolmentId& id) const;
    // The teacher's application that is neither refused, withdrawn nor handed on; null when there is none.
    const Enrolment* find_live(const TeacherId& teacher) const;
    friend bool operator==(const ProjectRoster&, const ProjectRoster&) = default;
};

void apply(ProjectRoster& roster, const RosterFact& fact, const Stamp& stamp);

// Places of that quota unit that are taken, by school.
PlacesBySchool places_held(const ProjectRoster& roster, const UnitId& quota_unit);

// The quota unit's waiting list, longest waiting first.
struct Waiting {
    EnrolmentId enrolment_id;
    UnitId school_id;
    Stamp since;
};
std::vector<Waiting> waiting_list(const ProjectRoster& roster, const UnitId& quota_unit);

}  // namespace xueshi::enrolment

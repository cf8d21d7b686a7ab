#include "core/enrolment/project_roster.h"

#include "core/base/alternatives.h"
#include "core/base/sorting.h"

namespace xueshi::enrolment {
namespace {

void apply_to(ProjectRoster& roster, const EnrolmentOpened& event, const Stamp& stamp) {
    apply(roster.enrolments, event, stamp);
}
void apply_to(ProjectRoster& roster, const EnrolmentMoved& event, const Stamp& stamp) {
    apply(roster.enrolments, event, stamp);
}
void apply_to(ProjectRoster& roster, const QuotaSet& event, const Stamp& stamp) {
    roster.quota.offer(event.table, stamp);
}
void apply_to(ProjectRoster& roster, const SubstitutionRequested& event, const Stamp& stamp) {
    apply(roster.substitutions, event, stamp);
}
void apply_to(ProjectRoster& roster, const SubstitutionMoved& event, const Stamp& stamp) {
    apply(roster.substitutions, event, stamp);
}

void apply_to(ProjectRoster& roster, const SubstitutionDocumentAttached& event, const Stamp& stamp) {
    apply(roster.substitutions, event, stamp);
}
void apply_to(ProjectRoster& roster, const StudyAwayMoved& event, const Stamp& stamp) {
    roster.study_away.moves.try_emplace(stamp, event);
}

}  // namespace

const Enrolment* ProjectRoster::find(const EnrolmentId& id) const {
    const auto found = enrolments.find(id);
    return found == enrolments.end() || !found->second.opened.is_written() ? nullptr : &found->second;
}

const Enrolment* ProjectRoster::find_live(const TeacherId& teacher) const {
    for (const auto& [id, enrolment] : enrolments) {
        if (enrolment.applicant().teacher_id == teacher && enrolment.is_live()) return &enrolment;
    }
    return nullptr;
}

void apply(ProjectRoster& roster, const RosterFact& fact, const Stamp& stamp) {
    with_alternative(fact, [&](const auto& event) { apply_to(roster, event, stamp); });
}

PlacesBySchool places_held(const ProjectRoster& roster, const UnitId& quota_unit) {
    PlacesBySchool held;
    for (const auto& [id, enrolment] : roster.enrolments) {
        const Applicant& applicant = enrolment.applicant();
        if (applicant.quota_unit_id == quota_unit && enrolment.place() == PlaceState::Held) ++held[applicant.school_id];
    }
    return held;
}

std::vector<Waiting> waiting_list(const ProjectRoster& roster, const UnitId& quota_unit) {
    std::vector<Waiting> list;
    for (const auto& [id, enrolment] : roster.enrolments) {
        const Applicant& applicant = enrolment.applicant();
        if (applicant.quota_unit_id == quota_unit && enrolment.place() == PlaceState::Waiting) {
            list.push_back({id, applicant.school_id, enrolment.waiting_since()});
        }
    }
    sort_values(list, [](const Waiting& a, const Waiting& b) { return a.since < b.since; });
    return list;
}

}  // namespace xueshi::enrolment

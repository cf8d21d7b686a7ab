#include "core/app/special_state.h"

#include <type_traits>

#include "core/base/alternatives.h"

namespace xueshi::app {
namespace {

void apply_to(SpecialState& state, const enrolment::ProjectPublished& event, const Stamp& stamp) {
    state.projects[event.project.id].offer(event.project, stamp);
}
void apply_to(SpecialState& state, const enrolment::SeatsNoted& event, const Stamp& stamp) {
    state.seats[event.project_id][event.unit_id].offer(event, stamp);
}
void apply_to(SpecialState& state, const enrolment::PositionNoted& event, const Stamp& stamp) {
    state.positions[event.enrolment_id].offer(event.position, stamp);
}
void apply_to(SpecialState& state, const organisation::DeputyNamed& event, const Stamp& stamp) {
    organisation::apply(state.deputations, event, stamp);
}
void apply_to(SpecialState& state, const organisation::DeputyDismissed& event, const Stamp& stamp) {
    organisation::apply(state.deputations, event, stamp);
}
template <class Fact>
void apply_to(SpecialState& state, const Fact& fact, const Stamp& stamp) {
    enrolment::apply(state.rosters[fact.project_id], enrolment::RosterFact{fact}, stamp);
}

}  // namespace

const enrolment::SpecialProject* SpecialState::find_project(const ProjectId& id) const {
    const auto found = projects.find(id);
    return found == projects.end() || !found->second.is_written() ? nullptr : &found->second.value;
}

const enrolment::ProjectRoster* SpecialState::find_roster(const ProjectId& id) const {
    const auto found = rosters.find(id);
    return found == rosters.end() ? nullptr : &found->second;
}

void apply(SpecialState& state, const SpecialEvent& event, const Stamp& stamp) {
    with_alternative(event, [&](const auto& fact) { apply_to(state, fact, stamp); });
}

}  // namespace xueshi::app

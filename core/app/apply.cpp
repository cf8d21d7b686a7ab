#include "core/app/apply.h"

#include <algorithm>

namespace xueshi::app {
namespace {

template <class... Handlers>
struct Overload : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overload(Handlers...) -> Overload<Handlers...>;

constexpr auto kNotHere = [](const auto&) {};

// Selections merge part by part: receipt and withdrawal are written once, payment is a register. The
// earlier withdrawal stands, should the server ever have recorded two.
void apply_selection(enrolment::CourseSelections& selections, const StampedEvent& stamped) {
    std::visit(Overload{
                   [&](const SelectionConfirmed& event) {
                       selections[event.receipt.selection_id].receipt = event.receipt;
                   },
                   [&](const SelectionWithdrawn& event) {
                       auto& withdrawn_at = selections[event.selection_id].withdrawn_at;
                       withdrawn_at = withdrawn_at ? std::min(*withdrawn_at, event.withdrawn_at)
                                                   : event.withdrawn_at;
                   },
                   [&](const PaymentRecorded& event) {
                       selections[event.selection_id].payment.offer(event.payment, stamped.stamp);
                   },
                   kNotHere,
               },
               stamped.event);
}

}  // namespace

std::set<CourseRunId> TeacherState::mentioned_runs() const {
    std::set<CourseRunId> runs;
    for (const auto& [id, plan] : plans) {
        for (const auto& [run, mark] : plan.marks) runs.insert(run);
    }
    for (const auto& [id, selection] : selections) {
        if (!selection.receipt) continue;
        runs.insert(selection.receipt->course_run_ids.begin(), selection.receipt->course_run_ids.end());
    }
    for (const auto& [id, record] : records) {
        if (!record.value.course_run_id.empty()) runs.insert(record.value.course_run_id);
    }
    return runs;
}

std::vector<ledger::HourRecord> TeacherState::record_list() const {
    std::vector<ledger::HourRecord> list;
    list.reserve(records.size());
    for (const auto& [id, record] : records) list.push_back(record.value);
    return list;
}

void apply(TeacherState& state, const StampedEvent& stamped) {
    const Stamp& stamp = stamped.stamp;
    apply_selection(state.selections, stamped);
    std::visit(Overload{
                   [&](const plan::PlanNamed& event) { plan::apply(state.plans, event, stamp); },
                   [&](const plan::PlanDiscarded& event) { plan::apply(state.plans, event, stamp); },
                   [&](const plan::PlanMarkChanged& event) { plan::apply(state.plans, event, stamp); },
                   [&](const plan::PlanLimitsChanged& event) { plan::apply(state.plans, event, stamp); },
                   [&](const plan::PlanPrioritiesChanged& event) { plan::apply(state.plans, event, stamp); },
                   [&](const ProfileConfirmed& event) {
                       state.profile_confirmed_at.offer(event.confirmed_at, stamp);
                   },
                   [&](const ThemeChosen& event) { state.theme.offer(event.theme, stamp); },
                   [&](const diagnostic::DiagnosticBegun& event) {
                       diagnostic::apply(state.diagnostics, event, stamp);
                   },
                   [&](const diagnostic::ItemAnswered& event) {
                       diagnostic::apply(state.diagnostics, event, stamp);
                   },
                   [&](const diagnostic::DiagnosticFinished& event) {
                       diagnostic::apply(state.diagnostics, event, stamp);
                   },
                   [&](const CourseThemesWanted& event) { state.wanted_themes.offer(event.themes, stamp); },
                   [&](const EarlierProgrammeRecorded& event) {
                       state.earlier_programme.offer(event.earlier, stamp);
                   },
                   [&](const ProfileRecorded& event) { state.profile.offer(event.profile, stamp); },
                   [&](const HoursRecorded& event) {
                       state.records[event.record.id].offer(event.record, stamp);
                   },
                   kNotHere,
               },
               stamped.event);
}

void apply(UnitState& state, const StampedEvent& stamped) {
    apply_selection(state.selections, stamped);
    std::visit(Overload{
                   [&](const diagnostic::ProgrammeFiguresRecorded& event) {
                       diagnostic::apply(state.participation, event, stamped.stamp);
                   },
                   [&](const diagnostic::DiagnosticNoted& event) { diagnostic::apply(state.participation, event); },
                   kNotHere,
               },
               stamped.event);
}

void apply(SharedState& state, const StampedEvent& stamped) {
    std::visit(Overload{
                   [&](const CourseRunPublished& event) {
                       state.catalogue.publish(event.run, stamped.feed_sequence);
                   },
                   [&](const CourseRunWithdrawn& event) {
                       state.catalogue.withdraw(event.course_run_id, stamped.feed_sequence);
                   },
                   [&](const ReadingsPublished& event) {
                       state.catalogue.publish_readings(event.readings, stamped.feed_sequence);
                   },
                   [&](const NoticePosted& event) {
                       state.notices[event.notice.id].offer(event.notice, stamped.stamp);
                   },
                   [&](const UnitRecorded& event) {
                       state.units[event.unit.id].offer(event.unit, stamped.stamp);
                   },
                   kNotHere,
               },
               stamped.event);
}

}  // namespace xueshi::app

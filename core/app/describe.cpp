#include "core/app/describe.h"

#include <type_traits>

namespace xueshi::app {
namespace {

std::string title_of(const CourseRunId& run, const SharedState& shared) {
    const catalogue::CourseRun* found = shared.catalogue.find(run);
    return found == nullptr ? run.text : found->title;
}

std::string name_of(const PlanId& id, const TeacherState& teacher) {
    const auto found = teacher.plans.find(id);
    return found == teacher.plans.end() ? std::string() : found->second.name.value();
}

std::string_view code_of(plan::PlanMark mark) {
    switch (mark) {
        case plan::PlanMark::Chosen: return "RunAdded";
        case plan::PlanMark::Pinned: return "RunPinned";
        case plan::PlanMark::Excluded: return "RunExcluded";
        case plan::PlanMark::None: break;
    }
    return "RunRemoved";
}

bool is_excluded(const plan::MarkCourseRun& mark, const TeacherState& teacher) {
    const auto found = teacher.plans.find(mark.plan_id);
    return found != teacher.plans.end() && found->second.mark_of(mark.course_run_id) == plan::PlanMark::Excluded;
}

Deed describe_naming(const PlanId& id, const std::string& name, const TeacherState& teacher) {
    const auto found = teacher.plans.find(id);
    const bool is_new = found == teacher.plans.end() || !found->second.exists();
    return {is_new ? "PlanCreated" : "PlanRenamed", name};
}

}  // namespace

Deed describe(const Event& event, const TeacherState& teacher, const SharedState& shared) {
    if (const auto* named = std::get_if<plan::PlanNamed>(&event)) return {"PlanNamed", named->name};
    if (const auto* discarded = std::get_if<plan::PlanDiscarded>(&event)) {
        return {discarded->discarded ? "PlanDiscarded" : "PlanBroughtBack", name_of(discarded->plan_id, teacher)};
    }
    if (const auto* marked = std::get_if<plan::PlanMarkChanged>(&event)) {
        return {code_of(marked->mark), title_of(marked->course_run_id, shared)};
    }
    if (const auto* limited = std::get_if<plan::PlanLimitsChanged>(&event)) {
        return {"PlanLimitsChanged", name_of(limited->plan_id, teacher)};
    }
    if (const auto* ordered = std::get_if<plan::PlanPrioritiesChanged>(&event)) {
        return {"PlanPrioritiesChanged", name_of(ordered->plan_id, teacher)};
    }
    if (std::holds_alternative<ProfileConfirmed>(event)) return {"ProfileConfirmed", {}};
    if (std::holds_alternative<ThemeChosen>(event)) return {"ThemeChosen", {}};
    if (std::holds_alternative<diagnostic::DiagnosticBegun>(event)) return {"DiagnosticBegun", {}};
    if (std::holds_alternative<diagnostic::ItemAnswered>(event)) return {"ItemAnswered", {}};
    if (std::holds_alternative<diagnostic::DiagnosticFinished>(event)) return {"DiagnosticFinished", {}};
    if (std::holds_alternative<CourseThemesWanted>(event)) return {"CourseThemesWanted", {}};
    return {"Edited", {}};
}

Deed describe(const Command& command, const TeacherState& teacher, const SharedState& shared) {
    if (const auto* name = std::get_if<plan::NamePlan>(&command)) {
        return describe_naming(name->plan_id, name->name, teacher);
    }
    if (const auto* discard = std::get_if<plan::DiscardPlan>(&command)) {
        return {"PlanDiscarded", name_of(discard->plan_id, teacher)};
    }
    if (const auto* keep = std::get_if<plan::KeepPlan>(&command)) {
        return {"PlanBroughtBack", name_of(keep->plan_id, teacher)};
    }
    if (const auto* mark = std::get_if<plan::MarkCourseRun>(&command)) {
        const bool is_allowed = mark->mark == plan::PlanMark::None && is_excluded(*mark, teacher);
        return {is_allowed ? "RunAllowed" : code_of(mark->mark), title_of(mark->course_run_id, shared)};
    }
    if (const auto* adopt = std::get_if<plan::AdoptProposal>(&command)) {
        return {"PlanFilled", name_of(adopt->plan_id, teacher)};
    }
    if (const auto* limits = std::get_if<plan::SetPlanLimits>(&command)) {
        return {"PlanLimitsChanged", name_of(limits->plan_id, teacher)};
    }
    if (const auto* order = std::get_if<plan::SetPlanPriorities>(&command)) {
        return {"PlanPrioritiesChanged", name_of(order->plan_id, teacher)};
    }
    if (std::holds_alternative<ConfirmProfile>(command)) return {"ProfileConfirmed", {}};
    if (std::holds_alternative<ChooseTheme>(command)) return {"ThemeChosen", {}};
    if (const auto* submission = std::get_if<enrolment::SubmitSelection>(&command)) {
        return {"SelectionSubmitted", std::to_string(submission->course_run_ids.size())};
    }
    if (std::holds_alternative<enrolment::WithdrawSelection>(command)) return {"SelectionWithdrawal", {}};
    if (std::holds_alternative<diagnostic::BeginDiagnostic>(command)) return {"DiagnosticBegun", {}};
    if (std::holds_alternative<diagnostic::AnswerItem>(command)) return {"ItemAnswered", {}};
    if (std::holds_alternative<diagnostic::FinishDiagnostic>(command)) return {"DiagnosticFinished", {}};
    if (std::holds_alternative<WantCourseThemes>(command)) return {"CourseThemesWanted", {}};
    return {"Edited", {}};
}

}  // namespace xueshi::app

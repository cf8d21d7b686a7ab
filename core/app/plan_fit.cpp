#include "core/app/plan_fit.h"

#include <algorithm>

#include "core/base/sorting.h"

namespace xueshi::app {

using catalogue::Admission;
using catalogue::CourseRun;

PlanFit::PlanFit(const SelectInput& input, const YearAssessment& year)
    : has_plan_(true),
      stage_(input.teacher.profile.value.stage),
      subject_(input.teacher.profile.value.subject),
      today_(date_of(input.now)),
      held_(year.held),
      chosen_(year.chosen) {
    for (const rules::PhasePack& phase : year.rules.phases) {
        phase_ends_.push_back({phase.id, phase.selection_closes});
    }
    DeciHours planned_hours;
    const auto take = [&](const CourseRunId& id) {
        const CourseRun* run = input.shared.catalogue.find(id);
        if (run == nullptr) return;
        taken_.push_back({run->course_id, run->id});
        for (const catalogue::Session& session : run->sessions) {
            sessions_.push_back({session, run->id});
        }
    };
    for (const CourseRunId& id : held_) take(id);
    for (const CourseRunId& id : chosen_) {
        if (year.is_held(id)) continue;
        take(id);
        if (const CourseRun* run = input.shared.catalogue.find(id)) planned_hours += run->hours;
    }
    sort_values(taken_, [](const TakenRun& a, const TakenRun& b) {
        return a.course_id == b.course_id ? a.run_id < b.run_id : a.course_id < b.course_id;
    });
    sort_values(sessions_, [](const TakenSession& a, const TakenSession& b) {
        return a.session.begins < b.session.begins;
    });
    if (const plan::PlanDraft* draft = edited_draft(input)) {
        const plan::PlanLimits& limits = draft->limits.value();
        if (limits.max_fee_fen)
            fee_left_fen_ = *limits.max_fee_fen - year.assessment.planned_fee_fen;
        if (limits.max_hours) hours_left_ = *limits.max_hours - planned_hours;
    }
}

bool PlanFit::is_over(const CourseRun& run) const {
    if (run.closes < today_) return true;
    return std::any_of(phase_ends_.begin(), phase_ends_.end(), [&](const PhaseEnd& phase) {
        return phase.phase_id == run.phase_id && phase.selection_closes < today_;
    });
}

const PlanFit::TakenRun* PlanFit::taken_course(const CourseId& course) const {
    const auto found = std::lower_bound(
        taken_.begin(), taken_.end(), course, [](const TakenRun& taken, const CourseId& wanted) {
            return taken.course_id < wanted;
        });
    return found != taken_.end() && found->course_id == course ? &*found : nullptr;
}

const PlanFit::TakenSession* PlanFit::clash_with(const CourseRun& run) const {
    for (const catalogue::Session& session : run.sessions) {
        for (const TakenSession& taken : sessions_) {
            if (session.ends <= taken.session.begins) break;
            if (taken.run_id != run.id && session.overlaps(taken.session)) return &taken;
        }
    }
    return nullptr;
}

RunFit PlanFit::of(const CourseRun& run) const {
    if (!has_plan_) return RunFit::Fits;
    if (std::binary_search(held_.begin(), held_.end(), run.id)) return RunFit::Held;
    if (std::binary_search(chosen_.begin(), chosen_.end(), run.id)) return RunFit::InPlan;
    switch (run.admission) {
        case Admission::Selection:
            break;
        case Admission::SignUp:
            return RunFit::NeedsSignUp;
        case Admission::Organiser:
            return RunFit::OrganiserPlaces;
        case Admission::External:
            return RunFit::ExternalSignUp;
    }
    if (!run.is_for(stage_, subject_)) return RunFit::NotForTeacher;
    if (is_over(run)) return RunFit::Over;
    if (taken_course(run.course_id) != nullptr) return RunFit::CourseInPlan;
    if (clash_with(run) != nullptr) return RunFit::Clashes;
    if (fee_left_fen_ && run.fee_fen > *fee_left_fen_) return RunFit::OverFee;
    if (hours_left_ && run.hours > *hours_left_) return RunFit::OverHours;
    return RunFit::Fits;
}

CourseRunId PlanFit::rival_of(const CourseRun& run) const {
    const TakenRun* taken = taken_course(run.course_id);
    if (taken != nullptr && taken->run_id != run.id) return taken->run_id;
    const TakenSession* clash = clash_with(run);
    return clash == nullptr ? CourseRunId{} : clash->run_id;
}

}  // namespace xueshi::app

#include "core/enrolment/roster_acts.h"

namespace xueshi::enrolment {
namespace {

using organisation::OrgRole;
using organisation::Post;

StudyAwayMoved moved_by(const RosterContext& context, StudyAwayMove move, const Post* post, std::string reason) {
    return {.project_id = context.project.id,
            .move = move,
            .plan = {},
            .by = note_of(context.actor, post),
            .reason = std::move(reason),
            .receipt_id = context.fresh_receipt_id,
            .at = context.now};
}

bool is_late(const RosterContext& context) {
    return !is_before_end_of(study_away_due(context.project.starts), context.now);
}

std::optional<Error> check_plan(const SpecialProject& project, const StudyAwayPlan& plan) {
    if (plan.place.empty() || plan.place.size() > kMostStudyAwayBytes) return make_error(kOutOfRange, "place");
    if (plan.purpose.empty() || plan.purpose.size() > kMostStudyAwayBytes) return make_error(kOutOfRange, "purpose");
    const bool is_within = project.starts <= plan.from && plan.from <= plan.until && plan.until <= project.ends;
    if (!is_within) return make_error(kBadStudyAwayDates, "from");
    return std::nullopt;
}

}  // namespace

Result<RosterFacts> decide_one(const RosterContext& context, const SubmitStudyAway& command) {
    const SpecialProject& project = context.project;
    const Post* post = find_post(context.actor, OrgRole::Institution, project.institution_id);
    if (post == nullptr) return make_error(kNotYourStep, project.id.text);
    if (!project.has_study_away) return make_error(kNoStudyAway, project.id.text);
    if (context.roster.study_away.state() == StudyAwayState::Approved) return make_error(kAlreadyEnded, project.id.text);
    if (!is_before_end_of(project.ends, context.now)) return make_error(kDeadlinePassed, project.id.text);
    if (is_late(context) && !context.roster.study_away.is_late_allowed()) {
        return make_error(kStudyAwayLate, project.id.text);
    }
    if (auto refusal = check_plan(project, command.plan)) return *refusal;
    StudyAwayMoved moved = moved_by(context, StudyAwayMove::Submitted, post, {});
    moved.plan = command.plan;
    return RosterFacts{std::move(moved)};
}

Result<RosterFacts> decide_one(const RosterContext& context, const ReviewStudyAway& command) {
    const Post* post = find_centre_post(context.actor);
    if (post == nullptr) return make_error(kNotYourStep, context.project.id.text);
    if (context.roster.study_away.state() != StudyAwayState::Submitted) {
        return make_error(kStepNotDue, context.project.id.text);
    }
    if (auto refusal = check_reason(command.reason, !command.is_approved)) return *refusal;
    const auto move = command.is_approved ? StudyAwayMove::Approved : StudyAwayMove::Refused;
    return RosterFacts{moved_by(context, move, post, command.reason)};
}

Result<RosterFacts> decide_one(const RosterContext& context, const AllowLateStudyAway& command) {
    const Post* post = find_centre_post(context.actor);
    if (post == nullptr) return make_error(kNotYourStep, context.project.id.text);
    if (!context.project.has_study_away) return make_error(kNoStudyAway, context.project.id.text);
    const StudyAway& away = context.roster.study_away;
    if (!is_late(context) || away.is_late_allowed() || away.state() == StudyAwayState::Approved) {
        return make_error(kStepNotDue, context.project.id.text);
    }
    if (auto refusal = check_reason(command.reason, true)) return *refusal;
    return RosterFacts{moved_by(context, StudyAwayMove::LateAllowed, post, command.reason)};
}

}  // namespace xueshi::enrolment

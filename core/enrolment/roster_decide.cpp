#include "core/enrolment/roster_decide.h"

#include <utility>

#include "core/base/alternatives.h"
#include "core/enrolment/promotion.h"
#include "core/enrolment/roster_acts.h"

namespace xueshi::enrolment {
namespace {

using organisation::OrgRole;

RosterFacts with_promotions(EnrolmentMoved moved, RosterFacts promoted) {
    RosterFacts facts = {std::move(moved)};
    facts.insert(facts.end(), promoted.begin(), promoted.end());
    return facts;
}

Result<RosterFacts> decide_one(const RosterContext& context, const SignUp& command) {
    const SpecialProject& project = context.project;
    if (project.mode != SignupMode::Online) return make_error(kNotByOnlineSignUp, project.id.text);
    if (context.applicant == nullptr || !is_themself(context.actor, *context.applicant)) {
        return make_error(kUnknownTeacher);
    }
    if (date_of(context.now) < project.chain.opens) return make_error(kSignUpNotOpen, project.id.text);
    if (!is_before_end_of(project.chain.sign_up_by, context.now)) return make_error(kDeadlinePassed, project.id.text);
    if (auto refusal = check_entrant(context, command.enrolment_id, *context.applicant)) return *refusal;
    const UnitId& unit = context.applicant->quota_unit_id;
    if (find_row(context.roster.quota.value, unit) == nullptr) return make_error(kNoSuchQuota, unit.text);
    return RosterFacts{opening_of(context, command.enrolment_id, EnrolmentOrigin::SignedUp, *context.applicant,
                                  note_of(context.actor, nullptr))};
}

Result<RosterFacts> decide_one(const RosterContext& context, const ResubmitEnrolment& command) {
    const Enrolment* enrolment = context.roster.find(command.enrolment_id);
    if (enrolment == nullptr) return make_error(kUnknownEnrolment, command.enrolment_id.text);
    if (!is_themself(context.actor, enrolment->applicant())) return make_error(kNotYourStep, command.enrolment_id.text);
    if (enrolment->state() != EnrolmentState::Returned) return make_error(kNotReturned, command.enrolment_id.text);
    if (!is_before_end_of(context.project.chain.sign_up_by, context.now)) {
        return make_error(kDeadlinePassed, context.project.id.text);
    }
    return RosterFacts{move_of(context, command.enrolment_id, EnrolmentMove::Resubmitted, EnrolmentState::InReview,
                               PlaceState::None, note_of(context.actor, nullptr))};
}

Result<RosterFacts> decide_one(const RosterContext& context, const WithdrawEnrolment& command) {
    const Enrolment* enrolment = context.roster.find(command.enrolment_id);
    if (enrolment == nullptr) return make_error(kUnknownEnrolment, command.enrolment_id.text);
    if (!is_themself(context.actor, enrolment->applicant())) return make_error(kNotYourStep, command.enrolment_id.text);
    const EnrolmentState state = enrolment->state();
    const bool is_on_list = state == EnrolmentState::Final || state == EnrolmentState::Attending;
    if (!is_on_list && state != EnrolmentState::InReview && state != EnrolmentState::Returned) {
        return make_error(kAlreadyEnded, command.enrolment_id.text);
    }
    if (auto refusal = check_reason(command.reason, is_on_list)) return *refusal;
    return with_promotions(move_of(context, command.enrolment_id, EnrolmentMove::Withdrawn, EnrolmentState::Withdrawn,
                                   PlaceState::None, note_of(context.actor, nullptr), command.reason),
                           promotions_after(context, *enrolment));
}

EnrolmentMoved attendance_of(const RosterContext& context,
                             const MarkAttendance& command,
                             organisation::ActorNote by) {
    const auto moved = [&](EnrolmentMove move, EnrolmentState state) {
        return move_of(context, command.enrolment_id, move, state, PlaceState::Held, std::move(by), command.reason);
    };
    switch (command.mark) {
        case AttendanceMark::Attending: return moved(EnrolmentMove::Attending, EnrolmentState::Attending);
        case AttendanceMark::Completed: return moved(EnrolmentMove::Completed, EnrolmentState::Completed);
        case AttendanceMark::Incomplete: return moved(EnrolmentMove::Incomplete, EnrolmentState::Incomplete);
        case AttendanceMark::NoShow: break;
    }
    return moved(EnrolmentMove::NoShow, EnrolmentState::NoShow);
}

// A mark may be changed until the completion, whose hours are in the ledger then.
Result<RosterFacts> decide_one(const RosterContext& context, const MarkAttendance& command) {
    const Enrolment* enrolment = context.roster.find(command.enrolment_id);
    if (enrolment == nullptr) return make_error(kUnknownEnrolment, command.enrolment_id.text);
    const auto* post = find_post(context.actor, OrgRole::Institution, context.project.institution_id);
    if (post == nullptr) return make_error(kNotYourStep, command.enrolment_id.text);
    switch (enrolment->state()) {
        case EnrolmentState::Final:
        case EnrolmentState::Attending:
        case EnrolmentState::Incomplete:
        case EnrolmentState::NoShow: break;
        case EnrolmentState::InReview:
        case EnrolmentState::Returned: return make_error(kNotOnFinalList, command.enrolment_id.text);
        default: return make_error(kAlreadyEnded, command.enrolment_id.text);
    }
    if (date_of(context.now) < context.project.starts) return make_error(kProjectNotBegun, context.project.id.text);
    if (auto refusal = check_reason(command.reason, false)) return *refusal;
    return RosterFacts{attendance_of(context, command, note_of(context.actor, post))};
}

// Raising a row promotes who has every approval up to the place; it approves nobody.
Result<RosterFacts> decide_one(const RosterContext& context, const SetQuota& command) {
    const auto* post = find_centre_post(context.actor);
    if (post == nullptr) return make_error(kNotYourStep, command.project_id.text);
    if (context.project.mode != SignupMode::Online) return make_error(kNotByOnlineSignUp, command.project_id.text);
    if (const Outcome outcome = check_quota_table(command.table); !outcome) return outcome.error();
    for (const QuotaRow& row : context.roster.quota.value) {
        const PlacesBySchool held = places_held(context.roster, row.unit_id);
        const QuotaRow* now = find_row(command.table, row.unit_id);
        const QuotaRow none{row.unit_id, 0, {}};
        if (!holds_all(now == nullptr ? none : *now, held)) return make_error(kQuotaBelowHeld, row.unit_id.text);
    }
    RosterFacts facts = {QuotaSet{command.project_id, command.table, note_of(context.actor, post)}};
    for (const QuotaRow& row : command.table) {
        const auto promoted = promotions(context, row, places_held(context.roster, row.unit_id),
                                         waiting_list(context.roster, row.unit_id));
        facts.insert(facts.end(), promoted.begin(), promoted.end());
    }
    return facts;
}

Result<RosterFacts> decide_one(const RosterContext& context, const PlaceParticipant& command) {
    const SpecialProject& project = context.project;
    const auto* post = find_post(context.actor, OrgRole::Institution, project.institution_id);
    if (post == nullptr) return make_error(kNotYourStep, project.id.text);
    if (project.mode != SignupMode::OrganiserPlaced) return make_error(kSignUpByTeachers, project.id.text);
    if (context.applicant == nullptr) return make_error(kUnknownTeacher, command.teacher_number);
    if (!is_before_end_of(project.ends, context.now)) return make_error(kDeadlinePassed, project.id.text);
    if (auto refusal = check_entrant(context, command.enrolment_id, *context.applicant)) return *refusal;
    return RosterFacts{opening_of(context, command.enrolment_id, EnrolmentOrigin::Placed, *context.applicant,
                                  note_of(context.actor, post))};
}

}  // namespace

const ProjectId& project_of(const RosterCommand& command) {
    return with_alternative(command, [](const auto& order) -> const ProjectId& { return order.project_id; });
}

const std::string* named_teacher(const RosterCommand& command) {
    if (const auto* placed = std::get_if<PlaceParticipant>(&command)) return &placed->teacher_number;
    if (const auto* requested = std::get_if<RequestSubstitution>(&command)) return &requested->replacement_number;
    return nullptr;
}

const AttachmentId* named_attachment(const RosterCommand& command) {
    const auto* attached = std::get_if<AttachDocument>(&command);
    return attached == nullptr ? nullptr : &attached->attachment_id;
}

Result<RosterFacts> decide(const RosterContext& context, const RosterCommand& command) {
    return with_alternative(command, [&](const auto& order) { return decide_one(context, order); });
}

}  // namespace xueshi::enrolment

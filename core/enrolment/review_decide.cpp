#include "core/enrolment/promotion.h"
#include "core/enrolment/roster_acts.h"

namespace xueshi::enrolment {
namespace {

// A place when one is free, else the end of the waiting list.
Result<PlaceState> taken_place(const RosterContext& context, const Enrolment& enrolment) {
    const Applicant& applicant = enrolment.applicant();
    const QuotaRow* row = find_row(context.roster.quota.value, applicant.quota_unit_id);
    if (row == nullptr) return make_error(kNoSuchQuota, applicant.quota_unit_id.text);
    const PlacesBySchool held = places_held(context.roster, applicant.quota_unit_id);
    return has_place_for(*row, held, applicant.school_id) ? PlaceState::Held : PlaceState::Waiting;
}

Result<RosterFacts> approve(const RosterContext& context,
                            const ReviewEnrolment& command,
                            const Enrolment& enrolment,
                            EnrolmentMoved moved) {
    const ApprovalChain& chain = context.project.chain;
    moved.place = enrolment.place();
    if (command.step == chain.place_step) {
        const Result<PlaceState> place = taken_place(context, enrolment);
        if (!place) return place.error();
        moved.place = *place;
    }
    if (command.step > chain.place_step && moved.place != PlaceState::Held) {
        return make_error(kOnWaitingList, command.enrolment_id.text);
    }
    const bool is_final = command.step == chain.final_step() && moved.place == PlaceState::Held;
    moved.state = is_final ? EnrolmentState::Final : EnrolmentState::InReview;
    return RosterFacts{std::move(moved)};
}

}  // namespace

Result<RosterFacts> decide_one(const RosterContext& context, const ReviewEnrolment& command) {
    const Enrolment* enrolment = context.roster.find(command.enrolment_id);
    if (enrolment == nullptr) return make_error(kUnknownEnrolment, command.enrolment_id.text);
    const SpecialProject& project = context.project;
    if (command.step >= project.chain.steps.size()) return make_error(kStepNotDue, command.enrolment_id.text);
    const ApprovalStep& step = project.chain.steps[command.step];
    const auto* post = post_for(step.stage, context.actor, enrolment->applicant(), project.institution_id);
    if (post == nullptr) return make_error(kNotYourStep, command.enrolment_id.text);
    const bool is_due = enrolment->state() == EnrolmentState::InReview && enrolment->steps_passed() == command.step;
    if (!is_due) return make_error(kStepNotDue, command.enrolment_id.text);
    if (!is_before_end_of(step.deadline, context.now)) return make_error(kDeadlinePassed, command.enrolment_id.text);
    const bool is_approval = command.verdict == Verdict::Approve;
    if (auto refusal = check_reason(command.reason, !is_approval)) return *refusal;

    const bool is_return = command.verdict == Verdict::Return;
    EnrolmentMoved moved = move_of(context,
                                   command.enrolment_id,
                                   is_approval ? EnrolmentMove::Approved
                                   : is_return ? EnrolmentMove::Returned
                                               : EnrolmentMove::Refused,
                                   is_return ? EnrolmentState::Returned : EnrolmentState::Refused,
                                   PlaceState::None,
                                   note_of(context.actor, post),
                                   command.reason);
    moved.step = command.step;
    if (is_approval) return approve(context, command, *enrolment, std::move(moved));
    RosterFacts facts = {std::move(moved)};
    for (RosterFact& promoted : promotions_after(context, *enrolment)) facts.push_back(std::move(promoted));
    return facts;
}

}  // namespace xueshi::enrolment

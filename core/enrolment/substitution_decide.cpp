#include <utility>

#include "core/enrolment/promotion.h"
#include "core/enrolment/roster_acts.h"

namespace xueshi::enrolment {
namespace {

using organisation::Post;

bool is_on_final_list(const Enrolment& enrolment) {
    return enrolment.state() == EnrolmentState::Final || enrolment.state() == EnrolmentState::Attending;
}

// Whether the place of who leaves is there for the replacement: theirs, or the one they left free.
std::optional<Error> check_place(const RosterContext& context,
                                 const Enrolment& leaving,
                                 const Applicant& replacement) {
    if (!is_on_final_list(leaving) && !leaving.has_left_final_list()) {
        return make_error(kNotOnFinalList, leaving.opened.value.enrolment_id.text);
    }
    const Applicant& from = leaving.applicant();
    if (!(from.quota_unit_id == replacement.quota_unit_id)) {
        return make_error(kOtherQuotaUnit, replacement.teacher_id.text);
    }
    if (context.project.mode == SignupMode::OrganiserPlaced) return std::nullopt;
    const QuotaRow* row = find_row(context.roster.quota.value, from.quota_unit_id);
    PlacesBySchool held = places_held(context.roster, from.quota_unit_id);
    if (leaving.place() == PlaceState::Held) --held[from.school_id];
    if (row == nullptr || !has_place_for(*row, held, replacement.school_id)) {
        return make_error(kNoPlaceLeft, from.quota_unit_id.text);
    }
    return std::nullopt;
}

bool has_open_substitution(const ProjectRoster& roster, const EnrolmentId& leaving) {
    for (const auto& [id, substitution] : roster.substitutions) {
        if (substitution.requested.value.leaving_id == leaving && substitution.is_open()) return true;
    }
    return false;
}

SubstitutionMoved moved_by(const RosterContext& context,
                           const ReviewSubstitution& command,
                           SubstitutionMove move,
                           const Post* post) {
    return {.substitution_id = command.substitution_id,
            .project_id = context.project.id,
            .move = move,
            .by = note_of(context.actor, post),
            .reason = command.reason,
            .receipt_id = context.fresh_receipt_id,
            .at = context.now};
}

// Who leaves may have had a place for everybody, and the replacement takes one kept for its school.
RosterFacts promotions_between(const RosterContext& context, const Enrolment& leaving, const Applicant& replacement) {
    const UnitId& unit = replacement.quota_unit_id;
    const QuotaRow* row = find_row(context.roster.quota.value, unit);
    if (row == nullptr) return {};
    PlacesBySchool held = places_held(context.roster, unit);
    if (leaving.place() == PlaceState::Held) --held[leaving.applicant().school_id];
    ++held[replacement.school_id];
    return promotions(context, *row, std::move(held), waiting_list(context.roster, unit));
}

// The place changes hands in one transaction.
RosterFacts hand_over(const RosterContext& context,
                      const SubstitutionRequested& requested,
                      const Enrolment& leaving,
                      SubstitutionMoved confirmed) {
    const organisation::ActorNote by = confirmed.by;
    RosterFacts facts = {std::move(confirmed),
                         move_of(context, requested.leaving_id, EnrolmentMove::Substituted,
                                 EnrolmentState::Substituted, PlaceState::None, by, requested.reason),
                         opening_of(context, requested.replacement_enrolment_id, EnrolmentOrigin::Substitute,
                                    requested.replacement, by)};
    for (RosterFact& promoted : promotions_between(context, leaving, requested.replacement)) {
        facts.push_back(std::move(promoted));
    }
    return facts;
}

}  // namespace

Result<RosterFacts> decide_one(const RosterContext& context, const RequestSubstitution& command) {
    const Enrolment* leaving = context.roster.find(command.leaving_id);
    if (leaving == nullptr) return make_error(kUnknownEnrolment, command.leaving_id.text);
    const Post* post = find_school_post(context.actor, leaving->applicant().school_id);
    if (post == nullptr) return make_error(kNotYourStep, command.leaving_id.text);
    if (context.roster.substitutions.contains(command.substitution_id)) {
        return make_error(kEnrolmentExists, command.substitution_id.text);
    }
    if (context.applicant == nullptr) return make_error(kUnknownTeacher, command.replacement_number);
    if (auto refusal = check_reason(command.reason, true)) return *refusal;
    if (!is_before_end_of(context.project.ends, context.now)) {
        return make_error(kDeadlinePassed, context.project.id.text);
    }
    if (has_open_substitution(context.roster, command.leaving_id)) {
        return make_error(kSubstitutionOpen, command.leaving_id.text);
    }
    if (auto refusal = check_entrant(context, command.replacement_enrolment_id, *context.applicant)) return *refusal;
    if (auto refusal = check_place(context, *leaving, *context.applicant)) return *refusal;
    return RosterFacts{SubstitutionRequested{.substitution_id = command.substitution_id,
                                             .project_id = context.project.id,
                                             .leaving_id = command.leaving_id,
                                             .replacement = *context.applicant,
                                             .replacement_enrolment_id = command.replacement_enrolment_id,
                                             .reason = command.reason,
                                             .by = note_of(context.actor, post),
                                             .receipt_id = context.fresh_receipt_id,
                                             .at = context.now}};
}

// First the district of who leaves (for affiliated units the Centre in its stead), then the Centre.
Result<RosterFacts> decide_one(const RosterContext& context, const ReviewSubstitution& command) {
    const auto found = context.roster.substitutions.find(command.substitution_id);
    if (found == context.roster.substitutions.end()) {
        return make_error(kUnknownSubstitution, command.substitution_id.text);
    }
    const Substitution& substitution = found->second;
    if (!substitution.is_open()) return make_error(kAlreadyEnded, command.substitution_id.text);
    const SubstitutionRequested& requested = substitution.requested.value;
    const Enrolment* leaving = context.roster.find(requested.leaving_id);
    if (leaving == nullptr) return make_error(kUnknownEnrolment, requested.leaving_id.text);
    const bool is_last = substitution.state() == SubstitutionState::DistrictApproved;
    const Post* post = post_for(is_last ? ApprovalStage::Centre : ApprovalStage::District, context.actor,
                                leaving->applicant(), context.project.institution_id);
    if (post == nullptr) return make_error(kNotYourStep, command.substitution_id.text);
    if (auto refusal = check_reason(command.reason, !command.is_approved)) return *refusal;
    if (!command.is_approved) return RosterFacts{moved_by(context, command, SubstitutionMove::Refused, post)};

    // What was true when it was asked for may have changed.
    if (auto refusal = check_entrant(context, requested.replacement_enrolment_id, requested.replacement)) {
        return *refusal;
    }
    if (auto refusal = check_place(context, *leaving, requested.replacement)) return *refusal;
    if (!is_last) return RosterFacts{moved_by(context, command, SubstitutionMove::DistrictApproved, post)};
    return hand_over(context, requested, *leaving, moved_by(context, command, SubstitutionMove::Confirmed, post));
}

}  // namespace xueshi::enrolment

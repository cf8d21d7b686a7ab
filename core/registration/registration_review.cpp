// What becomes of a registration: the review of what was handed in, corrections and cancellations of what is recorded.
#include <utility>

#include "core/registration/registration_acts.h"
#include "core/registration/registration_checks.h"

namespace xueshi::registration {
namespace {

using enrolment::Verdict;
using ledger::HourSource;
using organisation::Post;

// What was true when it was handed in may have changed.
std::optional<Error> check_approval(const RegistrationContext& context, const Registration& registration) {
    const Activity& activity = registration.content().activity;
    if (auto refusal = check_over(date_of(context.now), activity)) return refusal;
    for (const Participant& participant : registration.content().participants) {
        const KnownTeacher* teacher = find_teacher(context, participant.teacher_id);
        if (teacher == nullptr) return make_error(enrolment::kUnknownTeacher, participant.number);
        if (auto refusal = check_teacher(*teacher, key_of(registration.opened.value), activity)) return refusal;
    }
    return std::nullopt;
}

}  // namespace

Decided decide_one(const RegistrationContext& context, const ReviewRegistration& command) {
    const RegistrationKey key{command.key, command.registration_id};
    const auto found = find_registration(context, key);
    if (!found) return found.error();
    const Registration& registration = **found;
    const Post* post = find_reviewer_post(context.actor, registration);
    if (post == nullptr) return make_error(enrolment::kNotYourStep, key.id.text);
    if (registration.state() != RegistrationState::InReview) return make_error(kNotInReview, key.id.text);
    if (is_by_themself(context.actor, registration)) return make_error(kNotForYourself, key.id.text);
    if (auto refusal = check_reason(command.reason, command.verdict != Verdict::Approve)) return *refusal;
    const auto moved = [&](RegistrationMove move, RegistrationState state) {
        return decision_of(&registration, move_of(context, key, move, state, post, command.reason));
    };
    if (command.verdict == Verdict::Return) return moved(RegistrationMove::Returned, RegistrationState::Returned);
    if (command.verdict == Verdict::Refuse) return moved(RegistrationMove::Refused, RegistrationState::Refused);
    if (auto refusal = check_approval(context, registration)) return *refusal;
    return moved(RegistrationMove::Approved, RegistrationState::Recorded);
}

Decided decide_one(const RegistrationContext& context, const WithdrawRegistration& command) {
    const RegistrationKey key{command.key, command.registration_id};
    const auto found = find_registration(context, key);
    if (!found) return found.error();
    const auto post = hander_of(context.actor, **found);
    if (!post) return post.error();
    const RegistrationState state = (*found)->state();
    if (state != RegistrationState::InReview && state != RegistrationState::Returned) return make_error(kNotInReview, key.id.text);
    if (auto refusal = check_reason(command.reason, false)) return *refusal;
    return decision_of(*found, move_of(context, key, RegistrationMove::Withdrawn, RegistrationState::Withdrawn, *post,
                                       command.reason));
}

Decided decide_one(const RegistrationContext& context, const CorrectHours& command) {
    const RegistrationKey key{command.key, command.registration_id};
    const auto found = find_registration(context, key);
    if (!found) return found.error();
    const Registration& registration = **found;
    const RegistrationOpened& opened = registration.opened.value;
    const Post* post = is_reviewed(opened) ? nullptr : find_owner_post(context.actor, opened);
    if (post == nullptr) return make_error(enrolment::kNotYourStep, key.id.text);
    if (registration.state() != RegistrationState::Recorded) return make_error(kNotRecorded, key.id.text);
    const KnownTeacher* teacher = find_teacher(context, command.key.teacher_id);
    if (teacher == nullptr) return make_error(enrolment::kUnknownTeacher, command.key.teacher_id.text);
    if (is_own_hours(context.actor, registration)) return make_error(kNotForYourself, key.id.text);
    if (auto refusal = check_reason(command.reason, true)) return *refusal;
    if (auto refusal = check_activity(context.rules, command.activity, opened.source)) return *refusal;
    if (auto refusal = check_over(date_of(context.now), command.activity)) return *refusal;
    if (auto refusal = check_year(*teacher, registration.content().activity.year())) return *refusal;
    if (auto refusal = check_teacher(*teacher, key, command.activity)) return *refusal;
    RegistrationMoved moved =
        move_of(context, key, RegistrationMove::Corrected, RegistrationState::Recorded, post, command.reason);
    moved.content = Content{command.activity, registration.content().participants, {}};
    return counted_decision(context, *teacher, &registration, std::move(moved), opened.source);
}

Decided decide_one(const RegistrationContext& context, const CancelHours& command) {
    const RegistrationKey key{command.key, command.registration_id};
    const auto found = find_registration(context, key);
    if (!found) return found.error();
    const Registration& registration = **found;
    const RegistrationOpened& opened = registration.opened.value;
    const Post* post = is_reviewed(opened) ? find_reviewer_post(context.actor, registration)
                                           : find_owner_post(context.actor, opened);
    if (post == nullptr) return make_error(enrolment::kNotYourStep, key.id.text);
    if (registration.state() != RegistrationState::Recorded) return make_error(kNotRecorded, key.id.text);
    if (auto refusal = check_reason(command.reason, true)) return *refusal;
    for (const Participant& participant : registration.content().participants) {
        const KnownTeacher* teacher = find_teacher(context, participant.teacher_id);
        if (teacher == nullptr) return make_error(enrolment::kUnknownTeacher, participant.number);
        if (auto refusal = check_year(*teacher, registration.content().activity.year())) return *refusal;
    }
    return decision_of(&registration, move_of(context, key, RegistrationMove::Cancelled, RegistrationState::Cancelled, post,
                                              command.reason));
}

}  // namespace xueshi::registration

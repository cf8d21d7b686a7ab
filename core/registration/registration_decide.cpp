#include "core/registration/registration_decide.h"

#include <utility>

#include "core/base/alternatives.h"
#include "core/registration/registration_acts.h"
#include "core/registration/registration_checks.h"

namespace xueshi::registration {
namespace {

using ledger::HourSource;
using organisation::Post;

// All of one school; each once.
Result<std::vector<Participant>> participants_of(const RegistrationContext& context, const RegistrationKey& key,
                                                 const std::vector<std::string>& numbers, const Activity& activity) {
    if (numbers.empty() || numbers.size() > kMostParticipants) return make_error(kOutOfRange, "teacher_numbers");
    std::vector<Participant> participants;
    std::set<TeacherId> named;
    for (const std::string& number : numbers) {
        const KnownTeacher* teacher = find_teacher(context, number);
        if (teacher == nullptr) return make_error(enrolment::kUnknownTeacher, number);
        if (!named.insert(teacher->participant.teacher_id).second) return make_error(kOutOfRange, number, "named twice");
        if (!(teacher->participant.school_id == key.in.school_id)) return make_error(kNotOfYourSchool, number);
        if (auto refusal = check_teacher(*teacher, key, activity)) return *refusal;
        participants.push_back(teacher->participant);
    }
    return participants;
}

Decided decide_one(const RegistrationContext& context, const RegisterHours& command) {
    const RegistrationId& id = command.registration_id;
    const KnownTeacher* teacher = find_teacher(context, command.teacher_number);
    if (teacher == nullptr) return make_error(enrolment::kUnknownTeacher, command.teacher_number);
    if (command.source != HourSource::Research && command.source != HourSource::DistrictBased) {
        return make_error(kOutOfRange, "source");
    }
    const Post* post = find_registrar_post(context.actor, command.source, teacher->participant);
    if (post == nullptr) return make_error(enrolment::kNotYourStep, command.teacher_number);
    if (is_themself(context.actor, teacher->participant)) return make_error(kNotForYourself, command.teacher_number);
    const RegistrationKey key{{teacher->participant.teacher_id, {}}, id};
    if (context.registrations.contains(key)) return make_error(kRegistrationExists, id.text);
    if (auto refusal = check_activity(context.rules, command.activity, command.source)) return *refusal;
    if (auto refusal = check_over(date_of(context.now), command.activity)) return *refusal;
    if (auto refusal = check_teacher(*teacher, key, command.activity)) return *refusal;
    return counted_decision(context, *teacher, nullptr,
                            opening_of(context, id, command.source, {command.activity, {teacher->participant}, {}}, post,
                                       RegistrationState::Recorded),
                            command.source);
}

Decided decide_one(const RegistrationContext& context, const DeclareTraining& command) {
    const RegistrationId& id = command.registration_id;
    const Post* post = find_school_post(context.actor, command.school_id);
    if (post == nullptr) return make_error(enrolment::kNotYourStep, command.school_id.text);
    const RegistrationKey key{{{}, command.school_id}, id};
    if (context.registrations.contains(key)) return make_error(kRegistrationExists, id.text);
    if (auto refusal = check_activity(context.rules, command.activity, HourSource::SchoolBased)) return *refusal;
    if (auto refusal = check_evidence(context, command.evidence, {})) return *refusal;
    auto participants = participants_of(context, key, command.teacher_numbers, command.activity);
    if (!participants) return participants.error();
    return decision_of(nullptr, opening_of(context, id, HourSource::SchoolBased,
                                           {command.activity, *std::move(participants), command.evidence}, post,
                                           RegistrationState::InReview));
}

Decided decide_one(const RegistrationContext& context, const HandInRecord& command) {
    const RegistrationId& id = command.registration_id;
    const KnownTeacher* teacher = find_teacher(context, command.teacher_number);
    if (teacher == nullptr) return make_error(enrolment::kUnknownTeacher, command.teacher_number);
    const bool is_own = is_themself(context.actor, teacher->participant);
    const Post* post = is_own ? nullptr : find_school_post(context.actor, teacher->participant.school_id);
    if (!is_own && post == nullptr) return make_error(enrolment::kNotYourStep, command.teacher_number);
    const RegistrationKey key{{teacher->participant.teacher_id, {}}, id};
    if (context.registrations.contains(key)) return make_error(kRegistrationExists, id.text);
    if (auto refusal = check_activity(context.rules, command.activity, HourSource::External)) return *refusal;
    if (auto refusal = check_over(date_of(context.now), command.activity)) return *refusal;
    if (command.evidence.empty()) return make_error(kEvidenceRequired, "evidence");
    if (auto refusal = check_evidence(context, command.evidence, {})) return *refusal;
    if (auto refusal = check_teacher(*teacher, key, command.activity)) return *refusal;
    return decision_of(nullptr, opening_of(context, id, HourSource::External,
                                           {command.activity, {teacher->participant}, command.evidence}, post,
                                           RegistrationState::InReview));
}

Decided decide_one(const RegistrationContext& context, const ResubmitRegistration& command) {
    const RegistrationKey key{command.key, command.registration_id};
    const auto found = find_registration(context, key);
    if (!found) return found.error();
    const Registration& registration = **found;
    const HourSource source = registration.opened.value.source;
    const auto post = hander_of(context.actor, registration);
    if (!post) return post.error();
    if (registration.state() != RegistrationState::Returned) return make_error(kNotSentBack, key.id.text);
    if (auto refusal = check_activity(context.rules, command.activity, source)) return *refusal;
    if (auto refusal = check_evidence(context, command.evidence, registration.content().evidence)) return *refusal;
    Content content{command.activity, registration.content().participants, command.evidence};
    if (source == HourSource::SchoolBased) {
        auto participants = participants_of(context, key, command.teacher_numbers, command.activity);
        if (!participants) return participants.error();
        content.participants = *std::move(participants);
    } else {
        if (!command.teacher_numbers.empty()) return make_error(kOutOfRange, "teacher_numbers");
        if (auto refusal = check_over(date_of(context.now), command.activity)) return *refusal;
        if (command.evidence.empty()) return make_error(kEvidenceRequired, "evidence");
        const KnownTeacher* teacher = find_teacher(context, command.key.teacher_id);
        if (teacher == nullptr) return make_error(enrolment::kUnknownTeacher, command.key.teacher_id.text);
        if (auto refusal = check_teacher(*teacher, key, command.activity)) return *refusal;
    }
    RegistrationMoved moved = move_of(context, key, RegistrationMove::Resubmitted, RegistrationState::InReview, *post);
    moved.content = std::move(content);
    return decision_of(&registration, std::move(moved));
}

}  // namespace

const RegistrationId& registration_of(const RegistrationCommand& command) {
    return with_alternative(command, [](const auto& order) -> const RegistrationId& { return order.registration_id; });
}

std::vector<std::string> named_numbers(const RegistrationCommand& command) {
    return with_alternative(command, [](const auto& order) -> std::vector<std::string> {
        if constexpr (requires { order.teacher_numbers; }) return order.teacher_numbers;
        if constexpr (requires { order.teacher_number; }) return {order.teacher_number};
        return {};
    });
}

const std::vector<Evidence>& evidence_of(const RegistrationCommand& command) {
    static const std::vector<Evidence> kNone;
    return with_alternative(command, [](const auto& order) -> const std::vector<Evidence>& {
        if constexpr (requires { order.evidence; }) {
            return order.evidence;
        } else {
            return kNone;
        }
    });
}

Result<RegistrationDecision> decide(const RegistrationContext& context, const RegistrationCommand& command) {
    return with_alternative(command, [&](const auto& order) { return decide_one(context, order); });
}

}  // namespace xueshi::registration

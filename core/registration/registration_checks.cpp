#include "core/registration/registration_checks.h"

#include <algorithm>
#include <set>

namespace xueshi::registration {
namespace {

using ledger::HourSource;
using organisation::OrgRole;
using organisation::Post;

template <class Holds>
const Post* find_post_where(const organisation::Actor& actor, Holds holds) {
    const auto found = std::find_if(actor.posts.begin(), actor.posts.end(), holds);
    return found == actor.posts.end() ? nullptr : &*found;
}

}  // namespace

const Post* find_post(const organisation::Actor& actor, OrgRole role, const UnitId& unit) {
    return find_post_where(actor, [&](const Post& post) { return post.role == role && post.unit_id == unit; });
}

const Post* find_school_post(const organisation::Actor& actor, const UnitId& school) {
    const Post* principal = find_post(actor, OrgRole::Principal, school);
    return principal != nullptr ? principal : find_post(actor, OrgRole::SchoolAdministrator, school);
}

const Post* find_registrar_post(const organisation::Actor& actor, HourSource source, const Participant& teacher) {
    return find_post_where(actor, [&](const Post& post) {
        const bool is_of_district = !post.district_id.empty() && post.district_id == teacher.district_id;
        if (source == HourSource::Research) {
            return post.role == OrgRole::ResearchDepartment && (post.district_id.empty() || is_of_district);
        }
        return source == HourSource::DistrictBased && post.role == OrgRole::Institution && is_of_district;
    });
}

const Post* find_owner_post(const organisation::Actor& actor, const RegistrationOpened& opened) {
    switch (opened.source) {
        case HourSource::Research: return find_post(actor, OrgRole::ResearchDepartment, opened.unit_id);
        case HourSource::DistrictBased: return find_post(actor, OrgRole::Institution, opened.unit_id);
        default: return find_school_post(actor, opened.unit_id);
    }
}

const Post* find_reviewer_post(const organisation::Actor& actor, const Registration& registration) {
    const RegistrationOpened& opened = registration.opened.value;
    if (opened.source == HourSource::External) return find_school_post(actor, opened.unit_id);
    if (opened.source != HourSource::SchoolBased || registration.content().participants.empty()) return nullptr;
    const UnitId& district = registration.content().participants.front().district_id;
    if (!district.empty()) return find_post(actor, OrgRole::DistrictAdministrator, district);
    return find_post_where(actor, [](const Post& post) { return post.role == OrgRole::Centre; });
}

// A teacher's account has the teacher's id.
bool is_themself(const organisation::Actor& actor, const Participant& teacher) {
    return !teacher.teacher_id.empty() && actor.account_id.text == teacher.teacher_id.text;
}

bool is_own_hours(const organisation::Actor& actor, const Registration& registration) {
    const auto& participants = registration.content().participants;
    return std::any_of(participants.begin(), participants.end(),
                       [&](const Participant& each) { return is_themself(actor, each); });
}

bool is_by_themself(const organisation::Actor& actor, const Registration& registration) {
    return registration.handed_in_by() == actor.account_id || is_own_hours(actor, registration);
}

bool is_reviewed(const RegistrationOpened& opened) {
    return opened.source == HourSource::SchoolBased || opened.source == HourSource::External;
}

const KnownTeacher* find_teacher(const RegistrationContext& context, const std::string& number) {
    const auto found = std::find_if(context.teachers.begin(), context.teachers.end(),
                                    [&](const KnownTeacher& each) { return each.participant.number == number; });
    return found == context.teachers.end() ? nullptr : &*found;
}

const KnownTeacher* find_teacher(const RegistrationContext& context, const TeacherId& id) {
    const auto found = std::find_if(context.teachers.begin(), context.teachers.end(),
                                    [&](const KnownTeacher& each) { return each.participant.teacher_id == id; });
    return found == context.teachers.end() ? nullptr : &*found;
}

Result<const Registration*> find_registration(const RegistrationContext& context, const RegistrationKey& key) {
    const auto found = context.registrations.find(key);
    const bool is_there = found != context.registrations.end() && found->second.opened.is_written();
    if (!is_there) return make_error(kUnknownRegistration, key.id.text);
    return &found->second;
}

std::optional<Error> check_year(const KnownTeacher& teacher, AllocatedYear year) {
    if (!teacher.ledger.is_verified_annually(year) && !teacher.ledger.is_in_verified_cycle(year)) return std::nullopt;
    return make_error(ledger::kYearVerified, teacher.participant.number);
}

std::optional<Error> check_teacher(const KnownTeacher& teacher, const RegistrationKey& key, const Activity& activity) {
    if (auto refusal = check_year(teacher, activity.year())) return refusal;
    for (const auto& [other_key, other] : teacher.registrations) {
        if (other_key == key || !other.is_live() || other.content().participants.empty()) continue;
        if (is_same_activity(activity, other.content().activity)) {
            return make_error(kActivityRegistered, teacher.participant.number);
        }
    }
    return std::nullopt;
}

std::optional<Error> check_evidence(const RegistrationContext& context, const std::vector<Evidence>& evidence,
                                    const std::vector<Evidence>& kept) {
    if (evidence.size() > kMostEvidence) return make_error(kOutOfRange, "evidence");
    std::set<AttachmentId> named;
    for (const Evidence& each : evidence) {
        if (!named.insert(each.attachment_id).second) return make_error(kOutOfRange, "evidence");
        if (!enrolment::is_file_name(each.file_name)) return make_error(kOutOfRange, "file_name");
        const bool is_kept = std::any_of(kept.begin(), kept.end(), [&](const Evidence& before) {
            return before.attachment_id == each.attachment_id;
        });
        if (!is_kept && !context.attachments.contains(each.attachment_id)) {
            return make_error(enrolment::kUnknownAttachment, each.attachment_id.text);
        }
    }
    return std::nullopt;
}

std::optional<Error> check_reason(const std::string& reason, bool is_required) {
    if (reason.size() > enrolment::kMostReasonBytes) return make_error(kOutOfRange, "reason");
    if (is_required && reason.find_first_not_of(" \t\r\n") == std::string::npos) {
        return make_error(enrolment::kReasonRequired);
    }
    return std::nullopt;
}

}  // namespace xueshi::registration

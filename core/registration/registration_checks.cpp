#include "core/registration/registration_checks.h"

#include <algorithm>
#include <set>

#include "core/catalogue/text_fold.h"

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

std::vector<char32_t> folded(std::string_view title) {
    std::vector<char32_t> codes;
    for (const catalogue::FoldedCharacter& each : catalogue::fold_text(title)) codes.push_back(each.code);
    return codes;
}

bool is_same_activity(const Activity& one, const Activity& other) {
    const bool share_a_day = one.from <= other.until && other.from <= one.until;
    return share_a_day && folded(one.title) == folded(other.title);
}

// One line, for it stands in lists.
bool is_line(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char character) {
        const auto byte = static_cast<unsigned char>(character);
        return byte < 0x20 || byte == 0x7F;
    });
}

// Public subjects are named by the city (R13); elective hours fill the free part of a year's total (domain.md section 2).
bool is_allowed(HourCategory category, HourSource source) {
    if (category == HourCategory::Professional) return true;
    return category == HourCategory::Elective && source != HourSource::Research;
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

std::optional<Error> check_activity(const RegistrationContext& context, const Activity& activity, HourSource source) {
    if (!is_line(activity.title) || activity.title.size() > kMostTitleBytes || folded(activity.title).empty()) {
        return make_error(kOutOfRange, "title");
    }
    const bool needs_organiser = source == HourSource::External;
    if (!is_line(activity.organiser) || activity.organiser.size() > kMostTitleBytes ||
        (needs_organiser && folded(activity.organiser).empty())) {
        return make_error(kOutOfRange, "organiser");
    }
    if (activity.until < activity.from || activity.from.year() != activity.until.year()) {
        return make_error(kBadActivityDays, "until");
    }
    const auto pack = context.rules.annual_pack_of(activity.year());
    if (!pack) return pack.error();
    if (activity.hours < DeciHours{1} || kMostHours < activity.hours) return make_error(kOutOfRange, "deci_hours");
    const std::int64_t days = activity.until.days - activity.from.days + 1;
    if (activity.hours.tenths > days * (*pack)->hours_per_day.tenths) return make_error(kHoursBeyondDays, "deci_hours");
    if (!is_allowed(activity.category, source)) return make_error(kCategoryNotAllowed, "category");
    return std::nullopt;
}

std::optional<Error> check_over(const RegistrationContext& context, const Activity& activity) {
    if (date_of(context.now) < activity.until) return make_error(kActivityNotOver, "until");
    return std::nullopt;
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

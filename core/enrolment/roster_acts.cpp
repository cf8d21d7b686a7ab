#include "core/enrolment/roster_acts.h"

#include <array>
#include <utility>

namespace xueshi::enrolment {
namespace {

constexpr std::array<std::string_view, 5> kConditionNames = {"stage", "subject", "title", "region", "teaching_years"};

}  // namespace

organisation::ActorNote note_of(const organisation::Actor& actor, const organisation::Post* post) {
    return {actor.name, post == nullptr ? std::string{} : post->deputy_for};
}

const organisation::Post* find_post(const organisation::Actor& actor,
                                    organisation::OrgRole role,
                                    const UnitId& unit) {
    for (const organisation::Post& post : actor.posts) {
        if (post.role == role && post.unit_id == unit) return &post;
    }
    return nullptr;
}

const organisation::Post* find_centre_post(const organisation::Actor& actor) {
    for (const organisation::Post& post : actor.posts) {
        if (post.role == organisation::OrgRole::Centre) return &post;
    }
    return nullptr;
}

const organisation::Post* find_school_post(const organisation::Actor& actor, const UnitId& school) {
    const organisation::Post* principal = find_post(actor, organisation::OrgRole::Principal, school);
    return principal != nullptr ? principal : find_post(actor, organisation::OrgRole::SchoolAdministrator, school);
}

// A teacher's account has the teacher's id.
bool is_themself(const organisation::Actor& actor, const Applicant& applicant) {
    return !applicant.teacher_id.empty() && actor.account_id.text == applicant.teacher_id.text;
}

EnrolmentMoved move_of(const RosterContext& context,
                       const EnrolmentId& enrolment,
                       EnrolmentMove move,
                       EnrolmentState state,
                       PlaceState place,
                       organisation::ActorNote by,
                       std::string reason) {
    return {.enrolment_id = enrolment,
            .project_id = context.project.id,
            .move = move,
            .step = 0,
            .state = state,
            .place = place,
            .by = std::move(by),
            .reason = std::move(reason),
            .receipt_id = context.fresh_receipt_id,
            .at = context.now};
}

EnrolmentOpened opening_of(const RosterContext& context,
                           const EnrolmentId& enrolment,
                           EnrolmentOrigin origin,
                           const Applicant& applicant,
                           organisation::ActorNote by) {
    return {.enrolment_id = enrolment,
            .project_id = context.project.id,
            .origin = origin,
            .applicant = applicant,
            .by = std::move(by),
            .receipt_id = context.fresh_receipt_id,
            .at = context.now};
}

std::optional<Error> check_entrant(const RosterContext& context, const EnrolmentId& id, const Applicant& applicant) {
    if (context.roster.enrolments.contains(id)) return make_error(kEnrolmentExists, id.text);
    if (context.roster.find_live(applicant.teacher_id) != nullptr) {
        return make_error(kAlreadyEnrolled, applicant.teacher_id.text);
    }
    const auto unmet = unmet_conditions(context.project.eligibility, applicant, date_of(context.now));
    if (!unmet.empty()) {
        return make_error(kNotEligible,
                          std::string(kConditionNames[static_cast<std::size_t>(unmet.front().condition)]));
    }
    return std::nullopt;
}

std::optional<Error> check_reason(const std::string& reason, bool is_required) {
    if (reason.size() > kMostReasonBytes) return make_error(kOutOfRange, "reason");
    if (is_required && reason.find_first_not_of(" \t\r\n") == std::string::npos) return make_error(kReasonRequired);
    return std::nullopt;
}

}  // namespace xueshi::enrolment

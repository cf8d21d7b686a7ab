// What the decisions about a roster have in common: who acts, and the facts they write. Internal to core/enrolment.
#pragma once

#include <optional>
#include <string>

#include "core/enrolment/roster_decide.h"

namespace xueshi::enrolment {

using RosterFacts = std::vector<RosterFact>;

organisation::ActorNote note_of(const organisation::Actor& actor, const organisation::Post* post);
const organisation::Post* find_post(const organisation::Actor& actor, organisation::OrgRole role, const UnitId& unit);
const organisation::Post* find_centre_post(const organisation::Actor& actor);
// Of somebody who acts for a school.
const organisation::Post* find_school_post(const organisation::Actor& actor, const UnitId& school);
bool is_themself(const organisation::Actor& actor, const Applicant& applicant);

// A move of the enrolment by the actor, now.
EnrolmentMoved move_of(const RosterContext& context,
                       const EnrolmentId& enrolment,
                       EnrolmentMove move,
                       EnrolmentState state,
                       PlaceState place,
                       organisation::ActorNote by,
                       std::string reason = {});
EnrolmentOpened opening_of(const RosterContext& context,
                           const EnrolmentId& enrolment,
                           EnrolmentOrigin origin,
                           const Applicant& applicant,
                           organisation::ActorNote by);

// Why this applicant cannot be put on the project's lists; nothing when they can.
std::optional<Error> check_entrant(const RosterContext& context, const EnrolmentId& id, const Applicant& applicant);
std::optional<Error> check_reason(const std::string& reason, bool is_required);

Result<RosterFacts> decide_one(const RosterContext& context, const ReviewEnrolment& command);
Result<RosterFacts> decide_one(const RosterContext& context, const RequestSubstitution& command);
Result<RosterFacts> decide_one(const RosterContext& context, const ReviewSubstitution& command);
Result<RosterFacts> decide_one(const RosterContext& context, const AttachDocument& command);
Result<RosterFacts> decide_one(const RosterContext& context, const SubmitStudyAway& command);
Result<RosterFacts> decide_one(const RosterContext& context, const ReviewStudyAway& command);
Result<RosterFacts> decide_one(const RosterContext& context, const AllowLateStudyAway& command);

}  // namespace xueshi::enrolment

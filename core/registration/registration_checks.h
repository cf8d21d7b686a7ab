// What the decisions about registrations have in common: who acts, and what stands against hours. Internal to
// core/registration.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/registration/activity_checks.h"
#include "core/registration/registration_decide.h"

namespace xueshi::registration {

const organisation::Post* find_post(const organisation::Actor& actor, organisation::OrgRole role, const UnitId& unit);
const organisation::Post* find_school_post(const organisation::Actor& actor, const UnitId& school);
// Who may enter hours of that source for a teacher at once.
const organisation::Post* find_registrar_post(const organisation::Actor& actor, ledger::HourSource source,
                                              const Participant& teacher);
// Who registered it, as far as a post at its unit goes; for school-based training and external records, the school.
const organisation::Post* find_owner_post(const organisation::Actor& actor, const RegistrationOpened& opened);
// Who decides on it; null for what nobody reviews.
const organisation::Post* find_reviewer_post(const organisation::Actor& actor, const Registration& registration);
bool is_themself(const organisation::Actor& actor, const Participant& teacher);
// The actor stands among those whose hours they are; or handed them in, too.
bool is_own_hours(const organisation::Actor& actor, const Registration& registration);
bool is_by_themself(const organisation::Actor& actor, const Registration& registration);
// What somebody else approved is cancelled and handed in anew, not corrected.
bool is_reviewed(const RegistrationOpened& opened);

// Null when nobody of that number or id is at hand.
const KnownTeacher* find_teacher(const RegistrationContext& context, const std::string& number);
const KnownTeacher* find_teacher(const RegistrationContext& context, const TeacherId& id);

// kUnknownRegistration when the register has none of that id. What a school declared is in its teachers' registers only to
// be seen: it has the school's key there.
Result<const Registration*> find_registration(const RegistrationContext& context, const RegistrationKey& key);

// What stands against it; nothing when nothing does.
std::optional<Error> check_teacher(const KnownTeacher& teacher, const RegistrationKey& key, const Activity& activity);
std::optional<Error> check_year(const KnownTeacher& teacher, AllocatedYear year);
// `kept`: what is attached already, by whomever.
std::optional<Error> check_evidence(const RegistrationContext& context, const std::vector<Evidence>& evidence,
                                    const std::vector<Evidence>& kept);
std::optional<Error> check_reason(const std::string& reason, bool is_required);

}  // namespace xueshi::registration

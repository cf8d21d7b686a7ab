// What the decisions about registrations write. Internal to core/registration.
#pragma once

#include <string>

#include "core/registration/registration_decide.h"

namespace xueshi::registration {

using Decided = Result<RegistrationDecision>;

// Null `post`: a teacher's own act.
RegistrationOpened opening_of(const RegistrationContext& context, const RegistrationId& id, ledger::HourSource source,
                              Content content, const organisation::Post* post, RegistrationState state);
RegistrationMoved move_of(const RegistrationContext& context, const RegistrationKey& key, RegistrationMove move,
                          RegistrationState state, const organisation::Post* post, std::string reason = {});

// The fact with the records as they stand once it is applied. `before` is null for an opening.
RegistrationDecision decision_of(const Registration* before, RegistrationFact fact);
// Likewise of one teacher's hours, with how many of them count where they are research hours; kResearchCapReached when
// none would.
Decided counted_decision(const RegistrationContext& context, const KnownTeacher& teacher, const Registration* before,
                         RegistrationFact fact, ledger::HourSource source);

// The post of whoever may hand in: the school's, or null for a teacher's own external record; kNotYourStep for others.
Result<const organisation::Post*> hander_of(const organisation::Actor& actor, const Registration& registration);

Decided decide_one(const RegistrationContext& context, const ReviewRegistration& command);
Decided decide_one(const RegistrationContext& context, const WithdrawRegistration& command);
Decided decide_one(const RegistrationContext& context, const CorrectHours& command);
Decided decide_one(const RegistrationContext& context, const CancelHours& command);

}  // namespace xueshi::registration

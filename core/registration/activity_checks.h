// What stands against an activity by itself, whoever took part: what an entry desk can say before it asks the server, and
// the server's decision says again (registration_decide.h, where the codes are).
#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/registration/registration.h"
#include "core/rules/rule_pack.h"

namespace xueshi::registration {

// kOutOfRange with the field, kBadActivityDays, kHoursBeyondDays, kCategoryNotAllowed, rules::kNoRulePack; nothing when
// nothing does.
std::optional<Error> check_activity(const rules::RuleBook& rules, const Activity& activity, ledger::HourSource source);
// kActivityNotOver: hours exist from its last day on.
std::optional<Error> check_over(CivilDate today, const Activity& activity);

// Same title and a day in common: the hours of one are those of the other.
bool is_same_activity(const Activity& one, const Activity& other);

}  // namespace xueshi::registration

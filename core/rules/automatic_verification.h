// From which day a year is verified automatically (R23: 2016 from 1 August 2017).
#pragma once

#include "core/rules/rule_pack.h"

namespace xueshi::rules {

// The milestone "verification-<year>" of a phase, its date and its paragraph; null when no phase names the day.
const Milestone* automatic_verification_of(AllocatedYear year, const RuleBook& rules);

}  // namespace xueshi::rules

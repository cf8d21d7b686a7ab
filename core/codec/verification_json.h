// What `xueshi verify` answers, a line of JSON for each teacher (docs/formats/verification.md).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/rules/rule_pack.h"
#include "core/verification/cycle_verification.h"

namespace xueshi::codec {

struct TeacherVerification {
    std::string teacher_id;
    verification::YearVerification year;
    std::optional<verification::CycleVerification> cycle;
};

std::string_view reason_name(verification::NotCountedReason reason);  // "unfinished" …

// The sources of what does not count are the rules'.
std::string encode_teacher_verification(const TeacherVerification& verification,
                                        verification::CycleCriterion criterion,
                                        const rules::RuleBook& rules);

// A result that other rules would change: what it is, what it would be, and why.
std::string encode_changed_verification(std::string_view teacher_id,
                                        const verification::YearVerification& now,
                                        const verification::YearVerification& then);

}  // namespace xueshi::codec

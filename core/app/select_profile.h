// Profile (我的): what the city keeps about this teacher, and when the teacher last said that it is
// right.
//
// R31: teachers check and confirm their data; wrong data that spoils verification is their
// responsibility.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/app/select_input.h"

namespace xueshi::app {

enum class ProfileConfirmation : std::uint8_t {
    Never,
    Outdated,  // the city recorded data after the confirmation
    Current,
};
ProfileConfirmation confirmation_of(const TeacherState& teacher);

// What looks wrong and is worth a teacher's eye before confirming.
enum class ProfileWarning : std::uint8_t {
    NoTitle,         // 职称 is empty
    NoTeachingYear,  // first year of teaching is missing or later than this year
    NoSubject,
    NoSchool,
};

struct ProfileProjection {
    bool has_profile = false;  // other accounts have a name and a unit only
    organisation::TeacherProfile profile;
    ProfileConfirmation confirmation = ProfileConfirmation::Never;
    std::optional<Instant> confirmed_at;
    std::vector<ProfileWarning> warnings;
    ThemeChoice theme = ThemeChoice::System;
};

ProfileProjection select_profile(const SelectInput& input);

}  // namespace xueshi::app

#include "core/app/select_profile.h"

namespace xueshi::app {

ProfileConfirmation confirmation_of(const TeacherState& teacher) {
    if (!teacher.profile_confirmed_at.is_written()) return ProfileConfirmation::Never;
    // The recorded profile's stamp is the server's, the confirmation's the device's; both hold
    // domain time.
    return teacher.profile_confirmed_at.stamp < teacher.profile.stamp
               ? ProfileConfirmation::Outdated
               : ProfileConfirmation::Current;
}

ProfileProjection select_profile(const SelectInput& input) {
    ProfileProjection projection;
    projection.theme = input.teacher.theme.value;
    if (!input.teacher.profile.is_written()) return projection;

    const organisation::TeacherProfile& profile = input.teacher.profile.value;
    projection.has_profile = true;
    projection.profile = profile;
    projection.confirmation = confirmation_of(input.teacher);
    if (input.teacher.profile_confirmed_at.is_written()) {
        projection.confirmed_at = input.teacher.profile_confirmed_at.value;
    }
    const auto warn_if = [&](bool is_wrong, ProfileWarning warning) {
        if (is_wrong) projection.warnings.push_back(warning);
    };
    const int this_year = date_of(input.now).year();
    warn_if(profile.school_name.empty(), ProfileWarning::NoSchool);
    warn_if(profile.subject.empty(), ProfileWarning::NoSubject);
    warn_if(profile.title.empty(), ProfileWarning::NoTitle);
    warn_if(profile.teaching_since_year <= 0 || profile.teaching_since_year > this_year,
            ProfileWarning::NoTeachingYear);
    return projection;
}

}  // namespace xueshi::app

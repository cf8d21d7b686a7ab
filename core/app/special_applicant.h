// A teacher as an applicant, from the profile the city keeps.
#pragma once

#include "core/enrolment/applicant.h"
#include "core/organisation/teacher_profile.h"

namespace xueshi::app {

enrolment::Applicant applicant_of(const organisation::TeacherProfile& profile);

}  // namespace xueshi::app

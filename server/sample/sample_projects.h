// The sample city's 32 special projects (R20): invented conditions and quota tables, and some first applications.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/catalogue/course_run.h"
#include "core/enrolment/quota_table.h"
#include "core/enrolment/special_project.h"
#include "core/organisation/teacher_profile.h"
#include "server/sample/sample_units.h"

namespace xueshi::sample {

struct SampleProject {
    enrolment::SpecialProject project;
    enrolment::QuotaTable quota;  // empty where the organiser places participants
};

// One for each run of a special project, with the notice's four dates (R21). The first is open to the sample teacher
// and given by the sample institution.
std::vector<SampleProject> make_projects(std::uint64_t seed,
                                         const std::vector<catalogue::CourseRun>& runs,
                                         const SampleUnits& units);

// Which project teacher `index` has signed up to by the day the sample begins; null for most, and for those who can
// log in.
const SampleProject* first_sign_up(std::uint64_t seed,
                                   std::size_t index,
                                   const organisation::TeacherProfile& teacher,
                                   const std::vector<SampleProject>& projects);

}  // namespace xueshi::sample

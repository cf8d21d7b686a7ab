// How well a run suits a teacher, 0 to 1000: the planner's `fit`.
//
// A transparent sum, not a score from data: what is made for this subject and stage suits best, what is for
// everyone suits less. Required parts of the IT programme come before elective ones (R14).
#pragma once

#include <cstdint>
#include <string>

#include "core/catalogue/course_run.h"
#include "core/organisation/teacher_profile.h"

namespace xueshi::plan {

std::int64_t fit_of(const catalogue::CourseRun& run, SchoolStage stage, const std::string& subject);

inline std::int64_t fit_of(const catalogue::CourseRun& run, const organisation::TeacherProfile& teacher) {
    return fit_of(run, teacher.stage, teacher.subject);
}

}  // namespace xueshi::plan

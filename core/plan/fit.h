// How well a run suits a teacher, 0 to 1000: the planner's `fit`.
//
// A transparent sum, not a score from data: what is made for this subject and stage suits best, what is for
// everyone suits less. Required parts of the IT programme come before elective ones (R14), and what answers a gap the
// diagnostic found suits better than anything else (R15, R16).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/catalogue/course_run.h"
#include "core/organisation/teacher_profile.h"

namespace xueshi::plan {

// `wanted_themes`: codes of the course themes a diagnostic recommended and the teacher took over, ascending.
std::int64_t fit_of(const catalogue::CourseRun& run,
                    SchoolStage stage,
                    const std::string& subject,
                    const std::vector<std::string>& wanted_themes = {});

inline std::int64_t fit_of(const catalogue::CourseRun& run,
                           const organisation::TeacherProfile& teacher,
                           const std::vector<std::string>& wanted_themes = {}) {
    return fit_of(run, teacher.stage, teacher.subject, wanted_themes);
}

}  // namespace xueshi::plan

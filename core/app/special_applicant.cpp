#include "core/app/special_applicant.h"

namespace xueshi::app {

enrolment::Applicant applicant_of(const organisation::TeacherProfile& profile) {
    const bool is_affiliated = profile.district_id.empty();
    return {.teacher_id = profile.teacher_id,
            .name = profile.name,
            .school_id = profile.school_id,
            .school_name = profile.school_name,
            .quota_unit_id = is_affiliated ? profile.school_id : profile.district_id,
            .is_affiliated = is_affiliated,
            .stage = profile.stage,
            .subject = profile.subject,
            .title = profile.title,
            .teaching_since_year = profile.teaching_since_year};
}

}  // namespace xueshi::app

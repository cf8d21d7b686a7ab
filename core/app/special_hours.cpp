#include "core/app/special_hours.h"

namespace xueshi::app {

ledger::HourRecord completion_record(const EnrolmentId& enrolment,
                                     const enrolment::SpecialProject& project,
                                     const catalogue::CourseRun& run) {
    return {.id = HourRecordId{"special-" + enrolment.text},
            .course_run_id = run.id,
            .title = run.title,
            .category = run.category,
            .tags = run.tags(),
            .hours = run.hours,
            .state = ledger::HourState::Earned,
            .source = ledger::HourSource::Special,
            .allocated_year = {project.ends.year()},
            .remark = project.institution_name};
}

}  // namespace xueshi::app

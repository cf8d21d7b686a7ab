// What a completed special project adds to the ledger (R20; domain.md section 2, case 9: once).
#pragma once

#include "core/catalogue/course_run.h"
#include "core/enrolment/special_project.h"
#include "core/ledger/hour_record.h"

namespace xueshi::app {

// The record has the enrolment's identity, so that the same completion is the same record. Special records stay in
// the year in which the project ends.
ledger::HourRecord completion_record(const EnrolmentId& enrolment,
                                     const enrolment::SpecialProject& project,
                                     const catalogue::CourseRun& run);

}  // namespace xueshi::app

// When a sample course runs: windows and set times inside the term of phase 1 (R8), clear of public
// holidays.
#pragma once

#include "core/catalogue/course_run.h"
#include "server/sample/sample_random.h"

namespace xueshi::sample {

// The dates of the notice: R7, R8 and the end of the year (R13).
CivilDate selection_opens();
CivilDate term_begins();
CivilDate term_ends();
CivilDate year_ends();
inline constexpr std::string_view kPhaseId = "guangzhou-2017-1";

// Any time from the opening of selection to the end of the year, outside the term.
void schedule_all_year(catalogue::CourseRun& run);
// At one's own pace during the whole term.
void schedule_whole_term(catalogue::CourseRun& run);
// At one's own pace during a part of the term, or the whole of it.
void schedule_own_pace(catalogue::CourseRun& run, SampleRandom& random);
// Sessions for all hours (face to face) or for about half of them (blended), weekends or evenings.
void schedule_sessions(catalogue::CourseRun& run, SampleRandom& random);
// A special project or an external course: weeks after the lists are fixed.
void schedule_after_lists(catalogue::CourseRun& run, SampleRandom& random);

}  // namespace xueshi::sample

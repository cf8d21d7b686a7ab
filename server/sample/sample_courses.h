// The sample city's catalogue: dated runs of the blueprints' courses.
#pragma once

#include <cstdint>
#include <vector>

#include "core/catalogue/course_run.h"

namespace xueshi::sample {

inline constexpr std::size_t kFewestCourseRuns = 300;
inline constexpr std::size_t kMostCourseRuns = 50'000;

// The id of the run of the public subject in every sample city.
inline constexpr std::string_view kPublicRunId = "G2017-01";

// Exactly `count` runs (kFewestCourseRuns … kMostCourseRuns) in ascending order of id: the public
// subject, all 32 special projects, the external courses, every theme by its own name, and as many
// others as fit. Equal seeds and counts give equal runs.
std::vector<catalogue::CourseRun> make_course_runs(std::uint64_t seed, std::size_t count);

}  // namespace xueshi::sample

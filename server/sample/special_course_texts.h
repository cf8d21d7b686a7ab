// The 32 special projects (R20) of the sample city, its external base courses (R19) and notices:
// all invented.
#pragma once

#include <span>
#include <string_view>

#include "core/catalogue/course_run.h"

namespace xueshi::sample {

struct SpecialProjectText {
    catalogue::Admission admission = catalogue::Admission::SignUp;
    std::string_view stages;   // letters as in SubjectCourseText
    std::string_view subject;  // empty: all
    std::string_view title;
    std::string_view summary;
    int deci_hours = 0;
};

// Exactly 32: the number of the notice; how they divide into the two kinds is invented.
std::span<const SpecialProjectText> special_project_texts();

// With recognised bases, arranged outside the platform; for vocational teachers.
std::span<const SpecialProjectText> external_course_texts();

}  // namespace xueshi::sample

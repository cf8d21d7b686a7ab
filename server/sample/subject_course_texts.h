// Texts of the sample city's professional courses outside the IT programme, and of personal
// electives.
#pragma once

#include <span>
#include <string_view>

namespace xueshi::sample {

struct SubjectCourseText {
    // Stages as letters: K(indergarten) P(rimary) J(unior) S(enior) V(ocational). Empty: all.
    std::string_view stages;
    std::string_view subject;  // code of kAllSubjects; empty: all
    std::string_view title;
    std::string_view summary;
    int deci_hours = 0;
};

std::span<const SubjectCourseText> subject_course_texts();  // one subject each
std::span<const SubjectCourseText> general_course_texts();  // for every subject
std::span<const SubjectCourseText> elective_course_texts();

}  // namespace xueshi::sample

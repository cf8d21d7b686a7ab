// Texts of the IT programme's sample courses: written for this city, nobody's real offering.
#pragma once

#include <span>
#include <string_view>

#include "server/sample/subject_course_texts.h"

namespace xueshi::sample {

// A course of one theme for teachers of every subject. An empty subtitle: the course bears the
// theme's name.
struct ThemeCourseText {
    int theme = 0;  // 1 … 27
    std::string_view subtitle;
    std::string_view summary;
    int deci_hours = 0;            // at most the theme's longest
    std::string_view stages = {};  // letters as in SubjectCourseText; empty: all
};

std::span<const ThemeCourseText> theme_course_texts();

// Courses of theme T6 about one kind of software, each for one subject.
std::span<const SubjectCourseText> software_course_texts();

// How a theme is taught on one topic of a subject; {topic}, {stage} and {subject} are filled in.
struct TopicPattern {
    int theme = 0;
    std::string_view subtitle;
    std::string_view summary;
    int deci_hours = 0;
};

std::span<const TopicPattern> topic_patterns();

}  // namespace xueshi::sample

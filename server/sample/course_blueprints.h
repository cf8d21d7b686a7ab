// What the sample city can teach: courses without dates, put together from the written texts.
#pragma once

#include <string>
#include <vector>

#include "core/base/school_stage.h"
#include "core/catalogue/course_run.h"

namespace xueshi::sample {

struct CourseBlueprint {
    std::string title;
    std::string summary;
    HourCategory category = HourCategory::Professional;
    catalogue::ItPart it_part = catalogue::ItPart::None;
    std::string theme;
    catalogue::Admission admission = catalogue::Admission::Selection;
    DeciHours hours;
    std::vector<SchoolStage> stages;
    std::vector<std::string> subjects;
};

// The one public subject of 2017 (R13). Its hours are not stated in the notice; 18 is the sample's
// value.
CourseBlueprint public_subject();

// The 27 courses that bear their theme's name, for everyone.
std::vector<CourseBlueprint> theme_name_courses();
// The other written courses of the IT programme.
std::vector<CourseBlueprint> written_it_courses();
// One course for each pattern, topic and teaching area: thousands, in a fixed order.
std::vector<CourseBlueprint> topic_courses();

std::vector<CourseBlueprint> professional_courses();
std::vector<CourseBlueprint> elective_courses();
std::vector<CourseBlueprint> special_projects();
std::vector<CourseBlueprint> external_courses();

}  // namespace xueshi::sample

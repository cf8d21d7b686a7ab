// What the city keeps about a teacher, and nothing more (least data): no identity number, no telephone.
#pragma once

#include <string>

#include "core/base/civil_date.h"
#include "core/base/ids.h"
#include "core/base/school_stage.h"

namespace xueshi::organisation {

struct TeacherProfile {
    TeacherId teacher_id;
    std::string number;  // 教师编号, also the log-in name
    std::string name;
    UnitId school_id;
    std::string school_name;
    UnitId district_id;         // empty for a directly affiliated unit
    std::string district_name;  // likewise
    SchoolStage stage = SchoolStage::Primary;
    std::string subject;          // code of kAllSubjects
    std::string title;            // 职称, as registered: "一级教师"
    int teaching_since_year = 0;  // first year of teaching
    bool is_private_school = false;

    friend bool operator==(const TeacherProfile&, const TeacherProfile&) = default;
};

}  // namespace xueshi::organisation

// Who stands on a project's lists: what those who review must know, as it was at sign-up, and nothing more.
#pragma once

#include <string>

#include "core/base/ids.h"
#include "core/base/school_stage.h"

namespace xueshi::enrolment {

struct Applicant {
    TeacherId teacher_id;
    std::string name;
    UnitId school_id;
    std::string school_name;
    UnitId quota_unit_id;        // whose places count: the district, or the directly affiliated unit itself (R20)
    bool is_affiliated = false;  // the Centre then acts in the district's step [D]
    SchoolStage stage = SchoolStage::Primary;
    std::string subject;
    std::string title;
    int teaching_since_year = 0;

    friend bool operator==(const Applicant&, const Applicant&) = default;
};

}  // namespace xueshi::enrolment

// Conditions of taking part in a special project (参训条件, R20), and which of them somebody does not meet.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/ids.h"
#include "core/base/school_stage.h"
#include "core/enrolment/applicant.h"

namespace xueshi::enrolment {

// An empty list asks for nothing.
struct EligibilityRule {
    std::vector<SchoolStage> stages;
    std::vector<std::string> subjects;
    std::vector<std::string> titles;  // as registered: "一级教师"
    std::vector<UnitId> quota_units;  // districts and affiliated units it is open to
    int least_teaching_years = 0;     // whole calendar years since the first year of teaching

    friend bool operator==(const EligibilityRule&, const EligibilityRule&) = default;
};

enum class Condition : std::uint8_t { Stage, Subject, Title, Region, TeachingYears };

struct UnmetCondition {
    Condition condition = Condition::Stage;
    int missing_years = 0;  // of TeachingYears

    friend bool operator==(const UnmetCondition&, const UnmetCondition&) = default;
};

// Empty when everything is met on that day.
std::vector<UnmetCondition> unmet_conditions(const EligibilityRule& rule, const Applicant& applicant, CivilDate day);

}  // namespace xueshi::enrolment

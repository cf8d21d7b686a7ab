// A special training project (专项培训, R20): what it is, whom it is for, and how one gets in.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/civil_date.h"
#include "core/base/ids.h"
#include "core/enrolment/approval_chain.h"
#include "core/enrolment/eligibility.h"

namespace xueshi::enrolment {

enum class SignupMode : std::uint8_t {
    Online,           // teachers sign up, the chain approves (Annex 2)
    OrganiserPlaced,  // the institution puts participants in (Annex 3)
};

struct SpecialProject {
    ProjectId id;
    CourseRunId course_run_id;  // its hours and sessions stand there
    std::string title;
    std::string brief;
    UnitId institution_id;
    std::string institution_name;
    std::string contact;  // of the institution, as the brief gives it (R34)
    SignupMode mode = SignupMode::Online;
    EligibilityRule eligibility;
    ApprovalChain chain;  // of OrganiserPlaced: only its last day counts
    CivilDate starts;
    CivilDate ends;  // inclusive
    bool has_study_away = false;  // R25

    friend bool operator==(const SpecialProject&, const SpecialProject&) = default;
};

struct ProjectPublished {
    SpecialProject project;
};

}  // namespace xueshi::enrolment

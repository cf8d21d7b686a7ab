// The dated steps an application passes (R21), as data: who acts, until when, and which step takes the place.
//
// A deadline is inclusive to the end of its day and closes the action, never the record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/result.h"
#include "core/enrolment/applicant.h"
#include "core/organisation/post.h"

namespace xueshi::enrolment {

// Whose approval a step is.
enum class ApprovalStage : std::uint8_t { Principal, School, District, Research, Institution, Centre };

struct ApprovalStep {
    ApprovalStage stage = ApprovalStage::Principal;
    CivilDate deadline;

    friend bool operator==(const ApprovalStep&, const ApprovalStep&) = default;
};

struct ApprovalChain {
    CivilDate opens;       // first day of sign-up
    CivilDate sign_up_by;  // the teacher's own step
    std::vector<ApprovalStep> steps;
    std::size_t place_step = 0;  // whose approval takes a place of the quota

    // The last step fixes the final list (审定参训名单).
    std::size_t final_step() const { return steps.size() - 1; }
    CivilDate final_by() const { return steps.back().deadline; }
    friend bool operator==(const ApprovalChain&, const ApprovalChain&) = default;
};

inline constexpr std::size_t kMostApprovalSteps = 6;
inline constexpr ErrorCode kBadApprovalChain{"BadApprovalChain"};

// kBadApprovalChain: not 1 to 6 steps, deadlines that go back, or a place taken at no step; the subject names it.
Outcome check_chain(const ApprovalChain& chain);

// The post in which the actor may take that step for this applicant, or null. Directly affiliated units have no
// district above them: there the Centre acts in its step, and the city's research department in the research step.
const organisation::Post* post_for(ApprovalStage stage,
                                   const organisation::Actor& actor,
                                   const Applicant& applicant,
                                   const UnitId& institution_id);

}  // namespace xueshi::enrolment

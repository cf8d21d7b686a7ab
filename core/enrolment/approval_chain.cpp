#include "core/enrolment/approval_chain.h"

namespace xueshi::enrolment {
namespace {

using organisation::OrgRole;
using organisation::Post;

bool holds(const Post& post, ApprovalStage stage, const Applicant& applicant, const UnitId& institution_id) {
    switch (stage) {
        case ApprovalStage::Principal:
            return post.role == OrgRole::Principal && post.unit_id == applicant.school_id;
        case ApprovalStage::School:
            return post.role == OrgRole::SchoolAdministrator && post.unit_id == applicant.school_id;
        case ApprovalStage::District:
            if (applicant.is_affiliated) return post.role == OrgRole::Centre;
            return post.role == OrgRole::DistrictAdministrator && post.unit_id == applicant.quota_unit_id;
        case ApprovalStage::Research:
            if (post.role != OrgRole::ResearchDepartment) return false;
            return post.district_id == (applicant.is_affiliated ? UnitId{} : applicant.quota_unit_id);
        case ApprovalStage::Institution:
            return post.role == OrgRole::Institution && post.unit_id == institution_id;
        case ApprovalStage::Centre:
            return post.role == OrgRole::Centre;
    }
    return false;
}

}  // namespace

Outcome check_chain(const ApprovalChain& chain) {
    if (chain.steps.empty() || chain.steps.size() > kMostApprovalSteps) return make_error(kBadApprovalChain, "steps");
    if (chain.place_step >= chain.steps.size()) return make_error(kBadApprovalChain, "place_step");
    if (chain.sign_up_by < chain.opens) return make_error(kBadApprovalChain, "sign_up_by");
    CivilDate before = chain.sign_up_by;
    for (const ApprovalStep& step : chain.steps) {
        if (step.deadline < before) return make_error(kBadApprovalChain, "steps");
        before = step.deadline;
    }
    return Done{};
}

const Post* post_for(ApprovalStage stage,
                     const organisation::Actor& actor,
                     const Applicant& applicant,
                     const UnitId& institution_id) {
    for (const Post& post : actor.posts) {
        if (holds(post, stage, applicant, institution_id)) return &post;
    }
    return nullptr;
}

}  // namespace xueshi::enrolment

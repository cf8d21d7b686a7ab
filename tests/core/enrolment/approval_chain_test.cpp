#include "core/enrolment/approval_chain.h"

#include <gtest/gtest.h>

#include "tests/support/roster_world.h"

namespace xueshi::enrolment {
namespace {

using namespace xueshi::testing;
using organisation::OrgRole;

const std::vector<ApprovalStage> kAllApprovalStages = {ApprovalStage::Principal, ApprovalStage::School,
                                                       ApprovalStage::District,  ApprovalStage::Research,
                                                       ApprovalStage::Institution, ApprovalStage::Centre};

// The one post for each stage, for a teacher of a district's school.
organisation::Actor reviewer(ApprovalStage stage) {
    switch (stage) {
        case ApprovalStage::Principal: return principal_of("school-a");
        case ApprovalStage::School: return actor("office", OrgRole::SchoolAdministrator, "school-a");
        case ApprovalStage::District: return district_administrator();
        case ApprovalStage::Research: return actor("research", OrgRole::ResearchDepartment, "research", "district");
        case ApprovalStage::Institution: return institution();
        case ApprovalStage::Centre: return centre();
    }
    return {};
}

TEST(ApprovalChain, HasOneToSixStepsWithDeadlinesThatGoForward) {
    ApprovalChain chain = notice_chain();
    EXPECT_TRUE(check_chain(chain));
    chain.place_step = 3;
    EXPECT_EQ(check_chain(chain).error().subject, "place_step");
    chain = notice_chain();
    std::swap(chain.steps[0].deadline, chain.steps[1].deadline);
    EXPECT_EQ(check_chain(chain).error().subject, "steps");
    chain = notice_chain();
    chain.sign_up_by = date("2017-03-01");
    EXPECT_EQ(check_chain(chain).error().subject, "sign_up_by");
    chain = notice_chain();
    chain.steps.assign(7, chain.steps.back());
    EXPECT_FALSE(check_chain(chain));
    chain.steps.clear();
    EXPECT_FALSE(check_chain(chain));
}

TEST(ApprovalChain, EachStageIsForItsOwnPostAlone) {
    const Applicant anna = applicant("anna");
    for (const ApprovalStage stage : kAllApprovalStages) {
        for (const ApprovalStage other : kAllApprovalStages) {
            const organisation::Actor who = reviewer(other);
            EXPECT_EQ(post_for(stage, who, anna, UnitId{"institution"}) != nullptr, stage == other)
                << static_cast<int>(stage) << ' ' << static_cast<int>(other);
        }
    }
}

// From one step to six, whichever of them takes the place.
TEST(ApprovalChain, ChainsOfAnyLengthLeadToTheFinalList) {
    for (std::size_t length = 1; length <= kMostApprovalSteps; ++length) {
        for (std::size_t place_step = 0; place_step < length; ++place_step) {
            RosterWorld world;
            world.set_quota(1);
            world.project.chain.steps.clear();
            world.project.chain.place_step = place_step;
            for (std::size_t step = 0; step < length; ++step) {
                world.project.chain.steps.push_back({kAllApprovalStages[step], date("2017-04-15")});
            }
            const Applicant anna = applicant("anna");
            const Applicant ben = applicant("ben");
            EXPECT_EQ(world.sign_up(anna), "");
            EXPECT_EQ(world.sign_up(ben), "");
            for (std::size_t step = 0; step < length; ++step) {
                EXPECT_NE(world.of("anna").state(), EnrolmentState::Final);
                EXPECT_EQ(world.review(reviewer(kAllApprovalStages[step]), "anna", step), "");
            }
            EXPECT_EQ(world.of("anna").state(), EnrolmentState::Final);
            for (std::size_t step = 0; step <= place_step; ++step) {
                EXPECT_EQ(world.review(reviewer(kAllApprovalStages[step]), "ben", step), "");
            }
            EXPECT_EQ(world.of("ben").place(), PlaceState::Waiting);
            EXPECT_NE(world.of("ben").state(), EnrolmentState::Final);
            EXPECT_EQ(world.withdraw(anna, "调离"), "");
            EXPECT_EQ(world.of("ben").place(), PlaceState::Held);
            EXPECT_EQ(world.of("ben").state() == EnrolmentState::Final, place_step + 1 == length);
        }
    }
}

}  // namespace
}  // namespace xueshi::enrolment

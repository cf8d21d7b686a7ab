#include "core/registration/open_acts.h"

#include <gtest/gtest.h>

#include "tests/support/registration_world.h"

namespace xueshi::registration {
namespace {

using ledger::HourSource;
using organisation::OrgRole;
using testing::activity;
using testing::actor;

class OpenActsTest : public ::testing::Test {
  protected:
    // What the server says to each act, whatever it would say to what the act holds.
    bool takes(const organisation::Actor& who, const RegistrationCommand& command) {
        testing::RegistrationWorld copy = world_;
        const std::string refusal = copy.act(who, command);
        return refusal != "NotYourStep" && refusal != "NotForYourself" && refusal != "NotInReview" &&
               refusal != "NotSentBack" && refusal != "NotRecorded";
    }
    void expect_offered_as_decided(const Registration& registration, const std::vector<organisation::Actor>& actors) {
        const RegistrationKey key = key_of(registration.opened.value);
        for (const organisation::Actor& who : actors) {
            const OpenActs acts = acts_open_to(who, registration);
            const std::vector<std::string> numbers =
                key.in.school_id.empty() ? std::vector<std::string>{} : std::vector<std::string>{"no-anna"};
            EXPECT_EQ(acts.review, takes(who, ReviewRegistration{key.id, key.in, enrolment::Verdict::Refuse, "理由"})) << who.name;
            EXPECT_EQ(acts.withdraw, takes(who, WithdrawRegistration{key.id, key.in, {}})) << who.name;
            EXPECT_EQ(acts.resubmit, takes(who, ResubmitRegistration{key.id, key.in, activity(), numbers, {}})) << who.name;
            EXPECT_EQ(acts.correct, takes(who, CorrectHours{key.id, key.in, activity("另一次"), "理由"})) << who.name;
            EXPECT_EQ(acts.cancel, takes(who, CancelHours{key.id, key.in, "理由"})) << who.name;
        }
    }

    testing::RegistrationWorld world_;
    organisation::Actor research_ = testing::research_department();
    organisation::Actor school_ = actor("principal", OrgRole::Principal, "school-a");
    organisation::Actor clerk_ = actor("clerk", OrgRole::SchoolAdministrator, "school-a");
    organisation::Actor district_ = actor("district", OrgRole::DistrictAdministrator, "district");
    organisation::Actor centre_ = actor("centre", OrgRole::Centre, "centre");
    organisation::Actor anna_ = actor("anna", OrgRole::Teacher, "school-a");
    std::vector<organisation::Actor> all_ = {research_, school_, clerk_, district_, centre_, anna_};
};

TEST_F(OpenActsTest, WhatIsOfferedIsWhatTheDecisionTakes) {
    anna_.account_id = AccountId{"anna"};
    ASSERT_EQ(world_.register_hours(research_, "r1", "anna", activity()), "");
    expect_offered_as_decided(world_.of("anna", "r1"), all_);
    ASSERT_EQ(world_.act(research_, CancelHours{RegistrationId{"r1"}, {TeacherId{"anna"}, {}}, "登错了"}), "");
    expect_offered_as_decided(world_.of("anna", "r1"), all_);

    const RegisterKey school{{}, UnitId{"school-a"}};
    ASSERT_EQ(world_.act(clerk_, DeclareTraining{RegistrationId{"d1"}, UnitId{"school-a"}, activity("校本"), {"no-anna"}, {}}), "");
    const auto declared = [&]() -> const Registration& { return world_.schools.at(UnitId{"school-a"}).begin()->second; };
    expect_offered_as_decided(declared(), all_);
    ASSERT_EQ(world_.act(district_, ReviewRegistration{RegistrationId{"d1"}, school, enrolment::Verdict::Return, "补名单"}), "");
    expect_offered_as_decided(declared(), all_);
    ASSERT_EQ(world_.act(school_, ResubmitRegistration{RegistrationId{"d1"}, school, activity("校本"), {"no-anna"}, {}}), "");
    ASSERT_EQ(world_.act(district_, ReviewRegistration{RegistrationId{"d1"}, school, enrolment::Verdict::Approve, {}}), "");
    expect_offered_as_decided(declared(), all_);

    ASSERT_EQ(world_.act(school_, HandInRecord{RegistrationId{"e1"}, "no-anna", activity("基地课程"), {{AttachmentId{"scan"}, "a.jpg"}}}), "");
    expect_offered_as_decided(world_.of("anna", "e1"), all_);
}

TEST(OpenEntries, FollowFromThePosts) {
    EXPECT_TRUE(entries_open_to(testing::research_department()).research);
    EXPECT_TRUE(entries_open_to(testing::district_institution()).district_based);
    EXPECT_FALSE(entries_open_to(testing::district_institution("")).district_based) << "of no district";
    organisation::Actor both = actor("both", OrgRole::Principal, "school-a");
    both.posts.push_back({OrgRole::SchoolAdministrator, UnitId{"school-a"}, {}, {}});
    EXPECT_EQ(entries_open_to(both).declares_for, std::vector<UnitId>{UnitId{"school-a"}});
    EXPECT_FALSE(entries_open_to(actor("t", OrgRole::Teacher, "school-a")).any());
}

}  // namespace
}  // namespace xueshi::registration

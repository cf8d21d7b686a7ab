#include "core/app/select_special_news.h"

#include <gtest/gtest.h>

#include "core/app/find_step.h"
#include "tests/support/special_world.h"

namespace xueshi::app {
namespace {

using enrolment::Verdict;
using organisation::OrgRole;

class SpecialNewsTest : public ::testing::Test, protected testing::SpecialWorld {
  protected:
    SpecialNews news(Instant seen = {}) { return select_special_news(input(), seen); }
    std::string principal(Verdict verdict, std::string reason = {}) {
        return roster.review(testing::principal_of(me().school_id.text), "me", 0, verdict, std::move(reason));
    }
    void sign_up() { EXPECT_EQ(roster.sign_up(me(), "me"), ""); }
};

TEST_F(SpecialNewsTest, WhatATeacherDidThemselvesIsNoNews) {
    sign_up();
    EXPECT_TRUE(news().applications.empty());
}

TEST_F(SpecialNewsTest, WhatOthersDecidedIsToldUntilItIsSeen) {
    sign_up();
    roster.now = testing::moment("2017-03-12T10:00");
    EXPECT_EQ(principal(Verdict::Approve), "");
    ASSERT_EQ(news().applications.size(), 1u);
    EXPECT_EQ(news().applications[0].title, "示例研修班");
    EXPECT_FALSE(news().applications[0].hand_in_by);
    EXPECT_TRUE(news(testing::moment("2017-03-12T10:00")).applications.empty());
    EXPECT_EQ(news(testing::moment("2017-03-12T09:59")).applications.size(), 1u);
}

TEST_F(SpecialNewsTest, WhatCameBackIsToldUntilItsDayIsOver) {
    sign_up();
    EXPECT_EQ(principal(Verdict::Return, "材料不全"), "");
    const Instant later = testing::moment("2017-03-20T10:00");
    ASSERT_EQ(news(later).applications.size(), 1u);
    EXPECT_EQ(news(later).applications[0].hand_in_by, testing::date("2017-03-25"));
    roster.now = testing::moment("2017-03-26T00:00");
    EXPECT_TRUE(news(later).applications.empty());
}

TEST_F(SpecialNewsTest, WhoReviewsIsToldHowManyWaitAndUntilWhen) {
    roster.bring(colleague("anna"), 0);
    roster.bring(colleague("ben"), 1);
    roles = {OrgRole::Principal};
    unit_id = me().school_id;
    EXPECT_EQ(news().due, 1u);
    EXPECT_EQ(news().due_by, testing::date("2017-04-01"));
    unit_id = UnitId{"elsewhere"};
    EXPECT_EQ(news().due, 0u);
    EXPECT_FALSE(news().due_by);
}

TEST_F(SpecialNewsTest, AReceiptIsFoundHoweverItIsTyped) {
    sign_up();
    input();
    for (const char* typed : {"7Q4K2-0MXTA", "7q4k2 omxta", " 7Q4K20MXTA "}) {
        const auto found = find_step(special, typed);
        ASSERT_TRUE(found) << typed;
        EXPECT_EQ(found->project_title, "示例研修班");
        EXPECT_EQ(found->person, me().name);
        EXPECT_TRUE(found->entry && !found->entry->move) << "the sign-up";
    }
    EXPECT_FALSE(find_step(special, "7Q4K2-0MXTB"));
    EXPECT_FALSE(find_step(special, "-"));
}

}  // namespace
}  // namespace xueshi::app

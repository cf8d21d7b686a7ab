// What the Plan page asks the planner where the catalogue is large: it is written down over some updates, once.
#include "web/runtime/plan_desk.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/client_fakes.h"
#include "tests/support/planning_world.h"

namespace xueshi::runtime {
namespace {

using namespace xueshi::testing;

class PlanDeskTest : public ::testing::Test {
  protected:
    PlanDeskTest() {
        world_.draft("p1", "均衡");
        world_.publish(public_subject());
        for (int i = 0; i < 3000; ++i) {
            catalogue::CourseRun run = course_run("IT" + std::to_string(10'000 + i));
            run.fee_fen = 1000 + i;
            world_.publish(run);
        }
        see();
    }
    // The client learns what the world knows.
    void see() {
        state_.teacher = world_.teacher;
        state_.shared = world_.shared;
        state_.rules = world_.rules;
        ++state_.revision;
    }
    void mark(const std::string& id, plan::PlanMark mark) {
        world_.mark(id, mark);
        see();
    }
    void follow() { desk_.follow(world_.edited, world_.now); }
    // Updates until nothing is left to write; how many it took.
    int follow_to_the_end() {
        int updates = 0;
        do {
            follow();
            ++updates;
        } while (desk_.is_writing() && updates < 100);
        return updates;
    }
    const app::PlanProposals& proposals() const { return *desk_.proposals(world_.edited); }
    plan::PlanningProblem asked() const { return *codec::read_planning_problem(planner_.last_problem); }
    bool offers(const std::string& id) const {
        const auto problem = asked();
        return std::any_of(problem.offerings.begin(), problem.offerings.end(),
                           [&](const plan::Offering& offering) { return offering.id == id; });
    }

    PlanningWorld world_;
    ClientState state_;
    InlinePlanner planner_;
    PlanDesk desk_{state_, planner_};
};

TEST_F(PlanDeskTest, ALargeCatalogueIsWrittenOverSomeUpdatesAndAskedAboutOnce) {
    follow();
    EXPECT_TRUE(desk_.is_writing());
    EXPECT_EQ(planner_.started(), 0);
    EXPECT_EQ(follow_to_the_end(), 2);
    EXPECT_EQ(planner_.started(), 1);
    EXPECT_EQ(asked().offerings.size(), 3001u);
    EXPECT_TRUE(proposals().is_outdated);
    follow();
    EXPECT_EQ(planner_.started(), 1) << "nothing has changed";
}

TEST_F(PlanDeskTest, AChangedWishIsAskedAboutAtOnce) {
    follow_to_the_end();
    mark("IT10007", plan::PlanMark::Pinned);
    EXPECT_EQ(follow_to_the_end(), 1);
    EXPECT_EQ(planner_.started(), 2);
    EXPECT_EQ(asked().pinned, std::vector<std::string>{"IT10007"});
    EXPECT_EQ(asked().offerings.size(), 3001u);
}

TEST_F(PlanDeskTest, TheQuestionIsTheWholeProblemOfTheDraft) {
    auto special = course_run("SPECIAL");
    special.admission = catalogue::Admission::SignUp;
    world_.publish(special);
    mark("SPECIAL", plan::PlanMark::Pinned);
    mark("IT10008", plan::PlanMark::Excluded);
    follow_to_the_end();
    const auto rules = *app::rules_for(state_.teacher, state_.rules, {date_of(world_.now).year()});
    const std::vector<ledger::HourRecord> records;
    plan::PlanningProblem whole =
        plan::compose_problem(app::situation_of(state_.teacher, state_.shared, rules, records, world_.now),
                              state_.teacher.plans.at(world_.edited), plan::Keep::PinnedOnly);
    whole.alternatives = asked().alternatives;
    EXPECT_EQ(planner_.last_problem, codec::write_planning_problem(whole));
}

TEST_F(PlanDeskTest, WhatIsNoLongerOfferedIsNotAskedAboutAgain) {
    follow_to_the_end();
    EXPECT_TRUE(offers("IT10005"));
    catalogue::CourseRun over = course_run("IT10005");
    over.closes = date("2017-03-01");
    world_.publish(over);
    see();
    EXPECT_GT(follow_to_the_end(), 1);
    EXPECT_EQ(planner_.started(), 2);
    EXPECT_FALSE(offers("IT10005"));
}

TEST_F(PlanDeskTest, ACatalogueThatChangesForOthersAsksNothing) {
    follow_to_the_end();
    auto foreign = course_run("FOREIGN");
    foreign.subjects = {"music"};
    world_.publish(foreign);
    see();
    EXPECT_GT(follow_to_the_end(), 1);
    EXPECT_EQ(planner_.started(), 1);
}

TEST_F(PlanDeskTest, AChangeWhileItIsBeingWrittenIsPartOfTheQuestion) {
    follow();
    mark("IT10009", plan::PlanMark::Pinned);
    world_.now = moment("2017-03-21T09:00");
    follow_to_the_end();
    EXPECT_EQ(planner_.started(), 1);
    EXPECT_EQ(asked().pinned, std::vector<std::string>{"IT10009"});
    EXPECT_EQ(asked().offerings.size(), 3001u);
}

TEST_F(PlanDeskTest, APressIsAskedWhenItIsWrittenDownAsTheDraftStandsThen) {
    ASSERT_TRUE(desk_.complete(world_.edited, world_.now));
    EXPECT_TRUE(desk_.is_writing());
    EXPECT_TRUE(desk_.is_completing());
    EXPECT_EQ(planner_.started(), 0);
    mark("IT10009", plan::PlanMark::Chosen);
    std::optional<PlanDesk::Completion> completion;
    for (int updates = 0; updates < 10 && !completion; ++updates) {
        follow();
        completion = desk_.hear(world_.now);
    }
    EXPECT_EQ(planner_.started(), 1);
    EXPECT_EQ(asked().pinned, std::vector<std::string>{"IT10009"});
    ASSERT_TRUE(completion && completion->advice);
    EXPECT_FALSE(desk_.is_writing());
}

TEST_F(PlanDeskTest, NothingIsWrittenOnForAPageThatIsLeft) {
    follow();
    desk_.leave();
    EXPECT_FALSE(desk_.is_writing());
    EXPECT_EQ(follow_to_the_end(), 2) << "it is taken up where it was left";
    EXPECT_EQ(planner_.started(), 1);
    desk_.reset();
    EXPECT_FALSE(desk_.is_writing());
}

}  // namespace
}  // namespace xueshi::runtime

#include "core/allocation/allocation_decide.h"

#include <gtest/gtest.h>

#include "tests/support/allocation_world.h"

namespace xueshi::allocation {
namespace {

using ledger::HourPurpose;
using ledger::HourSource;
using ledger::HourState;
using ledger::OfficialVerification;
using testing::AllocationWorld;
using testing::moment;

class AllocationDecide : public ::testing::Test {
  protected:
    AllocationDecide() {
        world.fill_year(2013);
        world.add_course("a", 120);
        world.add_course("b", 100);
    }
    AllocationWorld world;
};

TEST_F(AllocationDecide, ACourseOfThePhaseGoesWholeToAnAnnualYear) {
    const auto facts = world.allocate("a", 2016);
    ASSERT_TRUE(facts);
    ASSERT_EQ(facts->size(), 1u);
    const auto& fact = std::get<ledger::HoursAllocated>(facts->front());
    EXPECT_EQ(fact.record_id.text, "a");
    EXPECT_EQ(fact.from_year, AllocatedYear{2017});
    EXPECT_EQ(fact.to_year, AllocatedYear{2016});
    EXPECT_EQ(fact.by, "林晓岚");
    EXPECT_EQ(fact.at, world.now);
    EXPECT_EQ(world.record("a").allocated_year, AllocatedYear{2016});
}

TEST_F(AllocationDecide, SeveralCoursesAreMovedTogetherOrNotAtAll) {
    const std::vector<ledger::YearMove> moves = {{HourRecordId{"a"}, {2016}}, {HourRecordId{"b"}, {2013}}};
    const auto facts = decide(world.context(), {moves});
    ASSERT_FALSE(facts);
    EXPECT_EQ(facts.error().code, kYearNotShort);
    EXPECT_EQ(facts.error().subject, "b");
    ASSERT_TRUE(world.allocate({{HourRecordId{"a"}, {2016}}, {HourRecordId{"b"}, {2014}}}));
    EXPECT_EQ(world.ledger.last_allocation(HourRecordId{"a"})->receipt_id,
              world.ledger.last_allocation(HourRecordId{"b"})->receipt_id);
}

TEST_F(AllocationDecide, MakeUpYearsAreThoseThatAreShort) {
    EXPECT_EQ(world.refusal_of("a", 2013), "YearNotShort");
    EXPECT_EQ(world.refusal_of("a", 2012), "");
    EXPECT_EQ(world.refusal_of("a", 2015), "");
}

TEST_F(AllocationDecide, MakeUpHoursDoNotEndAYearsShortness) {
    for (int i = 0; i < 8; ++i) world.add_course("more" + std::to_string(i), 120);
    for (int i = 0; i < 8; ++i) EXPECT_TRUE(world.allocate("more" + std::to_string(i), 2014));
    EXPECT_EQ(world.refusal_of("a", 2014), "");
}

TEST_F(AllocationDecide, OtherYearsAreNotAllowed) {
    EXPECT_EQ(world.refusal_of("a", 2011), "YearNotAllowed");
    EXPECT_EQ(world.refusal_of("a", 2018), "YearNotAllowed");
    EXPECT_EQ(world.refusal_of("a", 2017), "SameYear");
}

TEST_F(AllocationDecide, OtherHoursStayInTheirYear) {
    EXPECT_EQ(world.refusal_of("f0", 2016), "NotPhaseHours");
    for (const HourSource source : {HourSource::Special, HourSource::External, HourSource::SchoolBased,
                                    HourSource::DistrictBased, HourSource::Research, HourSource::CarriedOver}) {
        world.record("a").source = source;
        EXPECT_EQ(world.refusal_of("a", 2016), "NotPhaseHours");
    }
    world.record("a").source = HourSource::AllStaff;
    world.record("a").tags = {"research"};
    EXPECT_EQ(world.refusal_of("a", 2016), "NotPhaseHours");
    world.record("a").tags = {};
    world.record("a").course_run_id = CourseRunId{"of-no-phase"};
    EXPECT_EQ(world.refusal_of("a", 2016), "NotPhaseHours");
}

TEST_F(AllocationDecide, AnUnfinishedCourseHasNothingToAllocate) {
    world.record("a").state = HourState::InProgress;
    EXPECT_EQ(world.refusal_of("a", 2016), "HoursUnfinished");
    world.record("a").state = HourState::Planned;
    EXPECT_EQ(world.refusal_of("a", 2016), "HoursUnfinished");
}

TEST_F(AllocationDecide, ARepeatedCourseHasNothingToAllocate) {
    world.add_course("c", 100);
    world.record("c").course_run_id = world.record("a").course_run_id;
    EXPECT_EQ(world.refusal_of("c", 2016), "HoursRepeated");
    EXPECT_EQ(world.refusal_of("a", 2016), "");
}

TEST_F(AllocationDecide, PublicSubjectsOfThePhaseGoToItsAnnualYearsAlone) {
    world.add_course("p", 180, HourCategory::Public);
    EXPECT_EQ(world.refusal_of("p", 2016), "");
    EXPECT_EQ(world.refusal_of("p", 2014), "YearNotAllowed");
}

TEST_F(AllocationDecide, FromTheDayOfItsAutomaticVerification2016IsClosed) {
    ASSERT_TRUE(world.allocate("a", 2016));
    world.now = moment("2017-07-31T23:59");
    EXPECT_EQ(world.refusal_of("b", 2016), "");
    world.now = moment("2017-08-01T00:00");
    EXPECT_EQ(world.refusal_of("b", 2016), "VerificationBegun");
    EXPECT_EQ(world.refusal_of("a", 2017), "VerificationBegun");
    EXPECT_EQ(world.refusal_of("b", 2014), "");
}

TEST_F(AllocationDecide, AVerifiedYearIsFrozenBothWays) {
    ASSERT_TRUE(world.allocate("a", 2016));
    world.verify_officially(2016, 2016, OfficialVerification::Annual);
    EXPECT_EQ(world.refusal_of("b", 2016), "YearVerified");
    EXPECT_EQ(world.refusal_of("a", 2017), "YearVerified");
    EXPECT_EQ(world.refusal_of("a", 2014), "YearVerified");
    EXPECT_EQ(world.refusal_of("b", 2014), "");
}

TEST_F(AllocationDecide, AnAnnualVerificationOfAMakeUpYearFreezesNothingACycleVerificationDoes) {
    world.verify_officially(2014, 2014, OfficialVerification::Annual);
    EXPECT_TRUE(world.allocate("a", 2014));
    EXPECT_EQ(world.refusal_of("a", 2017), "");
    world.verify_officially(2012, 2016, OfficialVerification::Cycle);
    EXPECT_EQ(world.refusal_of("a", 2017), "YearVerified");
    EXPECT_EQ(world.refusal_of("b", 2015), "YearVerified");
    EXPECT_EQ(world.refusal_of("b", 2016), "YearVerified");
}

TEST_F(AllocationDecide, ARecordThatWasVerifiedStays) {
    world.record("a").state = HourState::Verified;
    EXPECT_EQ(world.refusal_of("a", 2016), "YearVerified");
}

TEST_F(AllocationDecide, RefusesWhatNamesNothingOrNoRecordOrOneTwice) {
    EXPECT_EQ(world.refusal_of(std::vector<ledger::YearMove>{}), "OutOfRange");
    EXPECT_EQ(world.refusal_of("nobody", 2016), "UnknownRecord");
    EXPECT_EQ(world.refusal_of({{HourRecordId{"a"}, {2016}}, {HourRecordId{"a"}, {2014}}}), "OutOfRange");
    EXPECT_EQ(world.refusal_of(std::vector<ledger::YearMove>(kMostMoves + 1)), "OutOfRange");
}

TEST_F(AllocationDecide, IsTakenBackUntilItIsFrozen) {
    const auto facts = world.allocate({{HourRecordId{"a"}, {2016}}, {HourRecordId{"b"}, {2014}}});
    const ReceiptId receipt = std::get<ledger::HoursAllocated>(facts->front()).receipt_id;
    ASSERT_TRUE(world.allocate("b", 2015));  // moved again since: it stays there
    const auto back = world.ledger.moves_to_undo(receipt);
    EXPECT_EQ(back, AllocationWorld::move("a", 2017));
    world.verify_officially(2016, 2016, OfficialVerification::Annual);
    EXPECT_EQ(world.refusal_of(back), "YearVerified");
}

TEST_F(AllocationDecide, TheBoardIsToldWhatMayBeChosenAndWhatStandsAgainstTheRest) {
    const AllocationContext context = world.context();
    const YearChoices choices(context);
    const auto records = choices.of_phase_records();
    ASSERT_EQ(records.size(), 2u);
    EXPECT_EQ(records[0].record->id.text, "a");
    EXPECT_TRUE(records[0].can_move());
    std::vector<std::pair<int, std::string>> told;
    for (const YearChoice& choice : records[0].years) {
        told.emplace_back(choice.year.year, choice.barrier ? std::string(choice.barrier->name()) : "");
        EXPECT_EQ(choice.purpose, choice.year.year < 2016 ? HourPurpose::CycleOnly : HourPurpose::Annual);
        ASSERT_NE(choice.source, nullptr);
        EXPECT_FALSE(choice.source->zh.empty());
    }
    const std::vector<std::pair<int, std::string>> expected = {{2012, ""}, {2013, "YearNotShort"}, {2014, ""},
                                                               {2015, ""}, {2016, ""},             {2017, "SameYear"}};
    EXPECT_EQ(told, expected);
}

// domain.md section 2: 2016 with 18/36/6 and a phase-1 course of 12 professional hours.
TEST(AllocationPreviewTest, TellsTheYearsAndTheCycleBeforeAndAfter) {
    AllocationWorld world;
    for (const int year : {2015, 2016}) {
        world.add_fixed(year, HourCategory::Public, 180);
        world.add_fixed(year, HourCategory::Professional, 360);
        world.add_fixed(year, HourCategory::Elective, 60);
    }
    world.add_course("a", 120);
    const auto to_2016 = preview(world.context(), AllocationWorld::move("a", 2016), {2016});
    ASSERT_TRUE(to_2016);
    ASSERT_EQ(to_2016->years.size(), 6u);
    EXPECT_EQ(to_2016->years[4].year, AllocatedYear{2016});
    EXPECT_EQ(to_2016->years[4].annual_before.result(), verification::VerificationResult::Fail);
    EXPECT_EQ(to_2016->years[4].annual_after.result(), verification::VerificationResult::Pass);

    const auto to_2015 = preview(world.context(), AllocationWorld::move("a", 2015), {2016});
    ASSERT_TRUE(to_2015);
    const YearBeforeAfter& year = to_2015->years[3];
    EXPECT_EQ(year.annual_before.requirements, year.annual_after.requirements);
    EXPECT_EQ(year.cycle_after.requirements[2].counted - year.cycle_before.requirements[2].counted, whole_hours(12));
    EXPECT_EQ(to_2015->cycle_after.cumulative[2].counted - to_2015->cycle_before.cumulative[2].counted, whole_hours(12));
}

TEST(AllocationPreviewTest, IsRefusedAsTheMovesWouldBe) {
    AllocationWorld world;
    world.add_course("a", 120);
    const auto refused = preview(world.context(), AllocationWorld::move("a", 2018), {2017});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, kYearNotAllowed);
    EXPECT_TRUE(preview(world.context(), {}, {2017}));
    EXPECT_EQ(preview(world.context(), {}, {2014}).error().code, rules::kNoRulePack);
}

}  // namespace
}  // namespace xueshi::allocation

#include "core/app/select_hours.h"

#include <gtest/gtest.h>

#include "tests/support/hours_world.h"

namespace xueshi::app {
namespace {

using testing::HoursWorld;
using verification::NotCountedReason;

class SelectHours : public ::testing::Test {
  protected:
    static HourRecordId id(const char* text) { return HourRecordId{text}; }
    HoursWorld world_;
};

TEST_F(SelectHours, SaysOfEveryYearWhatCountsAndWhatIsMissing) {
    world_.fill_year(2015);
    world_.add_fixed(2016, HourCategory::Public, 180);
    world_.add_fixed(2016, HourCategory::Professional, 360);
    world_.add_fixed(2016, HourCategory::Elective, 60);
    world_.add_course("a", 120);
    const HoursProjection page = world_.page();
    const HourYear* passed = page.find_year({2015});
    ASSERT_NE(passed, nullptr);
    EXPECT_EQ(passed->standing, YearStanding::Passed);
    EXPECT_EQ(passed->total(), whole_hours(72));
    const HourYear* missing = page.find_year({2016});
    ASSERT_NE(missing, nullptr);
    EXPECT_EQ(missing->standing, YearStanding::Short) << "hours may still be allocated to it";
    EXPECT_EQ(missing->missing(), whole_hours(12));
    EXPECT_EQ(missing->counted[1], whole_hours(36));
    EXPECT_EQ(page.find_year({2017})->standing, YearStanding::Running);
}

TEST_F(SelectHours, AYearIsNotFailedAsLongAsACourseMayStillBeAllocatedToIt) {
    world_.add_fixed(2016, HourCategory::Professional, 360);
    world_.add_fixed(2015, HourCategory::Professional, 360);
    const HoursProjection page = world_.page();
    EXPECT_EQ(page.find_year({2016})->standing, YearStanding::Short) << "no course is finished, and the year is not verified";
    EXPECT_EQ(page.find_year({2015})->standing, YearStanding::Failed) << "make-up hours never change it (R24)";
    world_.now = testing::moment("2017-08-01T09:00");
    EXPECT_EQ(world_.page().find_year({2016})->standing, YearStanding::Failed) << "its verification has begun (R23)";
}

TEST_F(SelectHours, NamesTheReasonAndTheParagraphOfWhatDoesNotCount) {
    ledger::HourRecord& research = world_.add_fixed(2017, HourCategory::Professional, 130);
    research.source = ledger::HourSource::Research;
    research.tags = {"research"};
    const HourRecordId research_id = research.id;
    world_.add_course("a", 80);
    world_.record("a").state = ledger::HourState::InProgress;
    const HoursProjection page = world_.page();
    const HourLine* capped = page.find(research_id);
    ASSERT_NE(capped, nullptr);
    EXPECT_EQ(capped->reason, NotCountedReason::OverCap);
    EXPECT_EQ(capped->counted, whole_hours(10)) << "R28";
    EXPECT_FALSE(capped->cap_name.zh.empty());
    EXPECT_FALSE(capped->source.zh.empty());
    EXPECT_FALSE(capped->can_move);
    EXPECT_EQ(page.find(id("a"))->reason, NotCountedReason::Unfinished);
    EXPECT_EQ(page.find_year({2017})->in_progress[1], whole_hours(8));
}

TEST_F(SelectHours, OffersTheYearsOfTheRecordAskedAboutAndSaysWhyNotTheOthers) {
    world_.fill_year(2015);
    world_.add_course("a", 120);
    const HoursProjection page = world_.page(id("a"));
    ASSERT_EQ(page.options.size(), 6u) << "2012 to 2017";
    for (const YearOption& option : page.options) {
        if (option.year.year == 2015) {
            EXPECT_EQ(option.barrier, allocation::kYearNotShort);
            EXPECT_EQ(option.purpose, ledger::HourPurpose::CycleOnly);
        } else if (option.year.year == 2017) {
            EXPECT_TRUE(option.is_current);
        } else {
            EXPECT_FALSE(option.barrier) << option.year.year;
        }
        EXPECT_FALSE(option.source.zh.empty());
    }
    EXPECT_TRUE(world_.page(id("unknown")).options.empty());
}

TEST_F(SelectHours, ThePreviewIsWhatThenHappens) {
    world_.add_fixed(2016, HourCategory::Public, 180);
    world_.add_fixed(2016, HourCategory::Professional, 420);
    world_.add_course("a", 120);
    const HoursProjection before = world_.page(id("a"), HoursWorld::move("a", 2016));
    ASSERT_EQ(before.effects.size(), 2u);
    EXPECT_EQ(before.effects[0].year.year, 2016);
    EXPECT_EQ(before.effects[0].before, whole_hours(60));
    EXPECT_EQ(before.effects[0].after, whole_hours(72));
    EXPECT_TRUE(before.effects[0].passes_after);
    EXPECT_EQ(before.effects[1].after, DeciHours{});
    ASSERT_TRUE(world_.allocate("a", 2016).ok());
    const HoursProjection after = world_.page();
    EXPECT_EQ(after.find_year({2016})->total(), before.effects[0].after);
    EXPECT_EQ(after.find_year({2016})->standing, YearStanding::Passed);
}

TEST_F(SelectHours, MakeUpHoursChangeTheCycleAndNotTheYear) {
    world_.add_course("a", 120);
    const HoursProjection page = world_.page(id("a"), HoursWorld::move("a", 2014));
    ASSERT_FALSE(page.effects.empty());
    EXPECT_EQ(page.effects[0].year.year, 2014);
    EXPECT_TRUE(page.effects[0].is_cycle);
    ASSERT_TRUE(world_.allocate("a", 2014).ok());
    const HoursProjection after = world_.page();
    EXPECT_EQ(after.find_year({2014})->total(), DeciHours{});
    EXPECT_EQ(after.find_year({2014})->make_up, whole_hours(12));
    EXPECT_TRUE(after.find(id("a"))->is_make_up);
    EXPECT_EQ(after.find(id("a"))->counted, whole_hours(12)) << "in the cycle";
}

TEST_F(SelectHours, TheLastAllocationCanBeTakenBackUntilItIsFrozen) {
    world_.add_course("a", 120);
    EXPECT_TRUE(world_.page().undo.empty());
    ASSERT_TRUE(world_.allocate("a", 2016).ok());
    EXPECT_EQ(world_.page().undo, HoursWorld::move("a", 2017));
    EXPECT_EQ(world_.page().freezes_on, testing::date("2017-08-01")) << "R23";
    EXPECT_EQ(world_.page().freezes.year, 2016);
    world_.waiting = {{HoursWorld::move("a", 2017)}};
    EXPECT_TRUE(world_.page().undo.empty()) << "it is on its way already";
    EXPECT_TRUE(world_.page().find(id("a"))->is_on_its_way);
    EXPECT_FALSE(world_.page().find(id("a"))->can_move);
    world_.waiting.clear();
    world_.now = testing::moment("2017-08-01T00:00");
    EXPECT_TRUE(world_.page().undo.empty());
}

TEST_F(SelectHours, MovesThatCannotBeDoneAreRefusedByName) {
    world_.fill_year(2015);
    world_.add_course("a", 120);
    const HoursProjection page = world_.page(id("a"), HoursWorld::move("a", 2015));
    EXPECT_EQ(page.refusal, allocation::kYearNotShort);
    EXPECT_TRUE(page.effects.empty());
}

TEST_F(SelectHours, AnOfficialResultStandsWhateverTheHoursSayNow) {
    world_.verify_officially(2015, 2015, ledger::OfficialVerification::Annual);
    world_.add_fixed(2015, HourCategory::Public, 10);
    const HoursProjection page = world_.page();
    const HourYear* year = page.find_year({2015});
    EXPECT_TRUE(year->is_verified);
    EXPECT_EQ(year->standing, YearStanding::Passed);
}

TEST_F(SelectHours, ProposesTheBestAllocation) {
    world_.add_fixed(2016, HourCategory::Public, 180);
    world_.add_fixed(2016, HourCategory::Professional, 420);
    world_.fill_year(2017);
    world_.add_course("a", 120);
    const auto best = propose_allocation(world_.input());
    ASSERT_TRUE(best);
    EXPECT_EQ(best->moves, HoursWorld::move("a", 2016));
    EXPECT_TRUE(best->is_proven);
}

TEST_F(SelectHours, WhoIsNoTeacherHasNone) {
    const app::TeacherState nobody;
    const app::SharedState shared;
    EXPECT_FALSE(select_hours({.now = world_.now, .teacher = nobody, .shared = shared, .ledger = world_.ledger,
                               .rules = world_.book, .staged = {}},
                              {})
                     .has_duty);
}

}  // namespace
}  // namespace xueshi::app

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "core/verification/record_count.h"
#include "tests/support/builders.h"

namespace xueshi::verification {
namespace {

using ledger::HourRecord;
using ledger::HourSource;
using ledger::HourState;
using testing::course_run;
using testing::hour_record;

class RecordCountTest : public ::testing::Test {
  protected:
    HourRecord& record(const std::string& id, int year, std::int64_t hours = 12, const std::string& run = {}) {
        records.push_back(hour_record(id, HourCategory::Professional, whole_hours(hours), HourState::Earned));
        records.back().allocated_year = {year};
        records.back().course_run_id = CourseRunId{run};
        return records.back();
    }
    RecordCount count_of(const std::string& id, Verification kind = Verification::Annual) const {
        const auto counts = count_records(records_to_verify(records, catalogue, book), book, kind);
        EXPECT_EQ(counts.size(), records.size());
        const auto found = std::find_if(counts.begin(), counts.end(),
                                        [&](const RecordCount& each) { return each.record_id.text == id; });
        return found == counts.end() ? RecordCount{} : *found;
    }

    rules::RuleBook book = codec::built_in_rules();
    catalogue::Catalogue catalogue;
    std::vector<HourRecord> records;
};

TEST_F(RecordCountTest, WhatCountsHasNoReason) {
    record("a", 2016, 7);
    const RecordCount count = count_of("a");
    EXPECT_EQ(count.counted, whole_hours(7));
    EXPECT_EQ(count.not_counted, DeciHours{});
    EXPECT_FALSE(count.reason);
    EXPECT_EQ(source_of(count, nullptr, book), nullptr);
}

TEST_F(RecordCountTest, ResearchHoursCountInPartWithTheParagraphOfTheCap) {
    record("city", 2017, 7).tags = {"research"};
    record("district", 2017, 6).tags = {"research"};
    const RecordCount count = count_of("district");
    EXPECT_EQ(count.counted, whole_hours(3));
    EXPECT_EQ(count.not_counted, whole_hours(3));
    EXPECT_EQ(count.reason, NotCountedReason::OverCap);
    ASSERT_NE(source_of(count, nullptr, book), nullptr);
    EXPECT_NE(source_of(count, nullptr, book)->en.find("10 hours"), std::string::npos);
}

TEST_F(RecordCountTest, TheCapIsOfEachYear) {
    record("a", 2016, 10).tags = {"research"};
    record("b", 2017, 10).tags = {"research"};
    EXPECT_EQ(count_of("a").counted + count_of("b").counted, whole_hours(20));
}

TEST_F(RecordCountTest, ARunTakenTwiceNamesTheRecordThatCounts) {
    record("a", 2017, 12, "r1");
    record("b", 2017, 12, "r1").source = HourSource::CarriedOver;
    const RecordCount count = count_of("b");
    EXPECT_EQ(count.reason, NotCountedReason::Repeated);
    EXPECT_EQ(count.counted_instead.text, "a");
    EXPECT_EQ(count.counted, DeciHours{});
}

TEST_F(RecordCountTest, NothingIsEarnedBeforeACourseIsFinished) {
    record("begun", 2017).state = HourState::InProgress;
    record("planned", 2017).state = HourState::Planned;
    EXPECT_EQ(count_of("begun").reason, NotCountedReason::Unfinished);
    EXPECT_EQ(count_of("planned").reason, NotCountedReason::NotBegun);
}

TEST_F(RecordCountTest, MakeUpHoursCountInTheCycleAlone) {
    catalogue.publish(course_run("r1"), 1);
    record("a", 2014, 12, "r1");
    const RecordCount annual = count_of("a");
    EXPECT_EQ(annual.reason, NotCountedReason::CycleOnly);
    const rules::PhasePack* phase = book.find_phase("guangzhou-2017-1");
    ASSERT_NE(source_of(annual, phase, book), nullptr);
    EXPECT_EQ(source_of(annual, phase, book), &phase->allocation.make_up_source);
    EXPECT_EQ(count_of("a", Verification::Cycle).counted, whole_hours(12));
}

TEST_F(RecordCountTest, AYearWithoutRulesCountsNothing) {
    record("a", 2011);
    EXPECT_EQ(count_of("a").reason, NotCountedReason::NoRulePack);
    EXPECT_EQ(count_of("a").not_counted, whole_hours(12));
}

TEST_F(RecordCountTest, WhichOfTwoRunsCountsDoesNotDependOnTheYearOneIsAllocatedTo) {
    catalogue::CourseRun spring = course_run("r1"), other = course_run("r2");
    other.course_id = spring.course_id;
    catalogue.publish(spring, 1);
    catalogue.publish(other, 2);
    record("a", 2017, 12, "r1");
    record("b", 2017, 12, "r2");
    record("elsewhere", 2016, 12, "r2").source = HourSource::DistrictBased;
    for (const int year : {2017, 2016, 2014, 2012}) {
        records[1].allocated_year = {year};
        EXPECT_EQ(count_of("elsewhere").counted, whole_hours(12)) << year;
        EXPECT_EQ(count_of("b").reason, NotCountedReason::Repeated) << year;
        EXPECT_EQ(count_of("a").reason, NotCountedReason::Repeated) << year;
    }
}

TEST_F(RecordCountTest, EveryHourCountsOnceOrHasAReason) {
    std::mt19937 random(28);
    const auto below = [&](unsigned bound) { return static_cast<int>(random() % bound); };
    for (int i = 1; i <= 3; ++i) catalogue.publish(course_run("r" + std::to_string(i)), static_cast<std::uint64_t>(i));
    for (int round = 0; round < 2000; ++round) {
        records.clear();
        for (int i = below(10); i-- > 0;) {
            HourRecord& each = record("h" + std::to_string(i), 2010 + below(9), below(20));
            each.state = static_cast<HourState>(below(4));
            if (below(2) == 0) each.course_run_id = CourseRunId{"r" + std::to_string(1 + below(4))};
            if (below(3) == 0) each.tags = {"research"};
        }
        for (const Verification kind : {Verification::Annual, Verification::Cycle}) {
            const auto counts = count_records(records_to_verify(records, catalogue, book), book, kind);
            ASSERT_EQ(counts.size(), records.size());
            DeciHours offered, accounted;
            for (const HourRecord& each : records) offered += each.hours;
            std::set<std::string> runs;
            for (const RecordCount& each : counts) {
                accounted += each.counted + each.not_counted;
                EXPECT_TRUE(each.reason || each.not_counted.tenths == 0);
                const auto record_of = std::find_if(records.begin(), records.end(),
                                                    [&](const HourRecord& record) { return record.id == each.record_id; });
                if (each.counted.tenths > 0 && !record_of->course_run_id.empty()) {
                    EXPECT_TRUE(runs.insert(record_of->course_run_id.text).second) << "a run counted twice";
                }
            }
            EXPECT_EQ(accounted, offered);
            std::shuffle(records.begin(), records.end(), random);
            EXPECT_EQ(count_records(records_to_verify(records, catalogue, book), book, kind), counts);
        }
    }
}

}  // namespace
}  // namespace xueshi::verification

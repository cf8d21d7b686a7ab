#include "server/sample/sample_people.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/plan/assessment.h"
#include "server/sample/sample_courses.h"
#include "server/sample/sample_records.h"
#include "server/sample/teaching_areas.h"

namespace xueshi::sample {
namespace {

using ledger::HourState;

TEST(SampleUnits, AreElevenDistrictsWithAffiliatedUnitsBesideThem) {
    const SampleUnits units = make_units(1'200);
    EXPECT_EQ(units.districts.size(), 11u);
    int affiliated = 0;
    for (const SampleSchool& school : units.schools) {
        if (school.unit.kind != organisation::OrgKind::AffiliatedUnit) continue;
        ++affiliated;
        EXPECT_EQ(school.unit.parent, units.centre.id) << "no district above them";
        EXPECT_TRUE(school.district_name.empty());
    }
    EXPECT_GT(affiliated, 0);
}

TEST(SampleUnits, EveryDistrictHasEveryStage) {
    const SampleUnits units = make_units(1);
    for (const organisation::Unit& district : units.districts) {
        std::set<SchoolStage> stages;
        for (const SampleSchool& school : units.schools) {
            if (school.unit.parent == district.id) stages.insert(school.stage);
        }
        EXPECT_EQ(stages.size(), kAllStages.size()) << district.name.zh;
    }
}

TEST(SampleUnits, HaveUniqueNamesAndIdsAndParentsListedBefore) {
    for (const std::size_t teachers : {std::size_t{1}, std::size_t{1'200}, kMostTeachers}) {
        std::set<std::string> ids;
        std::set<std::string> names;
        for (const organisation::Unit& unit : make_units(teachers).all()) {
            EXPECT_TRUE(is_valid_id_text(unit.id.text)) << unit.id.text;
            EXPECT_TRUE(unit.parent.empty() || ids.contains(unit.parent.text)) << unit.id.text;
            EXPECT_TRUE(ids.insert(unit.id.text).second) << unit.id.text;
            EXPECT_TRUE(names.insert(unit.name.zh).second) << unit.name.zh;
        }
    }
}

TEST(SamplePeople, TheSampleTeacherIsTheSameInEveryCity) {
    const auto teacher = make_teacher(1, 0, make_units(1));
    EXPECT_EQ(teacher, make_teacher(99, 0, make_units(5'000)));
    EXPECT_EQ(teacher.number, "20170042318");
    EXPECT_EQ(teacher.name, "林晚晴");
    EXPECT_EQ(teacher.school_name, "越秀区榕荫小学");
    EXPECT_EQ(teacher.stage, SchoolStage::Primary);
    EXPECT_EQ(teacher.subject, "chinese");
    EXPECT_FALSE(teacher.is_private_school);
}

TEST(SamplePeople, HaveUniqueNumbers) {
    std::set<std::string> numbers;
    for (std::size_t i = 0; i < kMostTeachers; ++i) {
        const std::string number = teacher_number(i);
        ASSERT_EQ(number.size(), 11u);
        ASSERT_TRUE(numbers.insert(number).second) << i;
    }
}

TEST(SamplePeople, TeachWhatTheirStageTeaches) {
    const SampleUnits units = make_units(3'000);
    std::set<std::pair<SchoolStage, std::string>> areas;
    for (const TeachingArea& area : teaching_areas())
        areas.insert({area.stage, std::string(area.subject)});
    std::set<std::pair<SchoolStage, std::string>> met;
    for (std::size_t i = 0; i < 3'000; ++i) {
        const auto teacher = make_teacher(2017, i, units);
        ASSERT_TRUE(areas.contains({teacher.stage, teacher.subject})) << teacher.subject;
        met.insert({teacher.stage, teacher.subject});
        EXPECT_FALSE(teacher.title.empty());
        EXPECT_LE(teacher.teaching_since_year, 2017);
    }
    EXPECT_EQ(met, areas) << "in a city of thousands every area is taught";
}

TEST(SamplePeople, StayThemselvesInALargerCityOfTheSameSchools) {
    const SampleUnits units = make_units(100);
    EXPECT_EQ(make_teacher(5, 42, units), make_teacher(5, 42, units));
    EXPECT_NE(make_teacher(5, 42, units), make_teacher(6, 42, units));
}

TEST(SampleRecords, GiveTheSampleTeacherEveryState) {
    const auto teacher = make_teacher(0, 0, make_units(1));
    std::map<HourState, std::int64_t> tenths;
    for (const ledger::HourRecord& record : make_hour_records(0, 0, teacher)) {
        if (record.allocated_year.year == 2017) tenths[record.state] += record.hours.tenths;
        if (record.state == HourState::InProgress) {
            EXPECT_EQ(record.course_run_id.text, kPublicRunId);
        }
    }
    EXPECT_EQ(tenths[HourState::Verified], 45);
    EXPECT_EQ(tenths[HourState::Earned], 60);
    EXPECT_EQ(tenths[HourState::InProgress], 180);
}

TEST(SampleRecords, AreUniqueKeepTheResearchCapAndBeginWithTheTeacher) {
    const SampleUnits units = make_units(500);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < 500; ++i) {
        const auto teacher = make_teacher(2017, i, units);
        std::int64_t research = 0;
        for (const ledger::HourRecord& record : make_hour_records(2017, i, teacher)) {
            EXPECT_TRUE(ids.insert(record.id.text).second) << record.id.text;
            EXPECT_TRUE(is_valid_id_text(record.id.text));
            EXPECT_GE(record.allocated_year.year, std::min(2017, teacher.teaching_since_year));
            EXPECT_GT(record.hours.tenths, 0);
            const bool is_research = record.source == ledger::HourSource::Research;
            EXPECT_EQ(is_research, record.tags == std::vector<std::string>{"research"});
            if (is_research) research += record.hours.tenths;
        }
        EXPECT_LE(research, 100) << "R28";
    }
}

}  // namespace
}  // namespace xueshi::sample
